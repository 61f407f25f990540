import { ActionForm } from "@/components/ui/action-form";
import { CheckField } from "@/components/ui/check-field";
import { SelectField } from "@/components/ui/select-field";
import { SliderField } from "@/components/ui/slider-field";
import { LEXICONS } from "@/lib/analysis/scales";
import { editMethodAction } from "@/lib/method/actions";
import type { Method } from "@/lib/method/queries";

interface MethodFormProps {
  slug: string;
  method: Method;
  hypotheses: readonly { readonly id: string; readonly shortName: string; readonly prior: number }[];
}

/** How an inquiry reckons and speaks. */
export function MethodForm({ slug, method, hypotheses }: MethodFormProps) {
  return (
    <ActionForm
      action={editMethodAction}
      id="method"
      hidden={{ slug, version: method.version, returnTo: `/inquiries/${slug}/settings` }}
      submitLabel="Save the method"
    >
      <SliderField
        name="step"
        label="Step"
        hint="How much one step of consistency says: over 0, under 0.25; usually 0.2. Less makes every entry say less."
        min={0.01}
        max={0.24}
        step={0.01}
        defaultValue={method.step}
      />
      <SliderField
        name="doubt"
        label="Doubt"
        hint="How likely a source of no reliability is false as a whole, 0 to 1; usually 0.4. More lowers what any one origin can do."
        min={0}
        max={1}
        step={0.05}
        defaultValue={method.doubt}
      />
      <SliderField
        name="unrated"
        label="Unrated"
        hint="What a reliability or credibility counts as that nobody has judged, 0 to 1; usually 0.25, as a D or a 4."
        min={0}
        max={1}
        step={0.05}
        defaultValue={method.unrated}
      />
      <fieldset className="grid gap-4">
        <legend className="field-label mb-1">Priors</legend>
        <p className="field-hint">
          The weight of each hypothesis before any evidence. 1 everywhere is level; one at 2 counts as twice
          as likely to begin with as one at 1.
        </p>
        {hypotheses.map(({ id, shortName, prior }) => (
          <SliderField
            key={id}
            name={`prior.${id}`}
            label={`Prior of ${id} ${shortName}`}
            min={0.1}
            max={10}
            step={0.1}
            defaultValue={prior}
          />
        ))}
      </fieldset>
      <SelectField
        name="lexicon"
        label="Words for likelihood"
        hint={LEXICONS.map(({ label, help }) => `${label}: ${help}`).join(" ")}
        options={LEXICONS.map(({ code, label }) => ({ value: code, label }))}
        defaultValue={method.lexicon}
        width="medium"
      />
      <CheckField
        name="isBlind"
        label="Blind rating"
        hint="Analysts see what others gave an entry only after rating it themselves, so that nobody leads them."
        defaultChecked={method.isBlind}
      />
    </ActionForm>
  );
}

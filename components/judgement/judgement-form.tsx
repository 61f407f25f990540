import { ActionForm } from "@/components/ui/action-form";
import { SliderField } from "@/components/ui/slider-field";
import { TextArea } from "@/components/ui/text-area";
import { judgeAction } from "@/lib/judgement/actions";
import type { Judgement } from "@/lib/judgement/queries";
import { ProjectedLine } from "./projected-line";

export interface JudgementFormProps {
  slug: string;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  own: Judgement | null;
  isRanking: boolean;
}

/** One's own probabilities, hypothesis by hypothesis. */
export function JudgementForm({ slug, hypotheses, own, isRanking }: JudgementFormProps) {
  return (
    <ActionForm
      action={judgeAction}
      id="judgement"
      hidden={{ slug, returnTo: `/inquiries/${slug}/judgement` }}
      submitLabel={own ? "Change my judgement" : "Save my judgement"}
      className="grid max-w-measure gap-6"
    >
      <div className="grid gap-4">
        {hypotheses.map(({ id, shortName }) => (
          <SliderField
            key={id}
            name={`probability.${id}`}
            label={`${id} ${shortName}`}
            min={0}
            max={100}
            step={1}
            defaultValue={own?.shares[id]}
          />
        ))}
      </div>
      <ProjectedLine
        ids={hypotheses.map(({ id }) => id)}
        isRanking={isRanking}
        given={hypotheses.map(({ id }) => own?.shares[id] ?? 0)}
      />
      <TextArea name="reason" label="Why, in short" rows={2} defaultValue={own?.reason} />
    </ActionForm>
  );
}

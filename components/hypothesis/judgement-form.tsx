import { ActionForm } from "@/components/ui/action-form";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { judgeAction } from "@/lib/judgement/actions";

export interface JudgementFormProps {
  slug: string;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  own: { readonly shares: Readonly<Record<string, number>>; readonly reason: string } | null;
}

/** One's own probabilities, hypothesis by hypothesis. */
export function JudgementForm({ slug, hypotheses, own }: JudgementFormProps) {
  return (
    <ActionForm
      action={judgeAction}
      id="judgement"
      hidden={{ slug, returnTo: `/inquiries/${slug}#judgement` }}
      submitLabel={own ? "Change my judgement" : "Save my judgement"}
    >
      <div className="flex flex-wrap gap-4">
        {hypotheses.map(({ id, shortName }) => (
          <TextField
            key={id}
            name={`probability.${id}`}
            label={`${id} ${shortName}`}
            inputMode="decimal"
            width="short"
            defaultValue={own?.shares[id]}
            className="w-full sm:w-56"
          />
        ))}
      </div>
      <TextArea name="reason" label="Why, in short" rows={2} defaultValue={own?.reason} />
    </ActionForm>
  );
}

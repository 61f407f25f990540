import { ActionForm } from "@/components/ui/action-form";
import { rateRowAction } from "@/lib/rating/actions";
import { type OwnRow, RatingFields } from "./rating-fields";

export interface RatingFormProps {
  slug: string;
  evidenceId: string;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  own: OwnRow | undefined;
  /** Where to come back to after signing in. */
  returnTo: string;
}

/** One's own ratings of one entry, the whole row at once. */
export function RatingForm({ slug, evidenceId, hypotheses, own, returnTo }: RatingFormProps) {
  return (
    <ActionForm
      action={rateRowAction}
      id={`rate-${evidenceId}`}
      hidden={{ slug, id: evidenceId, returnTo }}
      submitLabel={own ? "Change my ratings" : "Save my ratings"}
      className="grid gap-8"
    >
      <RatingFields hypotheses={hypotheses} own={own} withReasons />
    </ActionForm>
  );
}

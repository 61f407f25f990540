import { Withdraw } from "@/components/shell/withdraw";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { ClaimFound } from "@/lib/claim/queries";
import {
  addDiscrepancyAction,
  restoreDiscrepancyAction,
  withdrawDiscrepancyAction,
} from "@/lib/discrepancy/actions";
import { NOTICED_BY } from "@/lib/discrepancy/schema";

interface DiscrepanciesProps {
  slug: string;
  claim: ClaimFound;
  analystId: string | null;
  mayAdd: boolean;
  mayWithdraw: boolean;
}

/** What does not fit about a claim: what it says, what stands against that, and who noticed. */
export function Discrepancies({ slug, claim, analystId, mayAdd, mayWithdraw }: DiscrepanciesProps) {
  const hidden = { slug, returnTo: `/inquiries/${slug}/claims/${claim.id}#discrepancies` };
  return (
    <>
      {claim.discrepancies.length === 0 && <p className="text-sm text-ink-soft">None noted.</p>}
      <ul className="grid max-w-measure gap-5">
        {claim.discrepancies.map((each) => (
          <li key={each.id} id={each.id} className="grid gap-1 border-s-2 border-warning ps-3">
            <p dir="auto">
              <span className="text-sm text-ink-soft">{each.id} It says:</span>{" "}
              {each.withdrawnAt ? <del>{each.says}</del> : each.says}
            </p>
            <p dir="auto">
              <span className="text-sm text-ink-soft">Against that:</span>{" "}
              {each.withdrawnAt ? <del>{each.against}</del> : each.against}
            </p>
            <p className="text-sm text-ink-soft">
              Noticed by <bdi>{noticerOf(each)}</bdi>
            </p>
            {each.withdrawnAt && (
              <p dir="auto" className="text-sm">
                Withdrawn: {each.withdrawnReason}
              </p>
            )}
            {mayWithdraw && (
              <Withdraw
                id={each.id}
                isWithdrawn={each.withdrawnAt !== null}
                withdraw={withdrawDiscrepancyAction}
                restore={restoreDiscrepancyAction}
                hidden={hidden}
              />
            )}
          </li>
        ))}
      </ul>
      {claim._count.discrepancies > claim.discrepancies.length && (
        <p className="text-sm text-ink-soft">
          The first {claim.discrepancies.length} of {claim._count.discrepancies}; the history has them all.
        </p>
      )}
      {mayAdd && (
        <ConfirmDetails summary="Note a discrepancy">
          <ActionForm
            action={addDiscrepancyAction}
            id={`discrepancy-${claim.id}`}
            hidden={{ ...hidden, id: claim.id }}
            submitLabel="Save"
            draftKey={`${analystId ?? "nobody"}/${slug}/discrepancy-${claim.id}`}
          >
            <TextArea name="says" label="What it says" required rows={2} />
            <TextArea name="against" label="What stands against that" required rows={2} />
            <SelectField
              name="noticedBy"
              label="Who noticed"
              width="medium"
              defaultValue="us"
              options={NOTICED_BY.map(({ code, label }) => ({ value: code, label }))}
            />
            <TextField
              name="noticedByName"
              label="Their name"
              hint="Where somebody else noticed: a person, a paper, an office."
            />
          </ActionForm>
        </ConfirmDetails>
      )}
    </>
  );
}

function noticerOf({ noticedBy, noticedByName, createdBy }: ClaimFound["discrepancies"][number]): string {
  if (noticedBy === "other") return noticedByName;
  return noticedBy === "us" ? (createdBy?.name ?? "the analysts †") : "the source itself";
}

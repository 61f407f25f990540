import "server-only";
import type { Person } from "@/lib/auth/actor";
import { takeNumbers } from "@/lib/claim/appearances";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn, verdictIn } from "@/lib/inquiry/scope";
import { done, forbidden, missing, type Outcome } from "@/lib/outcome";
import { may } from "@/lib/policy";
import type { DiscrepancyDraft, DiscrepancyWithdrawal } from "./schema";

/** Notes what does not fit about a claim: what it says, what stands against that, and who noticed. */
export function addDiscrepancy(
  actor: Person,
  { slug, id: claimId, says, against, noticedBy, noticedByName }: DiscrepancyDraft,
): Promise<Outcome<{ id: string }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    const inquiryId = scope.id;
    if ((await tx.claim.count({ where: { inquiryId, id: claimId } })) === 0) return missing;
    if (!mayIn(scope, "addClaim")) return forbidden;
    await joinIfContributor(tx, actor, scope);
    const ordinal = await takeNumbers(tx, inquiryId, claimId, 1);
    const id = `${claimId}.${ordinal}`;
    const fields = { says, against, noticedBy, noticedByName };
    await tx.claimDiscrepancy.create({
      data: { ...fields, inquiryId, id, claimId, ordinal, createdById: actor.analystId },
    });
    await record(tx, inquiryId, actor.analystId, { action: "discrepancy.noted", subject: id, after: fields });
    return done({ id });
  });
}

/** Withdraws a discrepancy, visibly and with a reason, or puts it back. */
export function setDiscrepancyWithdrawn(
  actor: Person,
  { slug, id, reason }: DiscrepancyWithdrawal,
  isWithdrawn: boolean,
): Promise<Outcome<null>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    const key = { inquiryId: scope.id, id };
    const discrepancy = await tx.claimDiscrepancy.findUnique({ where: { inquiryId_id: key } });
    if (!discrepancy) return missing;
    const isOwn = discrepancy.createdById === actor.analystId;
    if (!may(verdictIn(scope, "changeClaim"), { isOwn, hasReason: true })) return forbidden;
    const { count } = await tx.claimDiscrepancy.updateMany({
      where: { ...key, withdrawnAt: isWithdrawn ? null : { not: null } },
      data: {
        withdrawnAt: isWithdrawn ? new Date() : null,
        withdrawnReason: isWithdrawn ? reason : null,
      },
    });
    if (count === 0) return done(null);
    const action = isWithdrawn ? "discrepancy.withdrawn" : "discrepancy.restored";
    await record(tx, scope.id, actor.analystId, { action, subject: id, reason });
    return done(null);
  });
}

import "server-only";
import type { Person } from "@/lib/auth/actor";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, verdictIn } from "@/lib/inquiry/scope";
import { done, forbidden, missing, type Outcome } from "@/lib/outcome";
import { may } from "@/lib/policy";
import type { ClaimWithdrawal } from "./schema";

/** Withdraws a claim, visibly and with a reason, or puts it back. */
export function setClaimWithdrawn(
  actor: Person,
  { slug, id, reason }: ClaimWithdrawal,
  isWithdrawn: boolean,
): Promise<Outcome<null>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    const claim = await tx.claim.findUnique({ where: { inquiryId_id: { inquiryId: scope.id, id } } });
    if (!claim) return missing;
    const isOwn = claim.createdById === actor.analystId;
    if (!may(verdictIn(scope, "changeClaim"), { isOwn, hasReason: true })) return forbidden;
    const { count } = await tx.claim.updateMany({
      where: { inquiryId: scope.id, id, withdrawnAt: isWithdrawn ? null : { not: null } },
      data: {
        withdrawnAt: isWithdrawn ? new Date() : null,
        withdrawnReason: isWithdrawn ? reason : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return done(null);
    const action = isWithdrawn ? "claim.withdrawn" : "claim.restored";
    await record(tx, scope.id, actor.analystId, { action, subject: id, reason });
    return done(null);
  });
}

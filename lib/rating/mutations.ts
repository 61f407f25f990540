import "server-only";
import type { Person } from "@/lib/auth/actor";
import { write } from "@/lib/db/write";
import type { RowRating } from "@/lib/evidence/schema";
import { findInquiry, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { areHypothesesHere, queueAtRows, rateEntries, strangeHypothesis } from "./row";

/**
 * One analyst's ratings of one entry, the whole row at once. Sent twice, or by several tabs at the same moment, it
 * leaves one rating a cell; what did not change leaves no trace.
 */
export function rateRow(
  actor: Person,
  sent: RowRating,
): Promise<Outcome<{ inquiryId: string; changed: boolean }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, sent.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "rate")) return forbidden;
    const entry = await tx.evidence.findUnique({
      where: { inquiryId_id: { inquiryId: scope.id, id: sent.id } },
    });
    if (!entry) return missing;
    if (!(await areHypothesesHere(tx, scope.id, Object.keys(sent.consistency))))
      return invalid({}, strangeHypothesis);
    await queueAtRows(tx, scope.id, actor.analystId, [sent.id]);
    await joinIfContributor(tx, actor, scope);
    const changed = await rateEntries(tx, scope.id, actor.analystId, [sent]);
    return done({ inquiryId: scope.id, changed: changed.length > 0 });
  });
}

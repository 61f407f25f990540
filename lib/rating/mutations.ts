import "server-only";
import type { Person } from "@/lib/auth/actor";
import { write } from "@/lib/db/write";
import type { RowRating } from "@/lib/evidence/schema";
import { record } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { areHypothesesHere, readRow, saveRow, strangeHypothesis } from "./row";

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
    // One analyst's writes to one row queue here, so that each sees what the one before left.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.id}/${sent.id}/${actor.analystId}`}, 0))`;
    const before = await readRow(tx, scope.id, sent.id, actor.analystId);
    await joinIfContributor(tx, actor, scope);
    await saveRow(tx, scope.id, sent.id, actor.analystId, sent);
    const after = await readRow(tx, scope.id, sent.id, actor.analystId);
    const changed = JSON.stringify(before) !== JSON.stringify(after);
    if (changed)
      await record(tx, scope.id, actor.analystId, {
        action: "evidence.rated",
        subject: sent.id,
        before,
        after,
      });
    return done({ inquiryId: scope.id, changed });
  });
}

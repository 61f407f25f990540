import "server-only";
import { groupBy } from "@/lib/analysis/group-by";
import type { Person } from "@/lib/auth/actor";
import { write } from "@/lib/db/write";
import type { RowRating } from "@/lib/evidence/schema";
import type { CellRating } from "@/lib/grid/schema";
import { findInquiry, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { areHypothesesHere, holdEntries, queueAtRows, rateEntries, readRows, strangeHypothesis } from "./row";

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
    const { areHere, merged } = await holdEntries(tx, scope.id, [sent.id]);
    if (!areHere) return missing;
    if (merged !== null) return invalid({}, merged);
    if (!(await areHypothesesHere(tx, scope.id, Object.keys(sent.consistency))))
      return invalid({}, strangeHypothesis);
    await queueAtRows(tx, scope.id, actor.analystId, [sent.id]);
    await joinIfContributor(tx, actor, scope);
    const changed = await rateEntries(tx, scope.id, actor.analystId, [sent]);
    return done({ inquiryId: scope.id, changed: changed.length > 0 });
  });
}

/**
 * One analyst's ratings of single cells, all or none. However they arrive, twice or side by side, each cell has one
 * rating afterwards, and each row one event for what changed in it.
 */
export function rateCells(
  actor: Person,
  slug: string,
  ratings: readonly CellRating[],
): Promise<Outcome<null>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "rate")) return forbidden;
    const cellsOf = groupBy(ratings, ({ evidence }) => evidence);
    const ids = [...cellsOf.keys()];
    const { areHere, merged } = await holdEntries(tx, scope.id, ids);
    if (!areHere) return missing;
    if (merged !== null) return invalid({}, merged);
    const hypotheses = new Set(ratings.map(({ hypothesis }) => hypothesis));
    if (!(await areHypothesesHere(tx, scope.id, [...hypotheses]))) return invalid({}, strangeHypothesis);
    await queueAtRows(tx, scope.id, actor.analystId, ids);
    await joinIfContributor(tx, actor, scope);
    const standing = await readRows(tx, scope.id, ids, actor.analystId);
    const rows = [...cellsOf].map(([id, cells]) => {
      const { reasons, ...rest } = standing(id);
      return {
        ...rest,
        id,
        consistency: Object.fromEntries(
          cells.map(({ hypothesis, consistency }) => [hypothesis, consistency]),
        ),
        // Without a reason the one that stands is kept.
        reasons: Object.fromEntries(
          cells.map(({ hypothesis, reason }) => [hypothesis, reason ?? reasons[hypothesis] ?? ""]),
        ),
      };
    });
    await rateEntries(tx, scope.id, actor.analystId, rows);
    return done(null);
  });
}

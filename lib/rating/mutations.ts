import "server-only";
import { groupBy } from "@/lib/analysis/group-by";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import type { RowRating } from "@/lib/evidence/schema";
import type { CellRating } from "@/lib/grid/schema";
import { record } from "@/lib/history/record";
import { findInquiry, type InquiryScope, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { areHypothesesHere, readRow, saveCell, saveRow, strangeHypothesis } from "./row";

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
    if (!(await areEntriesHere(tx, scope.id, [sent.id]))) return missing;
    if (!(await areHypothesesHere(tx, scope.id, Object.keys(sent.consistency))))
      return invalid({}, strangeHypothesis);
    const changed = await changeRow(tx, actor, scope, sent.id, () =>
      saveRow(tx, scope.id, sent.id, actor.analystId, sent),
    );
    return done({ inquiryId: scope.id, changed });
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
    const rows = groupBy(ratings, ({ evidence }) => evidence);
    if (!(await areEntriesHere(tx, scope.id, [...rows.keys()]))) return missing;
    const hypotheses = new Set(ratings.map(({ hypothesis }) => hypothesis));
    if (!(await areHypothesesHere(tx, scope.id, [...hypotheses]))) return invalid({}, strangeHypothesis);
    // In one order, or two batches that share rows would wait for each other.
    for (const [id, cells] of [...rows].sort(([one], [other]) => (one < other ? -1 : 1))) {
      await changeRow(tx, actor, scope, id, async () => {
        for (const { hypothesis: hypothesisId, consistency, reason } of cells) {
          const key = { inquiryId: scope.id, evidenceId: id, hypothesisId, analystId: actor.analystId };
          await saveCell(tx, key, consistency, reason);
        }
      });
    }
    return done(null);
  });
}

/** Changes an analyst's row on an entry and records what came of it; says whether anything did. */
async function changeRow(
  tx: Transaction,
  actor: Person,
  scope: InquiryScope,
  evidenceId: string,
  change: () => Promise<void>,
): Promise<boolean> {
  // One analyst's writes to one row queue here, so that each sees what the one before left.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.id}/${evidenceId}/${actor.analystId}`}, 0))`;
  const before = await readRow(tx, scope.id, evidenceId, actor.analystId);
  await joinIfContributor(tx, actor, scope);
  await change();
  const after = await readRow(tx, scope.id, evidenceId, actor.analystId);
  if (JSON.stringify(before) === JSON.stringify(after)) return false;
  await record(tx, scope.id, actor.analystId, {
    action: "evidence.rated",
    subject: evidenceId,
    before,
    after,
  });
  return true;
}

async function areEntriesHere(tx: Transaction, inquiryId: string, ids: readonly string[]): Promise<boolean> {
  return (await tx.evidence.count({ where: { inquiryId, id: { in: [...ids] } } })) === ids.length;
}

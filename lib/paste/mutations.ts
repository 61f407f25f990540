import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { addEntries } from "@/lib/evidence/add";
import { findInquiry, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { holdEntries, queueAtRows, rateEntries, readRows } from "@/lib/rating/row";
import { mergeRow } from "./plan";
import { planPaste } from "./queries";
import type { PasteForm } from "./schema";

/** What came of pasted rows. */
export interface Pasted {
  /** The new entries, in their order. */
  readonly added: readonly string[];
  /** Entries that were there and are rated otherwise now. */
  readonly rated: readonly string[];
  /** What could not be saved, by row. */
  readonly refused: readonly { readonly row: number; readonly errors: readonly string[] }[];
}

/**
 * Saves all pasted rows that can be saved, or none. The same rows again, be it at the same moment, find their
 * statements there and write nothing more.
 */
export function pasteRows(
  actor: Person,
  sent: Pick<PasteForm, "slug" | "rows" | "newKind">,
): Promise<Outcome<Pasted>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, sent.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "addEvidence") || !mayIn(scope, "rate")) return forbidden;
    await queueAtInquiry(tx, scope.id);
    const plan = await planPaste(actor, scope, sent, tx);
    if (!plan.ok) return plan;
    const { planned } = plan.value;
    const drafts = planned.flatMap((row) => (row.becomes === "entry" ? [row.draft] : []));
    const given = planned.flatMap((row) => (row.becomes === "ratings" ? [row.sent] : []));
    const ids = given.map(({ id }) => id);
    const { merged } = await holdEntries(tx, scope.id, ids);
    if (merged !== null) return invalid({}, merged);
    await queueAtRows(tx, scope.id, actor.analystId, ids);
    const added = drafts.length > 0 ? await addEntries(tx, actor, scope, drafts) : done([]);
    if (!added.ok) return added;
    let rated: string[] = [];
    if (given.length > 0) {
      await joinIfContributor(tx, actor, scope);
      const own = await readRows(tx, scope.id, ids, actor.analystId);
      const rows = given.map((row) => mergeRow(row.id, own(row.id), row));
      rated = await rateEntries(tx, scope.id, actor.analystId, rows);
    }
    const refused = planned.flatMap((row) =>
      row.becomes === "error" ? [{ row: row.row, errors: row.errors }] : [],
    );
    return done({ added: added.value, rated, refused });
  });
}

/** One paste into an inquiry at a time, so that each sees the statements that the one before it left. */
async function queueAtInquiry(tx: Transaction, inquiryId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${inquiryId}/paste`}, 0))`;
}

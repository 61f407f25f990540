import "server-only";
import { groupBy } from "@/lib/analysis/group-by";
import type { Credibility, Relevance } from "@/lib/analysis/scales";
import type { Transaction } from "@/lib/db/client";
import type { RowRating } from "@/lib/evidence/schema";
import { recordAll } from "@/lib/history/record";

/** What one analyst says of one entry, as the history shows it. */
export interface Row {
  readonly consistency: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly credibility: Credibility | null;
  readonly relevance: Relevance | null;
  readonly gradeReason: string;
}

const nothing: Row = { consistency: {}, reasons: {}, credibility: null, relevance: null, gradeReason: "" };

/** What stands of an analyst's rows on some entries; entries without any have an empty row. */
export async function readRows(
  tx: Transaction,
  inquiryId: string,
  evidenceIds: readonly string[],
  analystId: string,
): Promise<(evidenceId: string) => Row> {
  const where = { inquiryId, evidenceId: { in: [...evidenceIds] }, analystId };
  const cells = groupBy(
    await tx.rating.findMany({ where, orderBy: { hypothesisId: "asc" } }),
    ({ evidenceId }) => evidenceId,
  );
  const grades = new Map((await tx.evidenceRating.findMany({ where })).map((row) => [row.evidenceId, row]));
  return (evidenceId) => {
    const given = cells.get(evidenceId) ?? [];
    const grade = grades.get(evidenceId);
    return {
      ...nothing,
      consistency: Object.fromEntries(given.map((cell) => [cell.hypothesisId, cell.consistency])),
      reasons: Object.fromEntries(
        given.filter((cell) => cell.reason !== "").map((cell) => [cell.hypothesisId, cell.reason]),
      ),
      ...(grade && {
        credibility: grade.credibility as Credibility | null,
        relevance: grade.relevance as Relevance | null,
        gradeReason: grade.reason,
      }),
    };
  };
}

/** One analyst's row on one entry, as it is sent. */
export type SentRow = Pick<
  RowRating,
  "id" | "consistency" | "reasons" | "credibility" | "relevance" | "gradeReason"
>;

/**
 * Brings an analyst's rows to what was sent, with as many queries for many as for one. Hypotheses that were not sent
 * keep what they had.
 */
async function saveRows(
  tx: Transaction,
  inquiryId: string,
  analystId: string,
  rows: readonly SentRow[],
): Promise<void> {
  const ratedAt = new Date();
  const cells = rows.flatMap(({ id: evidenceId, consistency, reasons }) =>
    Object.entries(consistency).map(([hypothesisId, code]) => ({
      evidenceId,
      hypothesisId,
      code,
      reason: reasons[hypothesisId] ?? "",
    })),
  );
  const isCleared = (row: SentRow) => row.credibility === null && row.relevance === null;
  const emptied = cells.filter(({ code }) => code === null);
  const ungraded = rows.filter(isCleared);
  if (emptied.length > 0)
    await tx.$executeRaw`
      DELETE FROM "rating" WHERE "inquiry_id" = ${inquiryId} AND "analyst_id" = ${analystId}
        AND ("evidence_id", "hypothesis_id") IN (
          SELECT * FROM unnest(${emptied.map((cell) => cell.evidenceId)}::text[],
            ${emptied.map((cell) => cell.hypothesisId)}::text[]))`;
  if (ungraded.length > 0)
    await tx.evidenceRating.deleteMany({
      where: { inquiryId, analystId, evidenceId: { in: ungraded.map(({ id }) => id) } },
    });
  const given = cells.filter(({ code }) => code !== null);
  if (given.length > 0)
    await tx.$executeRaw`
      INSERT INTO "rating"
        ("inquiry_id", "analyst_id", "rated_at", "evidence_id", "hypothesis_id", "consistency", "reason")
      SELECT ${inquiryId}, ${analystId}, ${ratedAt}, * FROM unnest(
        ${given.map((cell) => cell.evidenceId)}::text[], ${given.map((cell) => cell.hypothesisId)}::text[],
        ${given.map((cell) => cell.code)}::text[], ${given.map((cell) => cell.reason)}::text[])
      ON CONFLICT ("inquiry_id", "evidence_id", "hypothesis_id", "analyst_id") DO UPDATE SET
        "consistency" = EXCLUDED."consistency", "reason" = EXCLUDED."reason", "rated_at" = EXCLUDED."rated_at"`;
  const graded = rows.filter((row) => !isCleared(row));
  if (graded.length > 0)
    await tx.$executeRaw`
      INSERT INTO "evidence_rating"
        ("inquiry_id", "analyst_id", "rated_at", "evidence_id", "credibility", "relevance", "reason")
      SELECT ${inquiryId}, ${analystId}, ${ratedAt}, * FROM unnest(
        ${graded.map((row) => row.id)}::text[], ${graded.map((row) => row.credibility)}::int[],
        ${graded.map((row) => row.relevance)}::text[], ${graded.map((row) => row.gradeReason)}::text[])
      ON CONFLICT ("inquiry_id", "evidence_id", "analyst_id") DO UPDATE SET
        "credibility" = EXCLUDED."credibility", "relevance" = EXCLUDED."relevance",
        "reason" = EXCLUDED."reason", "rated_at" = EXCLUDED."rated_at"`;
}

/** Waits until no other write of one analyst's works on these rows, so that each sees what the one before left. */
export async function queueAtRows(
  tx: Transaction,
  inquiryId: string,
  analystId: string,
  evidenceIds: readonly string[],
): Promise<void> {
  // Sorted, so that two that want the same rows cannot wait for each other.
  const rows = [...evidenceIds].sort().map((id) => `${inquiryId}/${id}/${analystId}`);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(row, 0)) FROM unnest(${rows}::text[]) AS row`;
}

/** Whether entries that somebody rates are all there; `merged` says of one that is merged which one to rate instead. */
interface HeldEntries {
  readonly areHere: boolean;
  readonly merged: string | null;
}

/**
 * Holds the entries that somebody rates until the end of the write. A merge waits for it and takes along what was rated;
 * who comes after the merge is sent to the entry that stands for both.
 */
export async function holdEntries(
  tx: Transaction,
  inquiryId: string,
  evidenceIds: readonly string[],
): Promise<HeldEntries> {
  // In the order in which a merge locks them, so that the two do not wait for each other.
  const held = await tx.$queryRaw<{ id: string; into: string | null }[]>`
    SELECT "id", "merged_into" AS "into" FROM "evidence"
    WHERE "inquiry_id" = ${inquiryId} AND "id" = ANY(${[...evidenceIds]}) ORDER BY "ordinal" FOR KEY SHARE`;
  const gone = held.find(({ into }) => into !== null);
  const areHere = held.length === evidenceIds.length;
  if (!gone?.into) return { areHere, merged: null };
  const into = await endOfMerges(tx, inquiryId, gone.into);
  return { areHere, merged: `${gone.id} is merged into ${into}: rate ${into}.` };
}

/** The entry that stands for one and for all that it was merged into. */
async function endOfMerges(tx: Transaction, inquiryId: string, evidenceId: string): Promise<string> {
  const [end] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT "id", "merged_into" FROM "evidence" WHERE "inquiry_id" = ${inquiryId} AND "id" = ${evidenceId}
      UNION
      SELECT e."id", e."merged_into" FROM chain c
      JOIN "evidence" e ON e."inquiry_id" = ${inquiryId} AND e."id" = c."merged_into"
    )
    SELECT "id" FROM chain WHERE "merged_into" IS NULL`;
  return end?.id ?? evidenceId;
}

/** Saves rows, with an event for each that is then another than before. @returns the ids of those entries. */
export async function rateEntries(
  tx: Transaction,
  inquiryId: string,
  analystId: string,
  rows: readonly SentRow[],
): Promise<string[]> {
  const ids = rows.map(({ id }) => id);
  const before = await readRows(tx, inquiryId, ids, analystId);
  await saveRows(tx, inquiryId, analystId, rows);
  const after = await readRows(tx, inquiryId, ids, analystId);
  const changed = ids.filter((id) => JSON.stringify(before(id)) !== JSON.stringify(after(id)));
  if (changed.length > 0)
    await recordAll(
      tx,
      inquiryId,
      analystId,
      changed.map((id) => ({
        action: "evidence.rated",
        subject: id,
        before: before(id),
        after: after(id),
      })),
    );
  return changed;
}

/** Whether a row was sent at all: some code, on some hypothesis or of the entry itself. */
export function saysSomething(sent: Pick<RowRating, "consistency" | "credibility" | "relevance">): boolean {
  return (
    sent.credibility !== null ||
    sent.relevance !== null ||
    Object.values(sent.consistency).some((given) => given !== null)
  );
}

/** Whether all these hypotheses are of this inquiry. */
export async function areHypothesesHere(
  tx: Transaction,
  inquiryId: string,
  ids: readonly string[],
): Promise<boolean> {
  return (await tx.hypothesis.count({ where: { inquiryId, id: { in: [...ids] } } })) === ids.length;
}

export const strangeHypothesis = "One of these hypotheses is not in this inquiry.";

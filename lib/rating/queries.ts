import "server-only";
import { type Dispute, disputesIn } from "@/lib/analysis/disputes";
import { halosOver } from "@/lib/analysis/halo";
import type { Analysis, AnalystFindings, MatrixInput } from "@/lib/analysis/types";
import type { Actor, Person } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type InquiryScope, mayIn } from "@/lib/inquiry/scope";
import { countingRoles } from "@/lib/policy";
import { type AdmiraltyCell, admiraltyCells, gradedEntries } from "./admiralty";

/**
 * Those of some entries of which somebody does not see others' ratings yet: where ratings are blind, an analyst sees
 * them only after rating the row, which is every cell of it that another rated; or any cell, where others gave
 * credibility or relevance alone. Of an entry that is merged it says what holds of the one that stands for it. Who does
 * not rate here has nothing to be led by.
 */
export async function listBlindEntries(
  actor: Actor,
  scope: InquiryScope,
  evidenceIds: readonly string[],
  db: Transaction = database(),
): Promise<ReadonlySet<string>> {
  const rates = scope.role === "analyst" || scope.role === "lead";
  if (!scope.isBlind || !rates || actor.kind === "nobody" || evidenceIds.length === 0) return new Set();
  const within = Prisma.sql`"inquiry_id" = ${scope.id} AND "id" = ANY(${[...evidenceIds]})`;
  return new Set((await readBlind(db, actor, within)).map(({ evidence_id }) => evidence_id));
}

/** The same for all entries of several inquiries, by inquiry. */
export async function listBlindEntriesIn(
  actor: Person,
  inquiryIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rates = { some: { analystId: actor.analystId, role: { in: [...countingRoles] } } };
  const blindOnes = await database().inquiry.findMany({
    where: { id: { in: [...inquiryIds] }, blindRating: true, memberships: rates },
    select: { id: true },
  });
  const ids = blindOnes.map(({ id }) => id);
  const rows =
    ids.length === 0 ? [] : await readBlind(database(), actor, Prisma.sql`"inquiry_id" = ANY(${ids})`);
  const byInquiry = new Map<string, Set<string>>();
  for (const { inquiry_id, evidence_id } of rows)
    byInquiry.set(inquiry_id, (byInquiry.get(inquiry_id) ?? new Set<string>()).add(evidence_id));
  return byInquiry;
}

/** @param within Says of "inquiry_id" and "id" which entries are asked for. */
function readBlind(
  db: Transaction,
  { analystId }: Person,
  within: Prisma.Sql,
): Promise<{ inquiry_id: string; evidence_id: string }[]> {
  return db.$queryRaw`
    WITH RECURSIVE asked AS (
      SELECT "inquiry_id", "id" AS evidence_id, "id" AS stands, "merged_into" FROM "evidence" WHERE ${within}
      UNION ALL
      SELECT a."inquiry_id", a.evidence_id, e."id", e."merged_into"
      FROM asked a JOIN "evidence" e ON e."inquiry_id" = a."inquiry_id" AND e."id" = a."merged_into"
    ), cell AS (
      SELECT a."inquiry_id", a.evidence_id, bool_or(r."analyst_id" = ${analystId}) AS own,
        bool_or(r."analyst_id" <> ${analystId}) AS others
      FROM asked a JOIN "rating" r ON r."inquiry_id" = a."inquiry_id" AND r."evidence_id" = a.stands
      JOIN "hypothesis" h ON h."inquiry_id" = r."inquiry_id" AND h."id" = r."hypothesis_id"
      WHERE a."merged_into" IS NULL AND h."withdrawn_at" IS NULL
      GROUP BY a."inquiry_id", a.evidence_id, r."hypothesis_id"
    ), given AS (
      SELECT "inquiry_id", evidence_id, own, others AND NOT own AS waits, false AS grades FROM cell
      UNION ALL
      SELECT a."inquiry_id", a.evidence_id, false, false, true
      FROM asked a JOIN "evidence_rating" g ON g."inquiry_id" = a."inquiry_id" AND g."evidence_id" = a.stands
      WHERE a."merged_into" IS NULL AND g."analyst_id" <> ${analystId}
    )
    SELECT "inquiry_id", evidence_id FROM given GROUP BY 1, 2
    HAVING bool_or(waits) OR (bool_or(grades) AND NOT bool_or(own))`;
}

/** How many entries that count somebody has not rated on every hypothesis; null for whoever does not rate here. */
export async function countUnrated(actor: Actor, scope: InquiryScope): Promise<number | null> {
  if (actor.kind === "nobody" || !mayIn(scope, "rate")) return null;
  const [row] = await database().$queryRaw<[{ unrated: bigint }]>`
    SELECT count(*) AS unrated FROM "evidence" e
    WHERE e."inquiry_id" = ${scope.id} AND e."withdrawn_at" IS NULL AND EXISTS (
      SELECT 1 FROM "hypothesis" h WHERE h."inquiry_id" = e."inquiry_id" AND h."withdrawn_at" IS NULL AND NOT EXISTS (
        SELECT 1 FROM "rating" r
        WHERE r."inquiry_id" = e."inquiry_id" AND r."evidence_id" = e."id" AND r."hypothesis_id" = h."id"
          AND r."analyst_id" = ${actor.analystId}))`;
  return Number(row.unrated);
}

/** How an inquiry's analysts rate, as far as it is somebody's to see yet. */
export interface RatingFindings {
  readonly grades: readonly AdmiraltyCell[];
  readonly analysts: readonly AnalystFindings[];
  /** The most disputed first. */
  readonly disputes: readonly Dispute[];
  /** How many entries have a cell that two analysts or more gave a number. */
  readonly compared: number;
  /** The entries that none of this says anything of, until whoever asks has rated them. */
  readonly blind: readonly string[];
}

/** What all of an inquiry's ratings say of the analysts, without the entries of which somebody is still blind. */
export async function getRatingFindings(
  actor: Actor,
  scope: InquiryScope,
  { input, analysis }: { readonly input: MatrixInput; readonly analysis: Analysis },
): Promise<RatingFindings> {
  const ids = analysis.evidence.map(({ id }) => id);
  const blind = await listBlindEntries(actor, scope, ids);
  const seen = new Set(ids.filter((id) => !blind.has(id)));
  const cells = analysis.cells.filter(({ evidence }) => seen.has(evidence));
  return {
    grades: admiraltyCells(
      analysis,
      gradedEntries(analysis, input).filter(({ id }) => seen.has(id)),
    ),
    analysts: halosOver(input, seen),
    disputes: disputesIn(cells),
    compared: new Set(cells.filter(({ votes }) => votes > 1).map(({ evidence }) => evidence)).size,
    blind: ids.filter((id) => blind.has(id)),
  };
}

import "server-only";
import { type Dispute, disputesIn } from "@/lib/analysis/disputes";
import { halosOver } from "@/lib/analysis/halo";
import type { Analysis, AnalystFindings, MatrixInput } from "@/lib/analysis/types";
import type { Actor, Person } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/db/client";
import { type InquiryScope, mayIn } from "@/lib/inquiry/scope";
import { type AdmiraltyCell, admiraltyCells, gradedEntries } from "./admiralty";

/**
 * Those of some entries of which somebody does not see others' ratings yet: where ratings are blind, an analyst sees
 * them only after rating the entry. Who does not rate here has nothing to be led by.
 */
export async function listBlindEntries(
  actor: Actor,
  scope: InquiryScope,
  evidenceIds: readonly string[],
  db: Transaction = database(),
): Promise<ReadonlySet<string>> {
  const rates = scope.role === "analyst" || scope.role === "lead";
  if (!scope.isBlind || !rates || actor.kind === "nobody" || evidenceIds.length === 0) return new Set();
  const blind = await db.$queryRaw<{ evidence_id: string }[]>`
    SELECT "evidence_id" FROM (
      SELECT "evidence_id", "analyst_id", true AS fits FROM "rating"
      WHERE "inquiry_id" = ${scope.id} AND "evidence_id" = ANY(${[...evidenceIds]})
      UNION ALL
      SELECT "evidence_id", "analyst_id", false FROM "evidence_rating"
      WHERE "inquiry_id" = ${scope.id} AND "evidence_id" = ANY(${[...evidenceIds]})
    ) AS given
    GROUP BY "evidence_id"
    HAVING NOT bool_or(fits AND "analyst_id" = ${actor.analystId}) AND bool_or("analyst_id" <> ${actor.analystId})`;
  return new Set(blind.map(({ evidence_id }) => evidence_id));
}

/**
 * The same for all entries of several inquiries at once, as "inquiry/entry".
 *
 * @param inquiryIds Inquiries with blind rating in which this person is analyst or lead.
 */
export async function listBlindEntriesIn(
  actor: Person,
  inquiryIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (inquiryIds.length === 0) return new Set();
  const blind = await database().$queryRaw<{ inquiry_id: string; evidence_id: string }[]>`
    SELECT "inquiry_id", "evidence_id" FROM (
      SELECT "inquiry_id", "evidence_id", "analyst_id", true AS fits FROM "rating"
      WHERE "inquiry_id" = ANY(${[...inquiryIds]})
      UNION ALL
      SELECT "inquiry_id", "evidence_id", "analyst_id", false FROM "evidence_rating"
      WHERE "inquiry_id" = ANY(${[...inquiryIds]})
    ) AS given
    GROUP BY 1, 2
    HAVING NOT bool_or(fits AND "analyst_id" = ${actor.analystId}) AND bool_or("analyst_id" <> ${actor.analystId})`;
  return new Set(blind.map(({ inquiry_id, evidence_id }) => `${inquiry_id}/${evidence_id}`));
}

/** How many entries that count somebody has not rated on any hypothesis; null for whoever does not rate here. */
export async function countUnrated(actor: Actor, scope: InquiryScope): Promise<number | null> {
  if (actor.kind === "nobody" || !mayIn(scope, "rate")) return null;
  return database().evidence.count({
    where: {
      inquiryId: scope.id,
      withdrawnAt: null,
      ratings: { none: { analystId: actor.analystId } },
    },
  });
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

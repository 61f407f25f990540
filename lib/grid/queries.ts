import "server-only";
import { isUnder } from "@/lib/analysis/numbers";
import { CONSISTENCY } from "@/lib/analysis/scales";
import type { Actor } from "@/lib/auth/actor";
import { dateSpan } from "@/lib/date-span";
import { database } from "@/lib/db/client";
import type { Hypothesis } from "@/lib/hypothesis/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import type { Matrix } from "@/lib/matrix/queries";
import { listBlindEntries } from "@/lib/rating/queries";
import { type Grid, type GridRow, markOf, none, tenthOf } from "./row";

const numberOf = new Map<string, number | null>(CONSISTENCY.map(({ code, value }) => [code, value]));

/**
 * Some entries against every hypothesis, by number, as far as somebody may see them yet. Three queries, whatever the
 * size.
 */
export async function readGrid(
  actor: Actor,
  scope: InquiryScope,
  { sequence, analysis }: Matrix,
  hypotheses: readonly Hypothesis[],
  evidenceIds: readonly string[],
): Promise<Grid> {
  const where = { inquiryId: scope.id, id: { in: [...evidenceIds] } };
  const [entries, own, blind] = await Promise.all([
    database().evidence.findMany({
      where,
      orderBy: { ordinal: "asc" },
      select: { id: true, statement: true, occurredOn: true },
    }),
    readOwn(actor, scope, evidenceIds),
    listBlindEntries(actor, scope, evidenceIds),
  ]);
  const columns = hypotheses
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, shortName }) => ({ id, shortName }));
  const findingsOf = new Map(analysis.evidence.map((findings, row) => [findings.id, { findings, row }]));
  const cellsIn = analysis.hypotheses.map(({ id }) => columns.findIndex((column) => column.id === id));

  const rows = entries.flatMap(({ id, statement, occurredOn }): GridRow[] => {
    const known = findingsOf.get(id);
    if (!known) return [];
    const isBlind = blind.has(id);
    const consensus = columns.map(() => none);
    const disagreement = columns.map(() => none);
    const given = columns.map((column) => own.get(id)?.get(column.id));
    let parting = 0;
    cellsIn.forEach((column, place) => {
      const cell = analysis.cells[known.row * cellsIn.length + place];
      if (column < 0 || isBlind || !cell) return;
      consensus[column] = markOf(cell.label);
      disagreement[column] = tenthOf(cell.disagreement);
      const mine = numberOf.get(given[column] ?? "") ?? null;
      if (mine === null || cell.consensus === null) return;
      const distance = Math.abs(mine - cell.consensus);
      if (isUnder(parting, distance)) parting = distance;
    });
    return [
      {
        id,
        statement,
        occurredOn: occurredOn ?? "",
        consensus: consensus.join(""),
        disagreement: disagreement.join(""),
        own: given.map(markOf).join(""),
        // Others' credibility and relevance are in it.
        weight: isBlind ? null : known.findings.weight,
        bits: isBlind ? null : known.findings.diagnosticity,
        parting,
        isBlind,
      },
    ];
  });
  return { sequence, columns, rows };
}

/** What somebody gave these entries, by entry and hypothesis. */
async function readOwn(
  actor: Actor,
  scope: InquiryScope,
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const own = new Map<string, Map<string, string>>();
  if (actor.kind === "nobody") return own;
  const given = await database().$queryRaw<{ evidence_id: string; given: string }[]>`
    SELECT "evidence_id", string_agg("hypothesis_id" || ' ' || "consistency", ',') AS given
    FROM "rating"
    WHERE "inquiry_id" = ${scope.id} AND "analyst_id" = ${actor.analystId} AND "evidence_id" = ANY(${[...evidenceIds]})
    GROUP BY 1`;
  for (const row of given) {
    own.set(
      row.evidence_id,
      new Map(row.given.split(",").map((cell) => cell.split(" ") as [string, string])),
    );
  }
  return own;
}

/** The first day that the date of an entry may mean, as a number; null where it has none. */
export const earliestOf = ({ occurredOn }: GridRow): number | null => dateSpan(occurredOn)?.earliest ?? null;

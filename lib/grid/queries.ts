import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { isEqual } from "@/lib/analysis/numbers";
import { CONSISTENCY } from "@/lib/analysis/scales";
import type { Actor } from "@/lib/auth/actor";
import { dateSpan } from "@/lib/date-span";
import { database } from "@/lib/db/client";
import type { Hypothesis } from "@/lib/hypothesis/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import type { Matrix } from "@/lib/matrix/queries";
import { listBlindEntries } from "@/lib/rating/queries";
import { type Grid, type GridRow, markOf, none, tenthOf } from "./row";

/** Of this process: a mark of the ground shall tell nobody what lies in it. */
const groundKey = randomBytes(32);

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
    .map(({ id, shortName, statement }) => ({ id, shortName, statement }));
  const findingsOf = new Map(analysis.evidence.map((findings, row) => [findings.id, { findings, row }]));
  const cellsIn = analysis.hypotheses.map(({ id }) => columns.findIndex((column) => column.id === id));

  const rows = entries.flatMap(({ id, statement, occurredOn }): GridRow[] => {
    const known = findingsOf.get(id);
    if (!known) return [];
    const isBlind = blind.has(id);
    const consensus = columns.map(() => none);
    const disagreement = columns.map(() => none);
    const given = columns.map((column) => own.get(id)?.codes.get(column.id));
    const distances = columns.map(() => 0);
    cellsIn.forEach((column, place) => {
      const cell = analysis.cells[known.row * cellsIn.length + place];
      if (column < 0 || isBlind || !cell) return;
      consensus[column] = markOf(cell.label);
      disagreement[column] = tenthOf(cell.disagreement);
      const mine = numberOf.get(given[column] ?? "") ?? null;
      if (mine === null || cell.consensus === null || cell.votes < 2) return;
      // The group without the reader, who would else be measured against themselves.
      const others = (cell.consensus * cell.votes - mine) / (cell.votes - 1);
      distances[column] = Math.abs(mine - others);
    });
    const parting = Math.max(0, ...distances);
    return [
      {
        id,
        statement,
        occurredOn: occurredOn ?? "",
        consensus: consensus.join(""),
        disagreement: disagreement.join(""),
        own: given.map(markOf).join(""),
        reasons: own.get(id)?.reasons ?? {},
        // Others' credibility and relevance are in it.
        weight: isBlind ? null : known.findings.weight,
        bits: isBlind ? null : known.findings.diagnosticity,
        parting,
        partingIn: distances.flatMap((distance, column) =>
          isEqual(parting, 0) || !isEqual(distance, parting) ? [] : [column],
        ),
        isBlind,
      },
    ];
  });
  return { sequence, columns, rows };
}

/** What somebody gave one entry, and why, by hypothesis. */
interface OwnRow {
  readonly codes: ReadonlyMap<string, string>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** What somebody gave these entries. */
async function readOwn(
  actor: Actor,
  scope: InquiryScope,
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  if (actor.kind === "nobody") return own;
  const given = await database().$queryRaw<
    { evidence_id: string; given: string; reasons: Record<string, string> | null }[]
  >`
    SELECT "evidence_id", string_agg("hypothesis_id" || ' ' || "consistency", ',') AS given,
      json_object_agg("hypothesis_id", "reason") FILTER (WHERE "reason" <> '') AS reasons
    FROM "rating"
    WHERE "inquiry_id" = ${scope.id} AND "analyst_id" = ${actor.analystId} AND "evidence_id" = ANY(${[...evidenceIds]})
    GROUP BY 1`;
  for (const row of given) {
    own.set(row.evidence_id, {
      codes: new Map(row.given.split(",").map((cell) => cell.split(" ") as [string, string])),
      reasons: row.reasons ?? {},
    });
  }
  return own;
}

/** The first day that the date of an entry may mean, as a number; null where it has none. */
export const earliestOf = ({ occurredOn }: GridRow): number | null => dateSpan(occurredOn)?.earliest ?? null;

/**
 * What a change that names no entry may move in all rows at once, as a short mark: what a role may see, the settings of
 * the method, how each source is graded.
 */
export function groundOf({ isBlind, role }: InquiryScope, { analysis }: Matrix): string {
  const grades = analysis.sources.map(({ id, reliability }) => [id, reliability]);
  const ground = JSON.stringify([isBlind, role, analysis.settings, grades]);
  return createHmac("sha256", groundKey).update(ground).digest("base64url").slice(0, 16);
}

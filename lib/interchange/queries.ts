import "server-only";
import { groupBy } from "@/lib/analysis/group-by";
import type { EvidenceKind } from "@/lib/analysis/scales";
import { analystNames } from "@/lib/analyst/queries";
import type { Actor } from "@/lib/auth/actor";
import { visibleInquiries } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { listOwnRatings } from "@/lib/evidence/queries";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { type InquiryScope, mayIn } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { listBlindEntries } from "@/lib/rating/queries";
import type { Table } from "./csv";
import { entryTable, type OwnRow } from "./entry-table";
import { matrixTable } from "./matrix-table";
import { type RatingRow, ratingTable } from "./rating-table";
import { type SourceRow, sourceTable } from "./source-table";
import type { EntryRow, Head, TableName } from "./tables";

/**
 * A table of an inquiry as far as somebody may see it: a fixed number of queries, and rows that are made as they are
 * taken.
 */
export function readTable(actor: Actor, scope: InquiryScope, name: TableName): Promise<Table> {
  switch (name) {
    case "matrix":
      return readMatrixTable(actor, scope);
    case "entries":
      return readEntryTable(actor, scope);
    case "sources":
      return readSourceTable(actor, scope);
    case "ratings":
      return readRatingTable(actor, scope);
  }
}

async function readMatrixTable(actor: Actor, scope: InquiryScope): Promise<Table> {
  const [{ analysis }, hypotheses, entries] = await Promise.all([
    getMatrix(scope.id),
    listStandingHypotheses(scope),
    database().evidence.findMany({
      where: { inquiryId: scope.id },
      orderBy: { ordinal: "asc" },
      select: { id: true, statement: true, withdrawnAt: true },
    }),
  ]);
  const blind = await listBlindEntries(
    actor,
    scope,
    entries.map(({ id }) => id),
  );
  return matrixTable(entries, hypotheses, analysis, blind);
}

async function readEntryTable(actor: Actor, scope: InquiryScope): Promise<Table> {
  const [hypotheses, entries] = await Promise.all([
    listStandingHypotheses(scope),
    database().evidence.findMany({
      where: { inquiryId: scope.id },
      orderBy: { ordinal: "asc" },
      select: entryColumns,
    }),
  ]);
  const rows = entries.map((entry): EntryRow => ({ ...entry, kind: entry.kind as EvidenceKind }));
  if (actor.kind === "nobody" || !mayIn(scope, "rate")) return entryTable(rows, hypotheses, null);
  const own = await listOwnRatings(
    scope,
    rows.map(({ id }) => id),
    actor.analystId,
  );
  const cells = groupBy(own.ratings, ({ evidenceId }) => evidenceId);
  const grades = new Map(own.evidenceRatings.map((row) => [row.evidenceId, row]));
  return entryTable(rows, hypotheses, (id): OwnRow => {
    const { credibility = null, relevance = null } = grades.get(id) ?? {};
    const given = (cells.get(id) ?? []).map((cell) => [cell.hypothesisId, cell.consistency]);
    return { consistency: Object.fromEntries(given), credibility, relevance };
  });
}

async function readSourceTable(actor: Actor, scope: InquiryScope): Promise<Table> {
  const [{ analysis }, sources, citations] = await Promise.all([
    getMatrix(scope.id),
    database().source.findMany({
      where: {
        OR: [{ citations: { some: { inquiryId: scope.id } } }, { relays: { some: { inquiryId: scope.id } } }],
      },
      orderBy: { ordinal: "asc" },
      select: sourceColumns,
    }),
    database().citation.findMany({
      where: { inquiryId: scope.id, evidence: { withdrawnAt: null } },
      select: { evidenceId: true, sourceId: true, viaId: true },
    }),
  ]);
  const grades = await database().sourceRating.findMany({
    where: { sourceId: { in: sources.map(({ id }) => id) }, isCurrent: true },
    orderBy: [{ reliability: "asc" }, { ratedAt: "asc" }, { id: "asc" }],
    select: {
      sourceId: true,
      analystId: true,
      reliability: true,
      inquiryId: true,
      analyst: {
        select: {
          name: true,
          memberships: { where: { inquiry: visibleInquiries(actor) }, take: 1, select: { role: true } },
        },
      },
    },
  });
  const seen = await database().inquiry.findMany({
    where: {
      AND: [{ id: { in: grades.flatMap(({ inquiryId }) => inquiryId ?? []) } }, visibleInquiries(actor)],
    },
    select: { id: true },
  });
  const seenIds = new Set(seen.map(({ id }) => id));
  const self = actor.kind === "person" ? actor.analystId : null;
  const gradesOf = groupBy(grades, ({ sourceId }) => sourceId);
  const hands = citations.flatMap(({ evidenceId, sourceId, viaId }) =>
    [...new Set([sourceId, viaId])].map((id) => ({ id, evidenceId })),
  );
  const citing = groupBy(hands, ({ id }) => id);
  const reliability = new Map(analysis.sources.map((source) => [source.id, source.reliability]));
  return sourceTable(
    sources.map(
      (source): SourceRow => ({
        ...source,
        entries: new Set(citing.get(source.id)?.map(({ evidenceId }) => evidenceId)).size,
        reliability: reliability.get(source.id) ?? null,
        grades: (gradesOf.get(source.id) ?? []).map((grade) => ({
          reliability: grade.reliability,
          author:
            grade.analystId === self ||
            grade.analyst.memberships.length > 0 ||
            seenIds.has(grade.inquiryId ?? "")
              ? grade.analyst.name
              : null,
        })),
      }),
    ),
  );
}

async function readRatingTable(actor: Actor, scope: InquiryScope): Promise<Table> {
  const where = { inquiryId: scope.id };
  const [hypotheses, entries, cells, grades] = await Promise.all([
    listHypotheses(scope),
    database().evidence.findMany({
      where,
      orderBy: { ordinal: "asc" },
      select: { id: true, withdrawnAt: true },
    }),
    database().rating.findMany({ where, orderBy: [{ analystId: "asc" }, { hypothesisId: "asc" }] }),
    database().evidenceRating.findMany({ where, orderBy: { analystId: "asc" } }),
  ]);
  const ids = entries.map(({ id }) => id);
  const [blind, names] = await Promise.all([
    listBlindEntries(actor, scope, ids),
    analystNames([...new Set([...cells, ...grades].map(({ analystId }) => analystId))]),
  ]);
  const own = actor.kind === "person" ? actor.analystId : null;
  const isSeen = (rating: { evidenceId: string; analystId: string }) =>
    rating.analystId === own || !blind.has(rating.evidenceId);
  const common = (rating: { evidenceId: string; analystId: string; reason: string; ratedAt: Date }) => ({
    evidenceId: rating.evidenceId,
    analyst: names.get(rating.analystId) ?? "A former analyst",
    reason: rating.reason,
    ratedAt: rating.ratedAt,
  });
  const rows: RatingRow[] = [];
  for (const cell of cells.filter(isSeen)) {
    const { hypothesisId, consistency: code } = cell;
    rows.push({ ...common(cell), scale: "consistency", hypothesisId, code });
  }
  for (const grade of grades.filter(isSeen)) {
    for (const scale of ["credibility", "relevance"] as const) {
      const code = grade[scale];
      if (code !== null) rows.push({ ...common(grade), scale, hypothesisId: null, code });
    }
  }
  const withdrawn = [...entries, ...hypotheses].filter(({ withdrawnAt }) => withdrawnAt !== null);
  return ratingTable(
    ids,
    groupBy(rows, ({ evidenceId }) => evidenceId),
    blind,
    new Set(withdrawn.map(({ id }) => id)),
  );
}

async function listStandingHypotheses(scope: InquiryScope): Promise<Head[]> {
  return (await listHypotheses(scope)).filter(({ withdrawnAt }) => withdrawnAt === null);
}

const named = { select: { id: true, name: true } } as const;

const entryColumns = {
  id: true,
  statement: true,
  kind: true,
  occurredOn: true,
  places: true,
  note: true,
  withdrawnAt: true,
  withdrawnReason: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  citations: {
    orderBy: { ordinal: "asc" },
    select: {
      source: named,
      via: named,
      locator: true,
      url: true,
      quote: true,
      publishedOn: true,
      accessedOn: true,
      archivedAt: true,
    },
  },
} as const;

const sourceColumns = {
  id: true,
  name: true,
  kind: true,
  stake: true,
  description: true,
  url: true,
  publishedOn: true,
  withdrawnAt: true,
  withdrawnReason: true,
} as const;

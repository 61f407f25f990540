import "server-only";
import { isDisputed } from "@/lib/analysis/disputed";
import type { Consistency, EvidenceKind } from "@/lib/analysis/scales";
import type { Analysis } from "@/lib/analysis/types";
import type { Actor, Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { literally } from "@/lib/db/pattern";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { listBlindEntries } from "@/lib/rating/queries";
import { nearestReliability } from "@/lib/source/grade";
import type { EvidenceFilter } from "./schema";

export interface EvidenceLine {
  readonly id: string;
  readonly statement: string;
  readonly kind: EvidenceKind;
  readonly occurredOn: string | null;
  readonly places: readonly string[];
  readonly withdrawnAt: Date | null;
  /** The entry that stands for it as well, where it was merged into one. */
  readonly mergedIntoId: string | null;
  readonly citations: readonly {
    readonly source: { readonly id: string; readonly name: string };
    readonly via: { readonly id: string; readonly name: string } | null;
  }[];
}

const lineColumns = {
  id: true,
  statement: true,
  kind: true,
  occurredOn: true,
  places: true,
  withdrawnAt: true,
  mergedIntoId: true,
  citations: {
    orderBy: { ordinal: "asc" },
    select: { source: { select: { id: true, name: true } }, via: { select: { id: true, name: true } } },
  },
} as const;

const linesPerPage = 50;

/**
 * Entries of an inquiry, narrowed and a page at a time, in the order of their numbers.
 *
 * @returns `ids` are those of all pages.
 */
export async function listEvidence(
  actor: Actor,
  scope: InquiryScope,
  analysis: Analysis,
  filter: EvidenceFilter,
): Promise<{ lines: EvidenceLine[]; ids: string[]; pages: number }> {
  const where = await evidenceWhere(actor, scope, analysis, filter);
  const [ids, lines] = await Promise.all([
    idsOf(where),
    database().evidence.findMany({
      where,
      orderBy: { ordinal: "asc" },
      skip: (filter.page - 1) * linesPerPage,
      take: linesPerPage,
      select: lineColumns,
    }),
  ]);
  return {
    lines: lines.map((line) => ({ ...line, kind: line.kind as EvidenceKind })),
    ids,
    pages: Math.ceil(ids.length / linesPerPage),
  };
}

/** The ids of all entries that a filter leaves, whatever page it names. */
export async function listEvidenceIds(
  actor: Actor,
  scope: InquiryScope,
  analysis: Analysis,
  filter: EvidenceFilter,
): Promise<string[]> {
  return idsOf(await evidenceWhere(actor, scope, analysis, filter));
}

async function idsOf(where: Awaited<ReturnType<typeof evidenceWhere>>): Promise<string[]> {
  const entries = await database().evidence.findMany({
    where,
    orderBy: { ordinal: "asc" },
    select: { id: true },
  });
  return entries.map(({ id }) => id);
}

/**
 * The entries of an inquiry that a filter lets through, for every view that can be narrowed by it. Stance, grade and
 * dispute are findings of the analysis, so the entries that have them are named to the database.
 */
export async function evidenceWhere(
  actor: Actor,
  scope: InquiryScope,
  analysis: Analysis,
  filter: EvidenceFilter,
) {
  const { text, kind, source, mine } = filter;
  const ids = await idsByFindings(actor, scope, analysis, filter);
  return {
    inquiryId: scope.id,
    ...(ids ? { id: { in: ids } } : {}),
    ...(kind ? { kind } : {}),
    ...(source ? { citations: { some: { OR: [{ sourceId: source }, { viaId: source }] } } } : {}),
    ...(mine && actor.kind === "person"
      ? {
          AND: [
            { OR: analysis.hypotheses.map(({ id: hypothesisId }) => withoutRating(actor, hypothesisId)) },
          ],
        }
      : {}),
    ...(text === ""
      ? {}
      : {
          OR: [
            { statement: { contains: literally(text), mode: "insensitive" as const } },
            { note: { contains: literally(text), mode: "insensitive" as const } },
            { places: { has: text } },
            { id: text.toUpperCase() },
          ],
        }),
  };
}

const withoutRating = ({ analystId }: Person, hypothesisId: string) => ({
  ratings: { none: { analystId, hypothesisId } },
});

async function idsByFindings(
  actor: Actor,
  scope: InquiryScope,
  analysis: Analysis,
  { stance, hypothesis, grade, disputed }: EvidenceFilter,
): Promise<string[] | null> {
  if (!stance && !grade && !disputed) return null;
  const cells = analysis.cells.filter((cell) => hypothesis === undefined || cell.hypothesis === hypothesis);
  const standing = new Set(cells.filter(({ column }) => column === stance).map(({ evidence }) => evidence));
  const apart = new Set(cells.filter(isDisputed).map(({ evidence }) => evidence));
  // What others say by an entry, and that they part on it, is theirs to know who have rated it.
  const told = [...(disputed ? apart : []), ...(stance ? standing : [])];
  const blind = await listBlindEntries(actor, scope, told);
  return analysis.evidence
    .filter((entry) => stance === undefined || (standing.has(entry.id) && !blind.has(entry.id)))
    .filter((entry) => grade === undefined || gradeOf(analysis, entry.leansOn) === grade)
    .filter((entry) => disputed === undefined || (apart.has(entry.id) && !blind.has(entry.id)))
    .map((entry) => entry.id);
}

/** The grade of the source whose name an origin bears: the letter nearest to the mean; F where nobody judged it. */
export function gradeOf(analysis: Analysis, sourceId: string): string {
  return nearestReliability(analysis.sources.find((source) => source.id === sourceId)?.reliability ?? null);
}

/** Entries by id, for pages that know which ones they show. */
export async function listEvidenceByIds(
  scope: InquiryScope,
  ids: readonly string[],
): Promise<Map<string, EvidenceLine>> {
  const lines = await database().evidence.findMany({
    where: { inquiryId: scope.id, id: { in: [...ids] } },
    select: lineColumns,
  });
  return new Map(lines.map((line) => [line.id, { ...line, kind: line.kind as EvidenceKind }]));
}

/** One entry, whole: its citations, and who rated it how, as far as that is somebody's to see yet. */
export async function findEvidence(actor: Actor, scope: InquiryScope, id: string) {
  const entry = await database().evidence.findUnique({
    where: { inquiryId_id: { inquiryId: scope.id, id } },
    select: {
      id: true,
      statement: true,
      kind: true,
      occurredOn: true,
      places: true,
      note: true,
      claim: { select: { id: true, statement: true, withdrawnAt: true } },
      withdrawnAt: true,
      withdrawnReason: true,
      mergedInto: { select: { id: true, withdrawnAt: true, mergedIntoId: true } },
      merged: { orderBy: { ordinal: "asc" }, select: { id: true } },
      version: true,
      createdById: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      citations: {
        orderBy: { ordinal: "asc" },
        select: {
          id: true,
          locator: true,
          url: true,
          quote: true,
          publishedOn: true,
          accessedOn: true,
          archivedAt: true,
          source: { select: { id: true, name: true, withdrawnAt: true } },
          via: { select: { id: true, name: true, withdrawnAt: true } },
        },
      },
      ratings: {
        orderBy: [{ analystId: "asc" }, { hypothesisId: "asc" }],
        select: {
          analystId: true,
          hypothesisId: true,
          consistency: true,
          reason: true,
          ratedAt: true,
          analyst: { select: { name: true } },
        },
      },
      evidenceRatings: {
        orderBy: { analystId: "asc" },
        select: {
          analystId: true,
          credibility: true,
          relevance: true,
          reason: true,
          ratedAt: true,
          analyst: { select: { name: true } },
        },
      },
    },
  });
  if (!entry) return null;
  const isBlind = (await listBlindEntries(actor, scope, [id])).has(id);
  const isSeen = ({ analystId }: { readonly analystId: string }) =>
    !isBlind || (actor.kind === "person" && actor.analystId === analystId);
  return {
    ...entry,
    kind: entry.kind as EvidenceKind,
    ratings: entry.ratings
      .filter(isSeen)
      .map((rating) => ({ ...rating, consistency: rating.consistency as Consistency })),
    evidenceRatings: entry.evidenceRatings.filter(isSeen),
    /** Whether others' ratings are left out until whoever asks has given theirs. */
    isBlind,
  };
}

/** One analyst's ratings of some entries, for forms. */
export async function listOwnRatings(scope: InquiryScope, evidenceIds: readonly string[], analystId: string) {
  const where = { inquiryId: scope.id, evidenceId: { in: [...evidenceIds] }, analystId };
  const [ratings, evidenceRatings] = await Promise.all([
    database().rating.findMany({
      where,
      select: { evidenceId: true, analystId: true, hypothesisId: true, consistency: true, reason: true },
    }),
    database().evidenceRating.findMany({
      where,
      select: { evidenceId: true, analystId: true, credibility: true, relevance: true, reason: true },
    }),
  ]);
  return { ratings, evidenceRatings };
}

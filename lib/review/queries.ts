import "server-only";
import type { Reliability } from "@/lib/analysis/scales";
import type { Person } from "@/lib/auth/actor";
import { readClaimInputs } from "@/lib/claim/queries";
import { database } from "@/lib/db/client";
import { getMatrices, wholeAnalysis } from "@/lib/matrix/queries";
import { countingRoles } from "@/lib/policy";
import { type AdmiraltyCell, admiraltyCells, gradedEntries } from "@/lib/rating/admiralty";
import { listBlindEntriesIn } from "@/lib/rating/queries";
import type { SourceKind } from "@/lib/source/kinds";
import { inQueueOrder, type QueueReason, queueReasons, type Staleness, staleness } from "@/lib/source/queue";
import { type PooledRecord, poolRecords } from "@/lib/source/record";
import { type SourceFacts, sourceFacts } from "./facts";

/** So many inquiries are looked at, the newest first. */
export const mostInquiries = 12;

/** A source as somebody reviews it. */
export interface ReviewItem {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly stake: string;
  readonly description: string;
  readonly reasons: readonly QueueReason[];
  /** What makes the reader's own grade stale; null where it is not. */
  readonly staleFor: Staleness | null;
  /** The most that posteriors would move in one inquiry if it fell, 0 to 1. */
  readonly moves: number;
  /** How many entries rest on it, over all the inquiries looked at. */
  readonly entries: number;
  /** Those that are graded as confirmed without two judged origins. */
  readonly confirmedAlone: readonly { readonly slug: string; readonly id: string }[];
  /** What became of its claims in the inquiries looked at; null where it asserts none. */
  readonly record: PooledRecord | null;
  /** Where a grade of it can be written: the inquiries among these that know it. */
  readonly inquiries: readonly { readonly slug: string; readonly question: string }[];
  readonly own: {
    readonly reliability: Reliability;
    readonly reason: string;
    /** The address of the inquiry it was written in; empty for none of these. */
    readonly writtenIn: string;
    readonly ratedAt: string;
  } | null;
}

export interface Review {
  /** Every source that somebody grades with effect, the most consequential first; with no reason where none holds. */
  readonly items: readonly ReviewItem[];
  /** Where the entries of the inquiries looked at lie by both scales, but those of which their reader is blind. */
  readonly grades: readonly {
    readonly slug: string;
    readonly question: string;
    readonly cells: readonly AdmiraltyCell[];
  }[];
  /** How many inquiries they work in, of which `mostInquiries` are looked at. */
  readonly inquiries: number;
}

/**
 * The sources that somebody may judge, as analyst or lead of inquiries that cite them: why each should be looked at,
 * and how much hangs on it. A fixed number of queries.
 */
export async function readReview(actor: Person, now: Date): Promise<Review> {
  const works = {
    memberships: { some: { analystId: actor.analystId, role: { in: [...countingRoles] } } },
  };
  const [total, inquiries] = await Promise.all([
    database().inquiry.count({ where: works }),
    database().inquiry.findMany({
      where: works,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: mostInquiries,
      select: { id: true, slug: true, question: true },
    }),
  ]);
  const inquiryIds = inquiries.map(({ id }) => id);
  const matrices = await getMatrices(inquiryIds);
  const [claims, blind] = await Promise.all([
    readClaimInputs(inquiryIds, matrices),
    listBlindEntriesIn(actor, inquiryIds),
  ]);
  const factsIn = new Map(
    [...matrices].map(([id, matrix]) => [
      id,
      sourceFacts(
        matrix.input,
        wholeAnalysis(matrix),
        claims.get(id) ?? [],
        matrix.claimHands,
        actor.analystId,
      ),
    ]),
  );
  const sourceIds = [...new Set([...factsIn.values()].flatMap((facts) => [...facts.keys()]))];
  const [sources, ownGrades, newest] = await Promise.all([
    database().source.findMany({
      where: { id: { in: sourceIds }, withdrawnAt: null },
      select: { id: true, ordinal: true, name: true, kind: true, stake: true, description: true },
    }),
    database().sourceRating.findMany({
      where: { sourceId: { in: sourceIds }, analystId: actor.analystId, isCurrent: true },
      select: {
        sourceId: true,
        reliability: true,
        reason: true,
        inquiryId: true,
        ratedAt: true,
        judgedAt: true,
      },
    }),
    newestEntries(sourceIds, inquiryIds),
  ]);
  const ownOf = new Map(ownGrades.map((grade) => [grade.sourceId, grade]));
  const candidates = sources.map((source) => {
    const known = inquiries.flatMap((inquiry) => {
      const facts = factsIn.get(inquiry.id)?.get(source.id);
      return facts ? [{ inquiry, facts }] : [];
    });
    const confirmedAlone = known.flatMap(({ inquiry, facts }) =>
      // That somebody graded an entry as confirmed is for those to know who have rated it.
      facts.confirmedAlone
        .filter((entry) => !blind.get(inquiry.id)?.has(entry))
        .map((id) => ({ slug: inquiry.slug, id })),
    );
    const own = ownOf.get(source.id) ?? null;
    return {
      ...source,
      ...together(
        known.map(({ facts }) => facts),
        own ? [own.reliability as Reliability] : [],
      ),
      own: own && {
        ...own,
        reliability: own.reliability as Reliability,
        ratedAt: own.judgedAt ?? own.ratedAt,
      },
      newestEntryAt: newest.get(source.id) ?? null,
      confirmedAlone,
      isConfirmedAlone: confirmedAlone.length > 0,
      inquiries: known.map(({ inquiry }) => inquiry),
    };
  });
  const items = inQueueOrder(candidates).map((candidate): ReviewItem => {
    const { id, name, kind, stake, description, moves, entries, confirmedAlone, record, own } = candidate;
    return {
      id,
      name,
      kind: kind as SourceKind,
      stake,
      description,
      moves,
      entries,
      confirmedAlone,
      record,
      reasons: queueReasons(candidate, now),
      staleFor: staleness(candidate, now),
      inquiries: candidate.inquiries.map(({ slug, question }) => ({ slug, question })),
      own: own && {
        reliability: own.reliability,
        reason: own.reason,
        writtenIn: candidate.inquiries.find((inquiry) => inquiry.id === own.inquiryId)?.slug ?? "",
        ratedAt: own.ratedAt.toISOString(),
      },
    };
  });
  const grades = inquiries.flatMap(({ id, slug, question }) => {
    const matrix = matrices.get(id);
    if (!matrix || matrix.analysis.evidence.length === 0) return [];
    const seen = gradedEntries(matrix.analysis, matrix.input).filter(
      (entry) => !blind.get(id)?.has(entry.id),
    );
    return [{ slug, question, cells: admiraltyCells(matrix.analysis, seen) }];
  });
  return { items, grades, inquiries: total };
}

/** What several inquiries say of one source. */
function together(facts: readonly SourceFacts[], own: readonly Reliability[]) {
  const records = facts.flatMap(({ record }) => record ?? []);
  const others = [...new Map(facts.flatMap((each) => [...each.others])).values()];
  return {
    moves: Math.max(...facts.map(({ moves }) => moves)),
    entries: facts.reduce((sum, { entries }) => sum + entries.length, 0),
    others,
    record: poolRecords(records, [...own, ...others]),
    isRecordAtOdds: records.some(({ isAtOddsWithGrade }) => isAtOddsWithGrade),
    isInHalo: facts.some(({ isInHalo }) => isInHalo),
  };
}

/** When the newest entry that rests on each source was added, in these inquiries. */
async function newestEntries(
  sourceIds: readonly string[],
  inquiryIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await database().$queryRaw<{ id: string; at: Date }[]>`
    SELECT hand."id", max(e."created_at") AS at FROM "citation" c
    JOIN "evidence" e ON e."inquiry_id" = c."inquiry_id" AND e."id" = c."evidence_id" AND e."withdrawn_at" IS NULL
    CROSS JOIN LATERAL (VALUES (c."source_id"), (c."via_id")) AS hand ("id")
    WHERE c."inquiry_id" = ANY(${[...inquiryIds]}) AND hand."id" = ANY(${[...sourceIds]})
    GROUP BY 1`;
  return new Map(rows.map(({ id, at }) => [id, at]));
}

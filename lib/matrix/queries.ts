import "server-only";
import { analyse } from "@/lib/analysis/analyse";
import { groupBy } from "@/lib/analysis/group-by";
import type { Consistency, Credibility, EvidenceKind, Relevance, Reliability, SourceLinkKind } from "@/lib/analysis/scales";
import type { Analysis, MatrixInput } from "@/lib/analysis/types";
import { database, type Transaction } from "@/lib/db/client";
import { countingRoles } from "@/lib/policy";

/** The matrix of an inquiry at one moment of its history, and what the engine says of it. */
export interface Matrix {
  readonly sequence: number;
  readonly input: MatrixInput;
  readonly analysis: Analysis;
}

const kept = new Map<string, Matrix>();
const keptAtMost = 24;

/**
 * The matrix and analysis of an inquiry. Who may see the inquiry has been settled by whoever holds its id (an
 * InquiryScope). Everything that moves an analysis writes an event into the inquiry's chain, so the end of that
 * chain says whether what was reckoned before still stands: then this costs one query.
 */
export async function getMatrix(inquiryId: string): Promise<Matrix> {
  const head = await database().chainHead.findUnique({ where: { chain: inquiryId }, select: { sequence: true } });
  const known = kept.get(inquiryId);
  if (known && known.sequence === head?.sequence) {
    kept.delete(inquiryId);
    kept.set(inquiryId, known);
    return known;
  }
  const { sequence, input } = await database().$transaction((tx) => readMatrix(tx, inquiryId), {
    isolationLevel: "RepeatableRead",
    timeout: 30_000,
  });
  const matrix = { sequence, input, analysis: analyse(input) };
  kept.delete(inquiryId);
  kept.set(inquiryId, matrix);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return matrix;
}

interface CitationRow {
  evidence_id: string;
  source_id: string;
  via_id: string | null;
}
interface RatingRow {
  evidence_id: string;
  hypothesis_id: string;
  analyst_id: string;
  consistency: Consistency;
}
interface EvidenceRatingRow {
  evidence_id: string;
  analyst_id: string;
  credibility: Credibility | null;
  relevance: Relevance | null;
}
interface SourceRow {
  id: string;
  withdrawn: boolean;
  cited: boolean;
}

/** Everything that counts: what is withdrawn is left out, and so are grades by whoever is no analyst or lead here. */
async function readMatrix(tx: Transaction, inquiryId: string): Promise<{ sequence: number; input: MatrixInput }> {
  const head = await tx.chainHead.findUniqueOrThrow({ where: { chain: inquiryId }, select: { sequence: true } });
  const hypotheses = await tx.hypothesis.findMany({
    where: { inquiryId, withdrawnAt: null },
    orderBy: [{ position: "asc" }, { ordinal: "asc" }],
    select: { id: true },
  });
  const entries = await tx.evidence.findMany({
    where: { inquiryId, withdrawnAt: null },
    orderBy: { ordinal: "asc" },
    select: { id: true, kind: true },
  });
  const citations = await tx.$queryRaw<CitationRow[]>`
    SELECT "evidence_id", "source_id", "via_id" FROM "citation" WHERE "inquiry_id" = ${inquiryId}
    ORDER BY "evidence_id", "ordinal"`;
  const ratings = await tx.$queryRaw<RatingRow[]>`
    SELECT r."evidence_id", r."hypothesis_id", r."analyst_id", r."consistency" FROM "rating" r
    WHERE r."inquiry_id" = ${inquiryId} ORDER BY r."evidence_id", r."hypothesis_id", r."analyst_id"`;
  const evidenceRatings = await tx.$queryRaw<EvidenceRatingRow[]>`
    SELECT "evidence_id", "analyst_id", "credibility", "relevance" FROM "evidence_rating"
    WHERE "inquiry_id" = ${inquiryId} ORDER BY "evidence_id", "analyst_id"`;
  // The sources cited here, and those through which links join them; the latter last, so that a group bears the
  // name of a source that every reader of this inquiry can see.
  const sources = await tx.$queryRaw<SourceRow[]>`
    WITH RECURSIVE cited AS (
      SELECT "source_id" AS id FROM "citation" WHERE "inquiry_id" = ${inquiryId}
      UNION SELECT "via_id" FROM "citation" WHERE "inquiry_id" = ${inquiryId} AND "via_id" IS NOT NULL
    ), reached AS (
      SELECT id FROM cited
      UNION
      SELECT CASE WHEN l."from_id" = r.id THEN l."to_id" ELSE l."from_id" END
      FROM reached r JOIN "source_link" l ON r.id IN (l."from_id", l."to_id")
    )
    SELECT s."id", s."withdrawn_at" IS NOT NULL AS withdrawn, s."id" IN (SELECT id FROM cited) AS cited
    FROM "source" s WHERE s."id" IN (SELECT id FROM reached) ORDER BY cited DESC, s."ordinal"`;
  const sourceIds = sources.map((source) => source.id);
  const links = await tx.sourceLink.findMany({
    where: { fromId: { in: sourceIds }, toId: { in: sourceIds } },
    orderBy: { id: "asc" },
    select: { fromId: true, toId: true, kind: true },
  });
  const grades = await tx.sourceRating.findMany({
    where: {
      isCurrent: true,
      sourceId: { in: sourceIds },
      analyst: { memberships: { some: { inquiryId, role: { in: [...countingRoles] } } } },
    },
    orderBy: { analystId: "asc" },
    select: { sourceId: true, analystId: true, reliability: true },
  });
  const judgements = await tx.judgement.findMany({
    where: { inquiryId },
    orderBy: { analystId: "asc" },
    select: { analystId: true, shares: { select: { hypothesisId: true, probability: true } } },
  });

  const hypothesisIds = new Set(hypotheses.map(({ id }) => id));
  const withdrawn = new Set(sources.filter((source) => source.withdrawn).map(({ id }) => id));
  const citationsOf = groupBy(citations, (citation) => citation.evidence_id);
  const gradesOf = groupBy(grades, (grade) => grade.sourceId);
  const gradesOfEntry = groupBy(evidenceRatings, (rating) => rating.evidence_id);

  const evidence: NonNullable<MatrixInput["evidence"]>[number][] = [];
  for (const { id, kind } of entries) {
    const all = citationsOf.get(id) ?? [];
    const standing = all.filter(({ source_id, via_id }) => !withdrawn.has(source_id) && !withdrawn.has(via_id ?? ""));
    // As in a drop: an entry that has lost its last citation is out.
    if (all.length > 0 && standing.length === 0) continue;
    const rated = gradesOfEntry.get(id) ?? [];
    evidence.push({
      id,
      kind: kind as EvidenceKind,
      citations: standing.map(({ source_id, via_id }) => (via_id ? { source: source_id, via: via_id } : { source: source_id })),
      credibility: Object.fromEntries(rated.flatMap((r) => (r.credibility ? [[r.analyst_id, r.credibility]] : []))),
      relevance: Object.fromEntries(rated.flatMap((r) => (r.relevance ? [[r.analyst_id, r.relevance]] : []))),
    });
  }
  const evidenceIds = new Set(evidence.map(({ id }) => id));

  return {
    sequence: head.sequence,
    input: {
      hypotheses,
      // Withdrawn sources stay, uncited: who owns whom is still so.
      sources: sources.map(({ id }) => ({
        id,
        reliability: Object.fromEntries(
          (gradesOf.get(id) ?? []).map((grade) => [grade.analystId, grade.reliability as Reliability]),
        ),
      })),
      sourceLinks: links.map(({ fromId, toId, kind }) => ({ from: fromId, to: toId, kind: kind as SourceLinkKind })),
      evidence,
      ratings: ratings
        .filter((rating) => evidenceIds.has(rating.evidence_id) && hypothesisIds.has(rating.hypothesis_id))
        .map((rating) => ({
          evidence: rating.evidence_id,
          hypothesis: rating.hypothesis_id,
          analyst: rating.analyst_id,
          consistency: rating.consistency,
        })),
      judgements: judgements.flatMap(({ analystId, shares }) => {
        const standing = shares.filter(({ hypothesisId }) => hypothesisIds.has(hypothesisId));
        // A judgement names every hypothesis; one made before a hypothesis was added waits for its analyst.
        const counts = standing.length === hypothesisIds.size && standing.some(({ probability }) => probability > 0);
        if (!counts) return [];
        return [
          {
            analyst: analystId,
            probabilities: Object.fromEntries(standing.map((share) => [share.hypothesisId, share.probability])),
          },
        ];
      }),
    },
  };
}

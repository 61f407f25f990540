import "server-only";
import { analyse } from "@/lib/analysis/analyse";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { groupBy } from "@/lib/analysis/group-by";
import type {
  Consistency,
  Credibility,
  EvidenceKind,
  Lexicon,
  Relevance,
  Reliability,
  SourceLinkKind,
} from "@/lib/analysis/scales";
import type { Analysis, MatrixInput, WholeAnalysis } from "@/lib/analysis/types";
import { database, type Transaction } from "@/lib/db/client";
import { countingRoles } from "@/lib/policy";

/** The matrix of an inquiry at one moment of its history, and what the engine says of it. */
export interface Matrix {
  readonly sequence: number;
  readonly input: MatrixInput;
  readonly analysis: Analysis;
  /** Whether some of the hypotheses can hold together, so that the figures rank them and are no distribution. */
  readonly isRanking: boolean;
  /** Whose words the inquiry uses for probabilities. */
  readonly lexicon: Lexicon;
  /** When what an entry tells of happened, as EDTF; entries without a date are not in it. */
  readonly occurredOn: ReadonlyMap<string, string>;
  /** The sources that assert a claim which stands, pass it on, or carry it. */
  readonly claimHands: ReadonlySet<string>;
  /** The sources among all of them that are withdrawn. */
  readonly withdrawnSources: ReadonlySet<string>;
}

const kept = new Map<string, Matrix>();
const keptAtMost = 24;

/**
 * The matrices and analyses of inquiries, by id. Who may see them has been settled by whoever holds the ids (from an
 * InquiryScope or a scoped list). Everything that moves an analysis writes an event into the inquiry's chain, so the
 * end of that chain says whether what was reckoned before still stands: then all of them cost one query.
 */
export async function getMatrices(inquiryIds: readonly string[]): Promise<Map<string, Matrix>> {
  const heads = await database().chainHead.findMany({
    where: { chain: { in: [...inquiryIds] } },
    select: { chain: true, sequence: true },
  });
  const matrices = new Map<string, Matrix>();
  for (const { chain, sequence } of heads) {
    const known = kept.get(chain);
    const matrix = known?.sequence === sequence ? known : await reckonOnce(chain, sequence);
    keep(chain, matrix);
    matrices.set(chain, matrix);
  }
  return matrices;
}

/** The matrix and analysis of one inquiry. */
export async function getMatrix(inquiryId: string): Promise<Matrix> {
  const matrix = (await getMatrices([inquiryId])).get(inquiryId);
  if (!matrix) throw new Error(`inquiry ${inquiryId} has no chain`);
  return matrix;
}

const wholes = new WeakMap<Matrix, WholeAnalysis>();

/** The analysis with what its conclusion hangs on, reckoned when it is first asked for: it costs far more than a save may. */
export function wholeAnalysis(matrix: Matrix): WholeAnalysis {
  const known = wholes.get(matrix) ?? analyseWhole(matrix.input);
  wholes.set(matrix, known);
  return known;
}

const underWay = new Map<string, Promise<Matrix>>();

/** However many ask at the same moment after a change, the matrix is read and reckoned for all of them once. */
function reckonOnce(inquiryId: string, sequence: number): Promise<Matrix> {
  const change = `${inquiryId}/${sequence}`;
  let matrix = underWay.get(change);
  if (!matrix) {
    matrix = reckon(inquiryId).finally(() => underWay.delete(change));
    underWay.set(change, matrix);
  }
  return matrix;
}

async function reckon(inquiryId: string): Promise<Matrix> {
  const read = await database().$transaction((tx) => readMatrix(tx, inquiryId), {
    isolationLevel: "RepeatableRead",
    maxWait: 10_000,
    timeout: 30_000,
  });
  return { ...read, analysis: analyse(read.input) };
}

/** Keeps the most recently asked for. */
function keep(inquiryId: string, matrix: Matrix): void {
  kept.delete(inquiryId);
  kept.set(inquiryId, matrix);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
}

interface CitationRow {
  evidence_id: string;
  source_id: string;
  via_id: string | null;
}
/** What one analyst gave on one hypothesis: "E1 CC,E2 N". */
interface RatingColumn {
  analyst_id: string;
  hypothesis_id: string;
  given: string;
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
  claiming: boolean;
}

/** Everything that counts: what is withdrawn is left out, and so are grades by whoever is no analyst or lead here. */
async function readMatrix(tx: Transaction, inquiryId: string): Promise<Omit<Matrix, "analysis">> {
  const head = await tx.chainHead.findUniqueOrThrow({
    where: { chain: inquiryId },
    select: { sequence: true },
  });
  const { lexicon, ...settings } = await tx.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    select: { step: true, doubt: true, unrated: true, lexicon: true },
  });
  const hypotheses = await tx.hypothesis.findMany({
    where: { inquiryId, withdrawnAt: null },
    orderBy: [{ position: "asc" }, { ordinal: "asc" }],
    select: { id: true, prior: true },
  });
  const overlaps = await tx.hypothesisRelation.count({
    where: { inquiryId, a: { withdrawnAt: null }, b: { withdrawnAt: null } },
  });
  const entries = await tx.evidence.findMany({
    where: { inquiryId, withdrawnAt: null },
    orderBy: { ordinal: "asc" },
    select: { id: true, kind: true, occurredOn: true },
  });
  const citations = await tx.$queryRaw<CitationRow[]>`
    SELECT "evidence_id", "source_id", "via_id" FROM "citation" WHERE "inquiry_id" = ${inquiryId}
    ORDER BY "evidence_id", "ordinal"`;
  // Column by column: a row for each rating would take three times as long to fetch.
  const columns = await tx.$queryRaw<RatingColumn[]>`
    SELECT "analyst_id", "hypothesis_id", string_agg("evidence_id" || ' ' || "consistency", ',') AS given
    FROM "rating" WHERE "inquiry_id" = ${inquiryId} GROUP BY 1, 2 ORDER BY 1, 2`;
  const evidenceRatings = await tx.$queryRaw<EvidenceRatingRow[]>`
    SELECT "evidence_id", "analyst_id", "credibility", "relevance" FROM "evidence_rating"
    WHERE "inquiry_id" = ${inquiryId} ORDER BY "evidence_id", "analyst_id"`;
  // The sources cited here, and those that a claim names or through which links join them; the latter last, so that a
  // group bears the name of a source that every reader of this inquiry can see.
  const sources = await tx.$queryRaw<SourceRow[]>`
    WITH RECURSIVE cited AS (
      SELECT "source_id" AS id FROM "citation" WHERE "inquiry_id" = ${inquiryId}
      UNION SELECT "via_id" FROM "citation" WHERE "inquiry_id" = ${inquiryId} AND "via_id" IS NOT NULL
    ), claim_hand AS (
      SELECT hand."id", c."withdrawn_at" IS NULL AS stands FROM "claim" c
      LEFT JOIN "claim_appearance" a ON (a."inquiry_id", a."claim_id") = (c."inquiry_id", c."id")
      CROSS JOIN LATERAL (VALUES (c."asserted_by"), (c."asserted_via"), (a."source_id"), (a."via_id")) AS hand ("id")
      WHERE c."inquiry_id" = ${inquiryId} AND hand."id" IS NOT NULL
    ), reached AS (
      (SELECT id FROM cited UNION SELECT id FROM claim_hand)
      UNION
      SELECT CASE WHEN l."from_id" = r.id THEN l."to_id" ELSE l."from_id" END
      FROM reached r JOIN "source_link" l ON r.id IN (l."from_id", l."to_id")
    )
    SELECT s."id", s."withdrawn_at" IS NOT NULL AS withdrawn, s."id" IN (SELECT id FROM cited) AS cited,
      s."id" IN (SELECT id FROM claim_hand WHERE stands) AS claiming
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
  const occurredOn = new Map<string, string>();
  for (const { id, kind, occurredOn: date } of entries) {
    const all = citationsOf.get(id) ?? [];
    const standing = all.filter(
      ({ source_id, via_id }) => !withdrawn.has(source_id) && !withdrawn.has(via_id ?? ""),
    );
    // As in a drop: an entry that has lost its last citation is out.
    if (all.length > 0 && standing.length === 0) continue;
    if (date !== null) occurredOn.set(id, date);
    const rated = gradesOfEntry.get(id) ?? [];
    evidence.push({
      id,
      kind: kind as EvidenceKind,
      citations: standing.map(({ source_id, via_id }) =>
        via_id ? { source: source_id, via: via_id } : { source: source_id },
      ),
      credibility: Object.fromEntries(
        rated.flatMap((r) => (r.credibility ? [[r.analyst_id, r.credibility]] : [])),
      ),
      relevance: Object.fromEntries(rated.flatMap((r) => (r.relevance ? [[r.analyst_id, r.relevance]] : []))),
    });
  }
  const evidenceIds = new Set(evidence.map(({ id }) => id));

  return {
    sequence: head.sequence,
    isRanking: overlaps > 0,
    lexicon: lexicon as Lexicon,
    occurredOn,
    claimHands: new Set(sources.filter(({ claiming }) => claiming).map(({ id }) => id)),
    withdrawnSources: withdrawn,
    input: {
      settings,
      hypotheses,
      // Withdrawn sources stay, uncited: who owns whom is still so.
      sources: sources.map(({ id }) => ({
        id,
        reliability: Object.fromEntries(
          (gradesOf.get(id) ?? []).map((grade) => [grade.analystId, grade.reliability as Reliability]),
        ),
      })),
      sourceLinks: links.map(({ fromId, toId, kind }) => ({
        from: fromId,
        to: toId,
        kind: kind as SourceLinkKind,
      })),
      evidence,
      ratings: columns.flatMap(({ analyst_id: analyst, hypothesis_id: hypothesis, given }) =>
        hypothesisIds.has(hypothesis)
          ? given.split(",").flatMap((rating) => {
              const [id = "", consistency] = rating.split(" ");
              return evidenceIds.has(id)
                ? [{ evidence: id, hypothesis, analyst, consistency: consistency as Consistency }]
                : [];
            })
          : [],
      ),
      judgements: judgements.flatMap(({ analystId, shares }) => {
        const standing = shares.filter(({ hypothesisId }) => hypothesisIds.has(hypothesisId));
        // A judgement names every hypothesis; one made before a hypothesis was added waits for its analyst.
        const counts =
          standing.length === hypothesisIds.size && standing.some(({ probability }) => probability > 0);
        if (!counts) return [];
        return [
          {
            analyst: analystId,
            probabilities: Object.fromEntries(
              standing.map((share) => [share.hypothesisId, share.probability]),
            ),
          },
        ];
      }),
    },
  };
}

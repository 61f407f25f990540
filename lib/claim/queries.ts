import "server-only";
import { type ClaimFindings, type ClaimInput, judgeClaims } from "@/lib/analysis/claims";
import { groupBy } from "@/lib/analysis/group-by";
import type { Consistency } from "@/lib/analysis/scales";
import { database } from "@/lib/db/client";
import { literally } from "@/lib/db/pattern";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrices, type Matrix } from "@/lib/matrix/queries";
import { countingRoles } from "@/lib/policy";
import type { ClaimFilter } from "./schema";
import { claimsWithin } from "./within";

export interface ClaimLine {
  readonly id: string;
  readonly statement: string;
  readonly place: string;
  readonly occurredOn: string | null;
  readonly assertedOn: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly assertedBy: ClaimHand;
  readonly assertedVia: ClaimHand | null;
}

/** A source that asserts a claim or passes it on. */
export interface ClaimHand {
  readonly id: string;
  readonly name: string;
  readonly withdrawnAt: Date | null;
}

const hand = { select: { id: true, name: true, withdrawnAt: true } } as const;
const lineColumns = {
  id: true,
  statement: true,
  place: true,
  occurredOn: true,
  assertedOn: true,
  withdrawnAt: true,
  withdrawnReason: true,
  assertedBy: hand,
  assertedVia: hand,
} as const;

const linesPerPage = 50;

/** Claims of an inquiry, narrowed and a page at a time, in the order of their numbers, withdrawn ones among them. */
export async function listClaims(
  scope: InquiryScope,
  judged: JudgedClaims,
  { text, verdict, asserter, page }: ClaimFilter,
  perPage = linesPerPage,
): Promise<{ lines: ClaimLine[]; total: number; pages: number }> {
  const where = {
    inquiryId: scope.id,
    ...(asserter ? { assertedById: asserter } : {}),
    ...(verdict === undefined ? {} : whereVerdict(judged, verdict)),
    ...(text === ""
      ? {}
      : {
          OR: [
            { statement: { contains: literally(text), mode: "insensitive" as const } },
            { about: { contains: literally(text), mode: "insensitive" as const } },
            { place: { contains: literally(text), mode: "insensitive" as const } },
            { id: text.toUpperCase() },
          ],
        }),
  };
  const [total, lines] = await Promise.all([
    database().claim.count({ where }),
    database().claim.findMany({
      where,
      orderBy: { ordinal: "asc" },
      skip: (page - 1) * perPage,
      take: perPage,
      select: lineColumns,
    }),
  ]);
  return { lines, total, pages: Math.ceil(total / perPage) };
}

/** The claims of an inquiry that stand, disputed ones first, as far as an overview shows them; and how many there are at all. */
export async function listStandingClaims(
  scope: InquiryScope,
  judged: JudgedClaims,
  most: number,
): Promise<{ lines: ClaimLine[]; total: number }> {
  const isSettled = (id: string) => judged.get(id)?.findings.verdict !== "disputed";
  const ids = [...judged.keys()]
    .toSorted((one, other) => Number(isSettled(one)) - Number(isSettled(other)))
    .slice(0, most);
  const [total, lines] = await Promise.all([
    database().claim.count({ where: { inquiryId: scope.id } }),
    database().claim.findMany({ where: { inquiryId: scope.id, id: { in: ids } }, select: lineColumns }),
  ]);
  return { lines: lines.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)), total };
}

/** Verdicts are findings of the analysis, so the claims that have one are named to the database. */
function whereVerdict(judged: JudgedClaims, verdict: NonNullable<ClaimFilter["verdict"]>) {
  if (verdict === "withdrawn") return { withdrawnAt: { not: null } };
  const findings = [...judged.values()].filter((claim) => claim.findings.verdict === verdict);
  return { id: { in: findings.map(({ findings: { id } }) => id) } };
}

/** Who asserts the claims of an inquiry, by id and in the order of their numbers. */
export async function listAsserters(scope: InquiryScope): Promise<Map<string, string>> {
  const sources = await database().source.findMany({
    where: { claims: { some: { inquiryId: scope.id } } },
    orderBy: { ordinal: "asc" },
    take: 200,
    select: { id: true, name: true },
  });
  return new Map(sources.map(({ id, name }) => [id, name]));
}

/** What to suggest where a claim is asked for. */
export function suggestClaims(scope: InquiryScope): Promise<{ id: string; statement: string }[]> {
  return database().claim.findMany({
    where: { inquiryId: scope.id, withdrawnAt: null },
    orderBy: { ordinal: "asc" },
    take: 200,
    select: { id: true, statement: true },
  });
}

/** What some claims say, by inquiry and id: "inquiry/C3". Who may see the inquiries has been settled. */
export async function listClaimStatements(
  wanted: readonly { readonly inquiryId: string; readonly ids: readonly string[] }[],
): Promise<Map<string, string>> {
  const claims = await database().claim.findMany({
    where: { OR: wanted.map(({ inquiryId, ids }) => ({ inquiryId, id: { in: [...ids] } })) },
    select: { inquiryId: true, id: true, statement: true },
  });
  return new Map(claims.map(({ inquiryId, id, statement }) => [`${inquiryId}/${id}`, statement]));
}

/** One claim, whole, but for what is rated on it. */
export async function findClaim(scope: InquiryScope, id: string) {
  const claim = await database().claim.findUnique({
    where: { inquiryId_id: { inquiryId: scope.id, id } },
    select: {
      ...lineColumns,
      about: true,
      version: true,
      createdById: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      appearances: {
        orderBy: { ordinal: "asc" },
        select: {
          id: true,
          locator: true,
          url: true,
          quote: true,
          appearedOn: true,
          source: hand,
          via: hand,
        },
      },
      discrepancies: {
        orderBy: { ordinal: "asc" },
        take: linesPerPage,
        select: {
          id: true,
          says: true,
          against: true,
          noticedBy: true,
          noticedByName: true,
          withdrawnAt: true,
          withdrawnReason: true,
          createdById: true,
          createdBy: { select: { name: true } },
        },
      },
      reports: {
        orderBy: { ordinal: "asc" },
        take: linesPerPage,
        select: { id: true, statement: true, withdrawnAt: true },
      },
      _count: { select: { discrepancies: true, reports: true } },
    },
  });
  return claim;
}

export type ClaimFound = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

/** The claims that count, each with what the engine says of it, by id. */
export type JudgedClaims = ReadonlyMap<
  string,
  { readonly input: ClaimInput; readonly findings: ClaimFindings }
>;

/** How all claims of an inquiry stand, on one state of its matrix. Two queries, whatever the size. */
export async function judgeAll(scope: InquiryScope, matrix: Matrix): Promise<JudgedClaims> {
  const inputs = (await readClaimInputs([scope.id], new Map([[scope.id, matrix]]))).get(scope.id) ?? [];
  const findings = judgeClaims(matrix.input, inputs);
  return new Map(
    inputs.flatMap((input, row) => {
      const found = findings[row];
      return found ? [[input.id, { input, findings: found }] as const] : [];
    }),
  );
}

/**
 * The claims that count, by inquiry and in the order of their numbers, as the engine takes them (`judgeClaims`,
 * `trackRecords`): without those that are withdrawn, without ratings of entries that are out of the matrix, and without
 * ratings by whoever is no analyst or lead there now. Who may see the inquiries has been settled by whoever holds the
 * ids. Two queries, whatever the size.
 *
 * @param matrices The matrices with which the claims are judged, where the caller has them: what both say is then of one
 *   moment, whatever is withdrawn meanwhile.
 */
export async function readClaimInputs(
  inquiryIds: readonly string[],
  matrices?: ReadonlyMap<string, Matrix>,
): Promise<Map<string, readonly ClaimInput[]>> {
  const [known, claims, ratings] = await Promise.all([
    matrices ?? getMatrices(inquiryIds),
    database().claim.findMany({
      where: { inquiryId: { in: [...inquiryIds] }, withdrawnAt: null },
      orderBy: [{ inquiryId: "asc" }, { ordinal: "asc" }],
      select: { inquiryId: true, id: true, assertedById: true },
    }),
    database().$queryRaw<ClaimRatingRow[]>`
      SELECT r."inquiry_id", r."claim_id", r."evidence_id", r."analyst_id", r."consistency" FROM "claim_rating" r
      JOIN "membership" m ON m."inquiry_id" = r."inquiry_id" AND m."analyst_id" = r."analyst_id"
        AND m."role" = ANY(${[...countingRoles]})
      JOIN "evidence" e ON e."inquiry_id" = r."inquiry_id" AND e."id" = r."evidence_id"
      WHERE r."inquiry_id" = ANY(${[...inquiryIds]})
      ORDER BY r."inquiry_id", r."claim_id", e."ordinal", r."analyst_id"`,
  ]);
  const claimsOf = groupBy(claims, ({ inquiryId }) => inquiryId);
  const ratingsOf = groupBy(ratings, ({ inquiry_id, claim_id }) => `${inquiry_id}/${claim_id}`);
  return new Map(
    [...known].map(([inquiryId, { input }]) => {
      const given = (claimsOf.get(inquiryId) ?? []).map(({ id, assertedById: asserter }) => ({
        id,
        asserter,
        ratings: (ratingsOf.get(`${inquiryId}/${id}`) ?? []).map((rating) => ({
          evidence: rating.evidence_id,
          analyst: rating.analyst_id,
          consistency: rating.consistency,
        })),
      }));
      return [inquiryId, claimsWithin(input, given)];
    }),
  );
}

interface ClaimRatingRow {
  inquiry_id: string;
  claim_id: string;
  evidence_id: string;
  analyst_id: string;
  consistency: Consistency;
}

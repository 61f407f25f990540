import "server-only";
import type { ClaimInput } from "@/lib/analysis/claims";
import { groupBy } from "@/lib/analysis/group-by";
import type { Consistency } from "@/lib/analysis/scales";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrices, type Matrix } from "@/lib/matrix/queries";
import { countingRoles } from "@/lib/policy";
import { claimsWithin } from "./within";

/** The claims of an inquiry, with who asserts them and what stands against them. */
export function listClaims(scope: InquiryScope) {
  return database().claim.findMany({
    where: { inquiryId: scope.id },
    orderBy: { ordinal: "asc" },
    take: 200,
    select: {
      id: true,
      statement: true,
      about: true,
      place: true,
      occurredOn: true,
      withdrawnAt: true,
      withdrawnReason: true,
      assertedBy: { select: { id: true, name: true } },
      assertedVia: { select: { id: true, name: true } },
      discrepancies: {
        orderBy: { id: "asc" },
        select: { id: true, says: true, against: true, isOurs: true },
      },
    },
  });
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

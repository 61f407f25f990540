import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { Entry, GivenRatings } from "./gift";
import { withoutNote } from "./notes";
import type { Gift } from "./schema";

/**
 * Takes from an entry what a merge gave it, as far as that is still as it was given: what somebody has changed since is
 * theirs, and stays.
 *
 * @returns the ratings that went.
 */
export async function takeBack(
  tx: Transaction,
  inquiryId: string,
  into: Entry,
  gift: Gift,
): Promise<GivenRatings> {
  await tx.citation.deleteMany({ where: { inquiryId, evidenceId: into.id, OR: gift.citations } });
  await tx.evidence.update({
    where: { inquiryId_id: { inquiryId, id: into.id } },
    data: {
      places: into.places.filter((place) => !gift.places.includes(place)),
      note: withoutNote(into.note, gift.note),
      ...(gift.claimId !== null && into.claimId === gift.claimId ? { claimId: null } : {}),
      version: { increment: 1 },
    },
  });
  const ratings = await tx.$queryRaw<Gift["ratings"]>`
    DELETE FROM "rating" r USING jsonb_to_recordset(${JSON.stringify(gift.ratings)}::jsonb)
      AS g("hypothesisId" text, "analystId" text, "consistency" text, "reason" text)
    WHERE r."inquiry_id" = ${inquiryId} AND r."evidence_id" = ${into.id} AND r."hypothesis_id" = g."hypothesisId"
      AND r."analyst_id" = g."analystId" AND (r."consistency", r."reason") = (g."consistency", g."reason")
    RETURNING g.*`;
  const claimRatings = await tx.$queryRaw<Gift["claimRatings"]>`
    DELETE FROM "claim_rating" r USING jsonb_to_recordset(${JSON.stringify(gift.claimRatings)}::jsonb)
      AS g("claimId" text, "analystId" text, "consistency" text, "reason" text)
    WHERE r."inquiry_id" = ${inquiryId} AND r."evidence_id" = ${into.id} AND r."claim_id" = g."claimId"
      AND r."analyst_id" = g."analystId" AND (r."consistency", r."reason") = (g."consistency", g."reason")
    RETURNING g.*`;
  const evidenceRatings = await tx.$queryRaw<Gift["evidenceRatings"]>`
    DELETE FROM "evidence_rating" r USING jsonb_to_recordset(${JSON.stringify(gift.evidenceRatings)}::jsonb)
      AS g("analystId" text, "credibility" int, "relevance" text, "reason" text)
    WHERE r."inquiry_id" = ${inquiryId} AND r."evidence_id" = ${into.id} AND r."analyst_id" = g."analystId"
      AND r."credibility" IS NOT DISTINCT FROM g."credibility" AND r."relevance" IS NOT DISTINCT FROM g."relevance"
      AND r."reason" = g."reason"
    RETURNING g.*`;
  return { ratings, claimRatings, evidenceRatings };
}

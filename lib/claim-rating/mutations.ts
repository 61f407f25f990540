import "server-only";
import type { Person } from "@/lib/auth/actor";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { holdEntries } from "@/lib/rating/row";
import type { ClaimRatingDraft } from "./schema";

/**
 * One analyst's rating of one entry on one claim. Sent twice, or by several tabs at the same moment, it leaves one
 * rating; what did not change leaves no trace.
 */
export function rateOnClaim(
  actor: Person,
  { slug, id: claimId, evidence: evidenceId, consistency, reason }: ClaimRatingDraft,
): Promise<Outcome<{ changed: boolean }>> {
  return write<{ changed: boolean }>(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    const inquiryId = scope.id;
    if ((await tx.claim.count({ where: { inquiryId, id: claimId } })) === 0) return missing;
    if (!mayIn(scope, "rate")) return forbidden;
    const { areHere, merged } = await holdEntries(tx, inquiryId, [evidenceId]);
    if (!areHere) return invalid({ evidence: `There is no entry ${evidenceId} in this inquiry.` });
    if (merged !== null) return invalid({ evidence: merged });
    const key = { inquiryId, claimId, evidenceId, analystId: actor.analystId };
    const subject = `${claimId}/${evidenceId}`;
    // One analyst's writes to one cell queue here, so that each sees what the one before left.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${inquiryId}/${subject}/${actor.analystId}`}, 0))`;
    const where = { inquiryId_claimId_evidenceId_analystId: key };
    const standing = await tx.claimRating.findUnique({ where });
    const before = standing && { consistency: standing.consistency, reason: standing.reason };
    const after = consistency && { consistency, reason };
    if (JSON.stringify(before) === JSON.stringify(after)) return done({ changed: false });
    await joinIfContributor(tx, actor, scope);
    if (after) {
      const given = { ...after, ratedAt: new Date() };
      await tx.claimRating.upsert({ where, create: { ...key, ...given }, update: given });
    } else await tx.claimRating.delete({ where });
    await record(tx, inquiryId, actor.analystId, { action: "claim.rated", subject, before, after });
    return done({ changed: true });
  });
}

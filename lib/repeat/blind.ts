import "server-only";
import type { Person } from "@/lib/auth/actor";
import { listBlindPairs } from "@/lib/claim-rating/queries";
import type { Transaction } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { listBlindEntries } from "@/lib/rating/queries";

/**
 * What somebody must rate before they merge two entries. Their ratings of the one stand on the merged entry as well, so
 * that they see all that stands there: of the other, they would see what others gave before they gave anything.
 *
 * @returns words for it; null where the merge shows them nothing new.
 */
export async function wouldUnblind(
  tx: Transaction,
  actor: Person,
  scope: InquiryScope,
  one: string,
  other: string,
): Promise<string | null> {
  const where = { inquiryId: scope.id, analystId: actor.analystId, evidenceId: { in: [one, other] } };
  const blind = await listBlindEntries(actor, scope, [one, other], tx);
  const cells = await tx.rating.findMany({ where, distinct: ["evidenceId"], select: { evidenceId: true } });
  const rated = new Set(cells.map(({ evidenceId }) => evidenceId));
  // Who rated some cells of both stays blind to the merged row as long as it has others that they have not rated.
  const unrated = [one, other].find((id) => blind.has(id) && !rated.has(id));
  if (unrated && rated.size > 0) return unrated;
  const own = await tx.claimRating.findMany({ where, select: { claimId: true, evidenceId: true } });
  const across = own.map(({ claimId, evidenceId }) => ({
    claim: claimId,
    evidence: evidenceId === one ? other : one,
  }));
  const [pair] = await listBlindPairs(actor, scope, across, tx);
  const [claim, entry] = pair?.split("/") ?? [];
  return pair === undefined ? null : `${entry} on ${claim}`;
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";

/** Somebody's own judgement in an inquiry, and how many others have judged. */
export async function getOwnJudgement(actor: Actor, scope: InquiryScope) {
  const own =
    actor.kind === "person"
      ? await database().judgement.findUnique({
          where: { inquiryId_analystId: { inquiryId: scope.id, analystId: actor.analystId } },
          select: {
            reason: true,
            judgedAt: true,
            shares: { select: { hypothesisId: true, probability: true } },
          },
        })
      : null;
  return (
    own && { ...own, shares: new Map(own.shares.map((share) => [share.hypothesisId, share.probability])) }
  );
}

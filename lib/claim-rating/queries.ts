import "server-only";
import type { Consistency } from "@/lib/analysis/scales";
import type { Actor } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { countingRoles } from "@/lib/policy";

/** An entry and a claim, as the history names them: "C1/E3". */
export type Pair = `${string}/${string}`;

/**
 * Those of some entries on claims of which somebody does not see others' ratings yet: where ratings are blind, an
 * analyst sees them only after their own. Who does not rate here has nothing to be led by.
 */
export async function listBlindPairs(
  actor: Actor,
  scope: InquiryScope,
  pairs: readonly { readonly claim: string; readonly evidence: string }[],
  db: Transaction = database(),
): Promise<ReadonlySet<string>> {
  const rates = scope.role === "analyst" || scope.role === "lead";
  if (!scope.isBlind || !rates || actor.kind === "nobody" || pairs.length === 0) return new Set();
  const blind = await db.$queryRaw<{ claim_id: string; evidence_id: string }[]>`
    SELECT "claim_id", "evidence_id" FROM "claim_rating"
    WHERE "inquiry_id" = ${scope.id} AND ("claim_id", "evidence_id") IN (
      SELECT * FROM unnest(${pairs.map(({ claim }) => claim)}::text[], ${pairs.map(({ evidence }) => evidence)}::text[])
    )
    GROUP BY 1, 2 HAVING NOT bool_or("analyst_id" = ${actor.analystId})`;
  return new Set(blind.map(({ claim_id, evidence_id }): Pair => `${claim_id}/${evidence_id}`));
}

/** The ids of all entries that somebody rated on a claim, in the order of their numbers. */
export async function listRatedEntries(scope: InquiryScope, claimId: string): Promise<string[]> {
  const entries = await database().evidence.findMany({
    where: { inquiryId: scope.id, claimRatings: { some: { claimId } } },
    orderBy: { ordinal: "asc" },
    select: { id: true },
  });
  return entries.map(({ id }) => id);
}

export interface RatingOnClaim {
  readonly analystId: string;
  readonly name: string;
  readonly consistency: Consistency;
  readonly reason: string;
  /** Whether its author is an analyst or lead here, so that it counts. */
  readonly counts: boolean;
}

/**
 * Who rated the entries shown on a claim and how, by entry, as far as that is somebody's to see yet; and of all that are
 * rated on it, those of which it is not.
 */
export async function listRatingsOnClaim(
  actor: Actor,
  scope: InquiryScope,
  claimId: string,
  { rated, shown }: { readonly rated: readonly string[]; readonly shown: readonly string[] },
): Promise<{ ratings: ReadonlyMap<string, readonly RatingOnClaim[]>; blind: ReadonlySet<string> }> {
  const [given, pairs] = await Promise.all([
    database().claimRating.findMany({
      where: { inquiryId: scope.id, claimId, evidenceId: { in: [...shown] } },
      orderBy: [{ evidenceId: "asc" }, { analystId: "asc" }],
      select: {
        evidenceId: true,
        analystId: true,
        consistency: true,
        reason: true,
        analyst: {
          select: {
            name: true,
            memberships: {
              where: { inquiryId: scope.id, role: { in: [...countingRoles] } },
              select: { role: true },
            },
          },
        },
      },
    }),
    listBlindPairs(
      actor,
      scope,
      rated.map((evidence) => ({ claim: claimId, evidence })),
    ),
  ]);
  const blind = new Set(rated.filter((id) => pairs.has(`${claimId}/${id}`)));
  const ratings = new Map<string, RatingOnClaim[]>();
  for (const { evidenceId, analystId, consistency, reason, analyst } of given) {
    if (blind.has(evidenceId)) continue;
    const ofEntry = ratings.get(evidenceId) ?? [];
    ratings.set(evidenceId, ofEntry);
    ofEntry.push({
      analystId,
      name: analyst.name,
      consistency: consistency as Consistency,
      reason,
      counts: analyst.memberships.length > 0,
    });
  }
  return { ratings, blind };
}

/** What one analyst gave an entry on a claim, for the form. */
export function findOwnRating(
  scope: InquiryScope,
  claimId: string,
  evidenceId: string,
  analystId: string,
): Promise<{ consistency: string; reason: string } | null> {
  const key = { inquiryId: scope.id, claimId, evidenceId, analystId };
  return database().claimRating.findUnique({
    where: { inquiryId_claimId_evidenceId_analystId: key },
    select: { consistency: true, reason: true },
  });
}

/** What to suggest where an entry is to be rated on a claim: entries that count, those its reader has not rated first. */
export async function suggestEntries(
  actor: Actor,
  scope: InquiryScope,
  claimId: string,
): Promise<{ id: string; statement: string }[]> {
  const own = { claimId, analystId: actor.kind === "person" ? actor.analystId : "" };
  const entries = (claimRatings: { none: typeof own } | { some: typeof own }, take: number) =>
    database().evidence.findMany({
      where: { inquiryId: scope.id, withdrawnAt: null, claimRatings },
      orderBy: { ordinal: "asc" },
      take,
      select: { id: true, statement: true },
    });
  const [fresh, rated] = await Promise.all([entries({ none: own }, 200), entries({ some: own }, 50)]);
  return [...fresh, ...rated];
}

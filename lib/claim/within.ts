import type { ClaimInput } from "@/lib/analysis/claims";
import type { MatrixInput } from "@/lib/analysis/types";

/**
 * Claims as far as a matrix knows what they refer to, in their order: ratings of entries that do not count in it are
 * left out, and an asserter that it does not list counts as unknown.
 */
export function claimsWithin(input: MatrixInput, claims: readonly ClaimInput[]): readonly ClaimInput[] {
  const entries = new Set((input.evidence ?? []).map(({ id }) => id));
  const sources = new Set((input.sources ?? []).map(({ id }) => id));
  return claims.map(({ id, asserter, ratings }) => ({
    id,
    ...(asserter !== undefined && sources.has(asserter) ? { asserter } : {}),
    ratings: ratings.filter(({ evidence }) => entries.has(evidence)),
  }));
}

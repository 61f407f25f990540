import { at } from "./columns";
import type { Matrix } from "./matrix";
import { groupSources, type Provenance, traceOrigins } from "./origins";
import { CREDIBILITY, RELEVANCE, RELIABILITY } from "./scales";
import { type Means, meansOf, tallyGrades } from "./tallies";

/** Half-way between low and high: what an entry counts as whose relevance nobody graded. */
const UNGRADED_RELEVANCE = 0.75;

/** How much is made of each entry, and why. */
export type Weights = {
  /** For each source the first source of its group. */
  readonly groups: Int32Array;
  /** r, by source. */
  readonly sourceReliability: Means;
  /** By entry. */
  readonly provenance: readonly Provenance[];
  /** K, by entry. */
  readonly credibility: Means;
  /** V, by entry. */
  readonly relevance: Means;
  /** √(R·K)·V, by entry, 0 to 1. */
  readonly weight: Float64Array;
};

export function weigh(matrix: Matrix): Weights {
  const { unrated } = matrix.settings;
  const groups = groupSources(matrix);
  const sourceReliability = meansOf(tallyGrades(matrix.reliability, RELIABILITY), RELIABILITY, unrated);
  const provenance = traceOrigins(matrix, groups, sourceReliability);
  const credibility = meansOf(tallyGrades(matrix.credibility, CREDIBILITY), CREDIBILITY, unrated);
  const relevance = meansOf(tallyGrades(matrix.relevance, RELEVANCE), RELEVANCE, UNGRADED_RELEVANCE);
  const weight = Float64Array.from(
    provenance,
    ({ reliability }, entry) =>
      Math.sqrt(reliability * at(credibility.mean, entry)) * at(relevance.mean, entry),
  );
  return { groups, sourceReliability, provenance, credibility, relevance, weight };
}

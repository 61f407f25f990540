import { at } from "./columns";
import type { Matrix } from "./matrix";
import {
  countPassing,
  groupSources,
  lean,
  type Part,
  type Passing,
  type Provenance,
  partsOf,
} from "./origins";
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
  readonly passing: Passing;
  /** By entry, what of its citations hangs together. */
  readonly parts: readonly (readonly Part[])[];
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
  const passing = countPassing(matrix, groups);
  const parts = matrix.citations.map((citations) => partsOf(citations, groups, sourceReliability));
  const provenance = parts.map((ofEntry) => lean(ofEntry, passing));
  const credibility = meansOf(tallyGrades(matrix.credibility, CREDIBILITY), CREDIBILITY, unrated);
  const relevance = meansOf(tallyGrades(matrix.relevance, RELEVANCE), RELEVANCE, UNGRADED_RELEVANCE);
  const weight = Float64Array.from(provenance, ({ reliability }, entry) =>
    weightOf(reliability, at(credibility.mean, entry), at(relevance.mean, entry)),
  );
  return { groups, sourceReliability, passing, parts, provenance, credibility, relevance, weight };
}

/** How much an entry counts, 0 to 1. Where it comes from and what it says must both hold, hence the geometric mean. */
export function weightOf(reliability: number, credibility: number, relevance: number): number {
  return Math.sqrt(reliability * credibility) * relevance;
}

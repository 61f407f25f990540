import type { Stand } from "@/lib/analysis/describe-what-if";
import { findFront, isComparable, isPastBounds } from "@/lib/analysis/front";
import { prepareAnswers } from "./answer";
import { coverageIn } from "./coverage";
import type { Trial } from "./scenario";
import type { WhatIfMatter } from "./view";

/**
 * Makes a matrix ready once, for any number of trials: how the hypotheses stand in each, and on how much that rests.
 * Whether a single source would overturn it, which would take a trial for each, is left out of `separated`.
 */
export function prepareSituations({ packed, groups }: WhatIfMatter): (trial: Trial) => Stand {
  const answer = prepareAnswers(packed);
  return (trial) => {
    const { posterior, speaks, bound } = answer(trial);
    const coverage = coverageIn(packed, groups, trial);
    const front = findFront(
      packed.hypotheses.map(([id], row) => ({
        id,
        posterior: posterior[row] ?? 0,
        comparable: isComparable(coverage[row] ?? 0),
      })),
    );
    return { posterior, coverage, speaks, separated: isPastBounds(front, [bound]) };
  };
}

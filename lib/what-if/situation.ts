import { type Stand, tellsApart } from "@/lib/analysis/describe-what-if";
import { prepareAnswers } from "./answer";
import { coverageIn } from "./coverage";
import { type Ground, type Trial, weightsIn } from "./scenario";
import type { WhatIfMatter } from "./view";

/** How the hypotheses stand in a trial, and on how much that rests. */
export interface Situation extends Stand {
  /** By hypothesis, the share of the entries left that somebody left has given a number for it, 0 to 1. */
  readonly coverage: readonly number[];
}

/** Makes a matrix ready once, for any number of trials. */
export function prepareSituations(
  { packed, groups }: WhatIfMatter,
  ground: Ground,
): (trial: Trial) => Situation {
  const answer = prepareAnswers(packed);
  return (trial) => {
    const standing = answer(trial);
    return {
      ...standing,
      speaks: tellsApart(standing.posterior, [...weightsIn(trial, ground).values()]),
      coverage: coverageIn(packed, groups, trial),
    };
  };
}

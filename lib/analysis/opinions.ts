import { mean } from "./numbers";

/**
 * An opinion of subjective logic: how much speaks for a proposition, how much against it, and how much is open. They
 * are 0 to 1 each and sum to 1. (Jøsang, Subjective Logic, Springer 2016.)
 */
export type Opinion = { readonly belief: number; readonly disbelief: number; readonly uncertainty: number };

/** The opinion of nobody. */
export const VACUOUS: Opinion = { belief: 0, disbelief: 0, uncertainty: 1 };

/** However much an entry is trusted, so much stays open: no single entry settles a claim. */
const LEAST_UNCERTAINTY = 0.1;

/** @param consensus −2 contradicts, 2 supports; what lies between leaves the rest open. */
export function opinionFrom(consensus: number): Opinion {
  const belief = Math.max(consensus, 0) / 2;
  const disbelief = Math.max(-consensus, 0) / 2;
  return { belief, disbelief, uncertainty: 1 - belief - disbelief };
}

/** An opinion as it counts through somebody who is trusted so much, 0 to 1. */
export function discount({ belief, disbelief }: Opinion, trust: number): Opinion {
  const settled = trust * (belief + disbelief);
  const scale = settled > 1 - LEAST_UNCERTAINTY ? (trust * (1 - LEAST_UNCERTAINTY)) / settled : trust;
  return {
    belief: scale * belief,
    disbelief: scale * disbelief,
    uncertainty: 1 - scale * (belief + disbelief),
  };
}

/**
 * Opinions that are not independent, as one: more of the same makes nothing surer.
 *
 * @param opinions One or more, each of some uncertainty.
 * @source Multi-source averaging fusion, Jøsang, Wang & Zhang, Multi-source fusion in subjective logic (FUSION 2017),
 *   in the corrected form of van der Heijden, Kopp & Kargl, Multi-source fusion operations in subjective logic (FUSION
 *   2018).
 */
export function averagingFusion(opinions: readonly Opinion[]): Opinion {
  const precision = mean(opinions.map(({ uncertainty }) => 1 / uncertainty)) ?? 1;
  return {
    belief: (mean(opinions.map(({ belief, uncertainty }) => belief / uncertainty)) ?? 0) / precision,
    disbelief: (mean(opinions.map(({ disbelief, uncertainty }) => disbelief / uncertainty)) ?? 0) / precision,
    uncertainty: 1 / precision,
  };
}

/**
 * Independent opinions as one: each makes the whole surer.
 *
 * @param opinions One or more, each of some uncertainty.
 * @source Multi-source cumulative fusion, ibid.
 */
export function cumulativeFusion(opinions: readonly Opinion[]): Opinion {
  const sumOf = (figure: (opinion: Opinion) => number) =>
    opinions.reduce((sum, opinion) => sum + figure(opinion) / opinion.uncertainty, 0);
  const precision = sumOf(() => 1) - (opinions.length - 1);
  return {
    belief: sumOf(({ belief }) => belief) / precision,
    disbelief: sumOf(({ disbelief }) => disbelief) / precision,
    uncertainty: 1 / precision,
  };
}

/** P, 0 to 1: what is open counts half for it. */
export function projected({ belief, uncertainty }: Opinion): number {
  return belief + uncertainty / 2;
}

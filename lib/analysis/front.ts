import { isEqual, isUnder } from "./numbers";
import type { Analysis, Drop, WholeAnalysis } from "./types";

/** The share of the entries that must have a number for a hypothesis before it can be compared. */
const LEAST_COVERAGE = 0.8;

/** Who leads of the hypotheses that can be compared, and who stands apart in front of them. */
export type Front = {
  /** The first of those that can be compared and all that are level with it, in their order; none where none can be. */
  readonly leaders: readonly string[];
  /**
   * Those in front of these, or level with them, that too few entries were rated on. Where there are some, the engine's
   * leader is one of them, and what its lead hangs on says nothing of the others.
   */
  readonly apart: readonly string[];
  /** The odds of the first over the second of those that can be compared, 1 or more; null where there are not two. */
  readonly lead: number | null;
};

type Placed = { readonly id: string; readonly posterior: number; readonly comparable: boolean };

/** Whether a hypothesis with numbers on this share of the entries can be compared with others. */
export function isComparable(coverage: number): boolean {
  return !isUnder(coverage, LEAST_COVERAGE);
}

/** Every page names leaders by this, so that one that stands apart leads on none of them. */
export function findFront(hypotheses: readonly Placed[]): Front {
  const compared = hypotheses
    .filter(({ comparable }) => comparable)
    .map(({ id, posterior }) => ({ id, support: supportOf(posterior) }));
  const [first = Number.NEGATIVE_INFINITY, second] = compared
    .map(({ support }) => support)
    .sort((one, other) => other - one);
  return {
    leaders: compared.filter(({ support }) => isEqual(support, first)).map(({ id }) => id),
    apart: hypotheses
      .filter(({ comparable, posterior }) => !comparable && !isUnder(supportOf(posterior), first))
      .map(({ id }) => id),
    lead: second === undefined ? null : Math.exp(first - second),
  };
}

/** Whether the first of those that can be compared is as far ahead as the least that one origin alone could do. */
export function isPastBounds({ lead }: Front, bounds: readonly number[]): boolean {
  return lead !== null && !isUnder(lead, Math.min(...bounds));
}

/** What a page may say first: who is in front, and whether the evidence separates them from the rest. */
export type Headline = Front & {
  readonly separated: boolean;
  /** The smallest bound among the origins. */
  readonly bound: number;
  /** A source or group of sources without which the answer would be another. */
  readonly fall: Drop | null;
};

export function headlineOf(analysis: WholeAnalysis): Headline {
  const { hypotheses, drops, origins, speaks } = analysis;
  const front = findFront(hypotheses);
  const bounds = origins.map(({ bound }) => bound);
  const fall =
    drops.find(({ kind, ...drop }) => (kind === "source" || kind === "group") && isAnother(drop)) ?? null;
  return {
    ...front,
    separated: speaks && fall === null && isPastBounds(front, bounds),
    bound: Math.min(...bounds),
    fall,
  };

  /** Where somebody stands apart in front, the answer is who leads of the others. */
  function isAnother({ changes, posterior }: Pick<Drop, "changes" | "posterior">): boolean {
    if (front.apart.length === 0) return changes;
    const then = findFront(hypotheses.map((one) => ({ ...one, posterior: posterior[one.id] ?? 0 })));
    return then.leaders.join() !== front.leaders.join();
  }
}

/** Those that lead and can be compared, as far as anything may be said; null where nobody does. */
export function comparableLeader({ speaks, hypotheses }: Pick<Analysis, "speaks" | "hypotheses">) {
  const [id, ...tied] = speaks ? findFront(hypotheses).leaders : [];
  return id === undefined ? null : { id, tied };
}

/** But for a constant S of the engine; a posterior too small to be a number is the smallest that is one. */
const supportOf = (posterior: number): number => Math.log(Math.max(posterior, Number.MIN_VALUE));

import { LEAST_MOVE } from "./compare";
import { enumerated, inPerCent, inRelation } from "./describe-change";
import { isEqual } from "./numbers";
import type { Settings } from "./types";

/** How the hypotheses stand: as things are, or as they would be. */
export type Stand = {
  /** By hypothesis, 0 to 1. */
  readonly posterior: readonly number[];
  readonly leader: string | null;
  readonly tied: readonly string[];
  /** Whether anything tells the hypotheses apart. */
  readonly speaks: boolean;
  /** Whether the evidence separates the leader from the rest (docs/analysis.md); absent where that is not known. */
  readonly separated?: boolean;
};

/** What is tried, by id. */
export type Tried = {
  readonly entries: readonly string[];
  readonly sources: readonly string[];
  readonly groups: readonly string[];
  readonly analysts: readonly string[];
  /** Whether any prior is another. */
  readonly priors: boolean;
  readonly settings: Readonly<Partial<Settings>>;
};

export type WhatIfWording = {
  /** What an analyst is called; their id if absent. */
  readonly nameOf?: (analyst: string) => string;
  /** As in `describeChange`. */
  readonly figures?: "per-cent" | "relative";
};

/**
 * Whether anything tells the hypotheses apart: nothing does where every posterior is just its share of the priors.
 *
 * @param weights The prior weights, over 0, by hypothesis.
 */
export function tellsApart(posterior: readonly number[], weights: readonly number[]): boolean {
  const most = Math.max(...weights);
  const whole = weights.reduce((sum, weight) => sum + weight / most, 0);
  return posterior.some((share, row) => !isEqual(share, (weights[row] ?? 0) / most / whole));
}

/**
 * What is tried and what comes of it, in one plain sentence: who leads, whether that is new, and from what to what.
 *
 * @param hypotheses Their ids, in the order of the posteriors.
 */
export function describeWhatIf(
  hypotheses: readonly string[],
  before: Stand,
  after: Stand,
  tried: Tried,
  { nameOf = (id) => id, figures = "per-cent" }: WhatIfWording = {},
): string {
  const trial = describeTried(tried, nameOf);
  if (trial === "") {
    const isClose = before.speaks && before.separated === false;
    return `As things stand, ${describeStand(before)}${isClose ? ", but the evidence does not separate the hypotheses" : ""}.`;
  }
  return `${trial}, ${describeOutcome(hypotheses, before, after, figures)}.`;
}

function describeTried(
  { entries, sources, groups, analysts, priors, settings }: Tried,
  nameOf: (analyst: string) => string,
): string {
  const struck = [
    ...entries,
    ...sources,
    ...groups.map((id) => `the group of ${id}`),
    ...analysts.map((id) => `the ratings of ${nameOf(id)}`),
  ];
  const set = [
    ...(priors ? ["other priors"] : []),
    ...(settings.step === undefined ? [] : [`a step of ${settings.step}`]),
    ...(settings.doubt === undefined ? [] : [`a doubt of ${settings.doubt}`]),
    ...(settings.unrated === undefined ? [] : [`what is unrated counted as ${settings.unrated}`]),
  ];
  const parts = [
    ...(struck.length > 0 ? [`without ${enumerated(struck)}`] : []),
    ...(set.length > 0 ? [`with ${enumerated(set)}`] : []),
  ].join(", and ");
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}

function describeStand(stand: Stand): string {
  if (!stand.speaks) return "nothing tells the hypotheses apart";
  const leaders = leadersOf(stand);
  return leaders.length > 1 ? `${enumerated(leaders)} lead together` : `${enumerated(leaders)} leads`;
}

function describeOutcome(
  hypotheses: readonly string[],
  before: Stand,
  after: Stand,
  figures: "per-cent" | "relative",
): string {
  if (!after.speaks) {
    return before.speaks
      ? "nothing is left that tells the hypotheses apart"
      : "nothing tells the hypotheses apart, as before";
  }
  if (!before.speaks) return `${describeStand(after)}, where nothing told the hypotheses apart`;

  const movements = hypotheses.map((id, row) => ({
    id,
    from: before.posterior[row] ?? 0,
    to: after.posterior[row] ?? 0,
  }));
  const reference = movements.find(({ id }) => id === after.leader) ?? null;
  const inWords = (moved: typeof movements) =>
    figures === "relative" ? inRelation({ moved, reference }, (id) => id) : inPerCent(moved, (id) => id);

  const [were, are] = [leadersOf(before), leadersOf(after)];
  if (were.join() !== are.join()) {
    // Those who led, and then those who do now: who else moved is beside the point.
    const concerned = [...new Set([...were, ...are])].flatMap(
      (id) => movements.find((movement) => movement.id === id) ?? [],
    );
    return withFigures(describeTurn(were, are), inWords(concerned));
  }

  const bySize = movements.toSorted(
    (one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from),
  );
  const moved = bySize.filter(({ from, to }) => Math.abs(to - from) >= LEAST_MOVE);
  if (moved.length === 0) {
    return movements.every(({ from, to }) => isEqual(from, to))
      ? "nothing moves"
      : "nothing moves to speak of";
  }
  const still = are.length > 1 ? `${enumerated(are)} still lead together` : `${enumerated(are)} still leads`;
  // Relative to one that moved, those that did not have another figure as well.
  const shown = inWords(figures === "relative" ? bySize : moved);
  return shown.length > 0 ? withFigures(still, shown) : `${still}, and the relative weights hardly change`;
}

function describeTurn(were: readonly string[], are: readonly string[]): string {
  if (are.length > 1) {
    return `${enumerated(are)} are level, where ${enumerated(were)} ${were.length > 1 ? "were" : "led"}`;
  }
  return were.length > 1
    ? `${enumerated(are)} leads alone, where ${enumerated(were)} were level`
    : `${enumerated(are)} leads in place of ${enumerated(were)}`;
}

function withFigures(result: string, figures: readonly string[]): string {
  return figures.length > 0 ? `${result}: ${figures.join(", ")}` : result;
}

function leadersOf({ leader, tied }: Stand): readonly string[] {
  return leader === null ? [] : [leader, ...tied];
}

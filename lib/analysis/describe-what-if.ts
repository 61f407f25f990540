import { LEAST_MOVE, type Movement } from "./compare";
import { enumerated, inPerCent, inRelation } from "./describe-change";
import { type Front, findFront, isComparable } from "./front";
import { isEqual } from "./numbers";
import type { Settings } from "./types";

/** How the hypotheses stand: as things are, or as they would be. */
export type Stand = {
  /** By hypothesis, 0 to 1. */
  readonly posterior: readonly number[];
  /** By hypothesis, the share of the entries that have a number for it, 0 to 1. */
  readonly coverage: readonly number[];
  /** Whether anything tells the hypotheses apart. */
  readonly speaks: boolean;
  /** Whether the evidence separates the leader from the rest (docs/analysis.md). */
  readonly separated: boolean;
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
  const [was, is] = [frontIn(hypotheses, before), frontIn(hypotheses, after)];
  if (trial === "") return `As things stand, ${describeStand(before, was)}${describeDoubt(before, was)}.`;
  const movements = hypotheses.map((id, row) => ({
    id,
    from: before.posterior[row] ?? 0,
    to: after.posterior[row] ?? 0,
    isCompared: [before, after].every(({ coverage }) => isComparable(coverage[row] ?? 0)),
  }));
  const outcome = describeOutcome(before, after, was, is, movements, figures);
  return `${trial}, ${outcome}${describeDoubt(after, is)}.`;
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

function describeStand({ speaks }: Stand, { leaders, lead }: Front): string {
  if (!speaks) return "nothing tells the hypotheses apart";
  if (lead === null) return tooFewCompared;
  return leaders.length > 1 ? `${enumerated(leaders)} lead together` : `${enumerated(leaders)} leads`;
}

/** What takes from a lead, said with it: that the evidence does not carry it, that another is in front and set apart. */
function describeDoubt({ speaks, separated }: Stand, { leaders, apart, lead }: Front): string {
  if (!speaks || lead === null) return "";
  const [are, them] = apart.length === 1 ? ["is", "it"] : ["are", "them"];
  return [
    separated ? "" : ", but the evidence does not separate the hypotheses",
    apart.length === 0
      ? ""
      : `; ${enumerated(apart)} ${are} in front of ${enumerated(leaders)} and set apart, because too few entries are rated on ${them}`,
  ].join("");
}

const tooFewCompared = "too few of the hypotheses are rated to compare them";

type Moved = Movement & {
  /** Whether it can be compared before and after. */
  readonly isCompared: boolean;
};

function describeOutcome(
  before: Stand,
  after: Stand,
  was: Front,
  is: Front,
  movements: readonly Moved[],
  figures: "per-cent" | "relative",
): string {
  if (!after.speaks) {
    return before.speaks
      ? "nothing is left that tells the hypotheses apart"
      : "nothing tells the hypotheses apart, as before";
  }
  if (is.lead === null) return tooFewCompared;
  if (!before.speaks) return `${describeStand(after, is)}, where nothing told the hypotheses apart`;
  if (was.lead === null) return `${describeStand(after, is)}, where too few could be compared`;

  const [were, are] = [was.leaders, is.leaders];
  const reference = movements.find(({ id }) => id === are[0]) ?? null;
  const compared = movements.filter(({ isCompared }) => isCompared);
  const inWords = (moved: readonly Movement[]) =>
    figures === "relative" ? inRelation({ moved, reference }, (id) => id) : inPerCent(moved, (id) => id);

  if (were.join() !== are.join()) {
    // Those who led, and then those who do now: who else moved is beside the point.
    const concerned = [...new Set([...were, ...are])].flatMap(
      (id) => compared.find((movement) => movement.id === id) ?? [],
    );
    return withFigures(describeTurn(were, are), inWords(concerned));
  }

  const bySize = compared.toSorted(
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

function frontIn(hypotheses: readonly string[], { posterior, coverage }: Stand): Front {
  return findFront(
    hypotheses.map((id, row) => ({
      id,
      posterior: posterior[row] ?? 0,
      comparable: isComparable(coverage[row] ?? 0),
    })),
  );
}

import type { Difference, Movement, Reading, Step, Stillness } from "./compare";
import { groupBy } from "./group-by";
import { formatPercent, formatRatio } from "./likelihood";

/** The most of a kind that a line names before it counts the rest. */
const MOST_NAMED = 4;
/** Up to how many entries are told of one by one. */
const MOST_ENTRIES = 2;

export type Wording = {
  /** What a hypothesis, entry or source is called in the line; its id if absent. */
  readonly nameOf?: NameOf;
  /**
   * `relative` gives each posterior as so many times that of the leader, for hypotheses that can hold together and
   * so have no distribution. `per-cent` if absent.
   */
  readonly figures?: "per-cent" | "relative";
  /** Whether entries that only the matrix after has were just added; if not, they were left out before. True if absent. */
  readonly isAddedNew?: boolean;
};

type NameOf = (id: string) => string;
type StepOf<Kind extends Step["kind"]> = Extract<Step, { readonly kind: Kind }>;
type EntryStep = StepOf<"evidence" | "consensus" | "weight" | "corroboration">;

/**
 * A difference in one line for people: what moved, from what to what, and through which steps. Where nothing moved it
 * says so, and why as far as that is known.
 */
export function describeChange(difference: Difference, wording: Wording = {}): string {
  const { nameOf = (id) => id, figures = "per-cent", isAddedNew = true } = wording;
  const { moved, stillness, steps, speaks } = difference;
  const reasons = describeSteps(steps, nameOf, isAddedNew);
  if (stillness?.reason === "slight") return sentence("Nothing moves to speak of", reasons);
  if (stillness) return sentence("Nothing moves", [describeStillness(stillness, nameOf)]);
  if (!speaks.to) return sentence("No entry tells the hypotheses apart any more", reasons);
  const movements = figures === "relative" ? inRelation(difference, nameOf) : inPerCent(moved, nameOf);
  const result = movements.length > 0 ? movements.join(", ") : "The relative weights hardly change";
  return sentence([result, ...describeLead(difference, nameOf)].join(", and "), reasons);
}

function sentence(result: string, reasons: readonly string[]): string {
  return reasons.length > 0 ? `${result}: ${reasons.join("; ")}.` : `${result}.`;
}

/** "H0 from 38 % to 31 %" for each, a few at most. */
export function inPerCent(moved: readonly Movement[], nameOf: NameOf): readonly string[] {
  const movements = moved.map(({ id, from, to }) => {
    // As many decimals as it takes for the two to differ.
    const decimals = [0, 1].find((places) => formatPercent(from, places) !== formatPercent(to, places)) ?? 2;
    return `${nameOf(id)} from ${formatPercent(from, decimals)} to ${formatPercent(to, decimals)}`;
  });
  return shortened(movements);
}

/** "H3 from 0.63 to 1.20 times H0" for each whose figure differs, a few at most. */
export function inRelation(
  { moved, reference }: Pick<Difference, "moved" | "reference">,
  nameOf: NameOf,
): readonly string[] {
  const movements = moved.flatMap(({ id, from, to }) => {
    if (!reference || id === reference.id) return [];
    const [was, is] = [formatRatio(from / reference.from), formatRatio(to / reference.to)];
    return was === is ? [] : [`${nameOf(id)} from ${was} to ${is} times ${nameOf(reference.id)}`];
  });
  return shortened(movements);
}

function describeLead({ leader }: Difference, nameOf: NameOf): readonly string[] {
  if (!leader?.to) return [];
  const { id, tied } = leader.to;
  return tied.length === 0
    ? [`${nameOf(id)} now leads`]
    : [`${joined([id, ...tied], nameOf)} now lead together`];
}

function describeStillness(stillness: Exclude<Stillness, { reason: "slight" }>, nameOf: NameOf): string {
  switch (stillness.reason) {
    case "unrated":
      return `nobody has rated ${joined(stillness.evidence, nameOf)} yet`;
    case "weightless":
      return `${joined(stillness.evidence, nameOf)} ${agree(stillness.evidence, "carries", "carry")} no weight`;
    case "alike":
      return `${joined(stillness.evidence, nameOf)} ${agree(stillness.evidence, "fits", "fit")} every hypothesis alike`;
    case "unused":
      return `no entry rests on ${joined(stillness.sources, nameOf)}`;
    default:
      return "nothing that counts is different";
  }
}

function describeSteps(steps: readonly Step[], nameOf: NameOf, isAddedNew: boolean): readonly string[] {
  const entrySteps = steps.filter((step) => "evidence" in step && step.kind !== "origin") as EntryStep[];
  return [
    ofKind(steps, "setting").map(
      ({ setting, from, to }) => `the setting "${setting}" is now ${to} (was ${from})`,
    ),
    ofKind(steps, "hypothesis").map(
      ({ hypothesis, change }) =>
        `${nameOf(hypothesis)} ${change === "added" ? "is new" : "no longer counts"}`,
    ),
    describePriors(ofKind(steps, "prior"), nameOf),
    ofKind(steps, "reliability").map(
      ({ source, from, to }) =>
        `the reliability of ${nameOf(source)} is now ${graded(to)} (was ${graded(from)})`,
    ),
    describeEntries(entrySteps, nameOf, isAddedNew),
    ofKind(steps, "origin").map((step) => describeOrigin(step, nameOf)),
    ofKind(steps, "bound").map((step) => describeBound(step, nameOf)),
  ].flatMap(shortened);
}

function describePriors(steps: readonly StepOf<"prior">[], nameOf: NameOf): readonly string[] {
  const priors = steps.map(
    ({ hypothesis, from, to }) => `${nameOf(hypothesis)} from ${formatPercent(from)} to ${formatPercent(to)}`,
  );
  return priors.length > 0 ? [`other priors (${shortened(priors).join(", ")})`] : [];
}

/** Entry by entry where there are few; otherwise how many, and which changed most. */
function describeEntries(
  steps: readonly EntryStep[],
  nameOf: NameOf,
  isAddedNew: boolean,
): readonly string[] {
  const byEntry = groupBy(steps, ({ evidence }) => evidence);
  if (byEntry.size <= MOST_ENTRIES) {
    return [...byEntry].map(([evidence, ofEntry]) =>
      describeEntry(nameOf(evidence), ofEntry, nameOf, isAddedNew),
    );
  }
  const weights = ofKind(steps, "weight").toSorted(
    (one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from),
  );
  const [most] = weights;
  if (!most) return [`${byEntry.size} entries change`];
  const direction = weights.every(({ from, to }) => to > from)
    ? "more"
    : weights.every(({ from, to }) => to < from)
      ? "less"
      : "differently";
  const example = `${nameOf(most.evidence)} most (from ${figure(most.from)} to ${figure(most.to)})`;
  return [`${weights.length} ${agree(weights, "entry weighs", "entries weigh")} ${direction}, ${example}`];
}

function describeEntry(
  name: string,
  steps: readonly EntryStep[],
  nameOf: NameOf,
  isAddedNew: boolean,
): string {
  const change = ofKind(steps, "evidence")[0]?.change;
  if (change === "removed") return `${name} no longer counts`;
  const cells = ofKind(steps, "consensus");
  const [weight] = ofKind(steps, "weight");
  const [corroboration] = ofKind(steps, "corroboration");

  const clauses: string[] = [];
  if (cells[0]) {
    const weighing = weight ? `${figure(weight.to)} (was ${figure(weight.from)})` : figure(cells[0].weight);
    clauses.push(`${describeCells(cells, change === "added", nameOf)} at weight ${weighing}`);
  } else if (weight) {
    clauses.push(`weighs ${figure(weight.to)} (was ${figure(weight.from)})`);
  }
  if (corroboration) {
    const { to } = corroboration;
    clauses.push(to.length > 0 ? `is corroborated by ${joined(to, nameOf)}` : "is corroborated by nobody");
  }
  if (change === "added" && isAddedNew) return [`${name} is new`, ...clauses].join(" and ");
  if (change === "added")
    return clauses.length > 0 ? `with ${name}, which ${clauses.join(" and ")}` : `with ${name}`;
  return `${name} now ${clauses.join(" and ")}`;
}

/** The cells that speak for or against; where none does, what the cells say instead. */
function describeCells(cells: readonly StepOf<"consensus">[], isNew: boolean, nameOf: NameOf): string {
  const telling = cells.filter(({ column }) => column === "supports" || column === "contradicts");
  const byVerb = groupBy(telling.length > 0 ? telling : cells, ({ to, column }) => verb(to, column));
  const clauses = [...byVerb].map(([does, alike]) => {
    const readings = alike.map(({ hypothesis, from, to }) =>
      isNew
        ? `${nameOf(hypothesis)} (${reading(to)})`
        : `${nameOf(hypothesis)} (consensus from ${reading(from)} to ${reading(to)})`,
    );
    return `${does} ${enumerated(readings)}`;
  });
  return clauses.join(" and ");
}

function verb({ consensus }: Reading, column: StepOf<"consensus">["column"]): string {
  if (column === "supports") return "speaks for";
  if (column === "contradicts") return "speaks against";
  if (column === "fits-all") return "fits its rivals as well as";
  return consensus !== null && consensus < 0 ? "goes against its rivals as much as" : "says nothing of";
}

function describeOrigin({ change, from, to, evidence }: StepOf<"origin">, nameOf: NameOf): string {
  if (change === "merged") return `${nameOf(from)} and ${nameOf(to)} are now one origin`;
  if (change === "split") return `${nameOf(to)} is now an origin apart from ${nameOf(from)}`;
  const leans = agree(evidence, "leans", "lean");
  return `${joined(evidence, nameOf)} now ${leans} on ${nameOf(to)} and no longer on ${nameOf(from)}`;
}

function describeBound({ origin, from, to }: StepOf<"bound">, nameOf: NameOf): string {
  const before = from === null || odds(from) === odds(to) ? "" : ` (was ${odds(from)})`;
  return `what leans on ${nameOf(origin)} counts at most ${odds(to)}${before}`;
}

function ofKind<Kind extends Step["kind"]>(steps: readonly Step[], kind: Kind): readonly StepOf<Kind>[] {
  return steps.filter((step): step is StepOf<Kind> => step.kind === kind);
}

function graded(reliability: number | null): string {
  return reliability === null ? "unjudged" : figure(reliability);
}

/** A code where the consensus is just that, a number where it lies between two. */
function reading({ consensus, label }: Reading): string {
  if (consensus === null || label === null) return "unrated";
  if (Number.isInteger(consensus)) return label;
  return `${consensus > 0 ? "+" : "−"}${figure(Math.abs(consensus))}`;
}

/** One decimal at most: 3.2 to 1, 10 to 1. */
function odds(bound: number): string {
  return `${Number(bound.toFixed(1))} to 1`;
}

function figure(number: number): string {
  return number.toFixed(2);
}

function agree(subjects: readonly unknown[], one: string, many: string): string {
  return subjects.length === 1 ? one : many;
}

function joined(ids: readonly string[], nameOf: NameOf): string {
  return enumerated(ids.map(nameOf));
}

/** "E1, E2 and E3"; of many the first few and how many more. */
export function enumerated(parts: readonly string[]): string {
  const named = shortened(parts);
  return named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${named.at(-1)}` : named.join("");
}

function shortened(parts: readonly string[]): readonly string[] {
  const rest = parts.length - MOST_NAMED;
  return rest > 0 ? [...parts.slice(0, MOST_NAMED), `${rest} more`] : parts;
}

import type { Difference, Movement, Reading, Step, Stillness } from "./compare";
import { groupBy } from "./group-by";
import { formatPercent } from "./likelihood";

/** The most of a kind that a line names before it counts the rest. */
const MOST_NAMED = 4;
/** Up to how many entries are each told of, and not only counted. */
const MOST_ENTRIES = 2;

export type Wording = {
  /** What a hypothesis, entry or source is called in the line; its id if absent. */
  readonly nameOf?: NameOf;
  /**
   * `relative` gives each posterior as so many times that of the leader, for hypotheses that can hold together and
   * so have no distribution. `per-cent` if absent.
   */
  readonly figures?: "per-cent" | "relative";
};

type NameOf = (id: string) => string;
type StepOf<Kind extends Step["kind"]> = Extract<Step, { readonly kind: Kind }>;
type EntryStep = StepOf<"evidence" | "consensus" | "weight" | "corroboration">;

/**
 * A difference in one line for people: what moved, from what to what, and through which steps. Where nothing moved it
 * says so, and why as far as that is known.
 */
export function describeChange(difference: Difference, wording: Wording = {}): string {
  const { nameOf = (id) => id, figures = "per-cent" } = wording;
  const { moved, stillness, steps, speaks } = difference;
  const reasons = describeSteps(steps, nameOf).join("; ");
  if (stillness) {
    const still = stillness.reason === "slight" ? "Nothing moves to speak of" : "Nothing moves";
    return `${still}: ${describeStillness(stillness, nameOf) ?? reasons}.`;
  }
  const movements = figures === "relative" ? inRelation(difference, nameOf) : inPerCent(moved, nameOf);
  const result = speaks.to
    ? [movements, ...describeLead(difference, nameOf)].join(", and ")
    : "No entry tells the hypotheses apart any more";
  return `${[result, reasons].filter((part) => part !== "").join(": ")}.`;
}

function inPerCent(moved: readonly Movement[], nameOf: NameOf): string {
  const named = moved.slice(0, MOST_NAMED).map(({ id, from, to }) => {
    // As many decimals as it takes for the two to differ.
    const decimals = [0, 1, 2].find((places) => formatPercent(from, places) !== formatPercent(to, places)) ?? 0;
    return `${nameOf(id)} ${formatPercent(from, decimals)} → ${formatPercent(to, decimals)}`;
  });
  return [...named, ...countRest(moved)].join(", ");
}

function inRelation({ moved, reference }: Difference, nameOf: NameOf): string {
  const others = moved.filter(({ id }) => id !== reference?.id);
  if (!reference || others.length === 0) return "The relative weights change";
  const named = others.slice(0, MOST_NAMED).map(({ id, from, to }) => {
    return `${nameOf(id)} ${inFigures(from / reference.from)} → ${inFigures(to / reference.to)} times ${nameOf(reference.id)}`;
  });
  return [...named, ...countRest(others)].join(", ");
}

function describeLead({ leader }: Difference, nameOf: NameOf): readonly string[] {
  if (!leader?.to) return [];
  const { id, tied } = leader.to;
  if (tied.length === 0) return [`${nameOf(id)} now leads alone`.replace(" alone", leader.from?.id === id ? " alone" : "")];
  return [`${joined([id, ...tied].map(nameOf))} now share the lead`];
}

/** Null where only the steps can tell. */
function describeStillness(stillness: Stillness, nameOf: NameOf): string | null {
  switch (stillness.reason) {
    case "unchanged":
      return "nothing that counts is different";
    case "unrated":
      return `nobody has rated ${joined(stillness.evidence.map(nameOf))} yet`;
    case "weightless":
      return `${subject(stillness.evidence, nameOf, "carries", "carry")} no weight`;
    case "alike":
      return `${subject(stillness.evidence, nameOf, "fits", "fit")} every hypothesis alike`;
    case "unused":
      return `no entry rests on ${joined(stillness.sources.map(nameOf))}`;
    case "slight":
      return null;
  }
}

function describeSteps(steps: readonly Step[], nameOf: NameOf): readonly string[] {
  const about: string[] = [];
  const entrySteps: EntryStep[] = [];
  const after: string[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case "setting":
        about.push(`the setting "${step.setting}" is now ${step.to} (was ${step.from})`);
        break;
      case "hypothesis":
        about.push(`${nameOf(step.hypothesis)} ${step.change === "added" ? "is new" : "no longer counts"}`);
        break;
      case "prior":
        about.push(
          `the prior of ${nameOf(step.hypothesis)} is now ${formatPercent(step.to)} (was ${formatPercent(step.from)})`,
        );
        break;
      case "reliability":
        about.push(`${nameOf(step.source)} is now ${reliabilityOf(step.to)} (was ${reliabilityOf(step.from)})`);
        break;
      case "origin":
        after.push(describeOrigin(step, nameOf));
        break;
      case "bound":
        after.push(describeBound(step, nameOf));
        break;
      default:
        entrySteps.push(step);
    }
  }
  const listed = about.length > MOST_NAMED ? [...about.slice(0, MOST_NAMED), ...countRest(about)] : about;
  return [...listed, ...describeEntries(entrySteps, nameOf), ...after.slice(0, MOST_NAMED)];
}

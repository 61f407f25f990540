import { at, count, wholeAt } from "./columns";
import { DisjointSets } from "./disjoint-sets";
import { groupBy } from "./group-by";
import type { Citation, Matrix } from "./matrix";
import { isEqual } from "./numbers";
import type { MeanAndVotes } from "./tallies";

/** The id of the one origin of every entry that cites nothing. */
export const UNSOURCED = "unsourced";

/** The chance that an origin is false, and that a corroborator fails, is never put lower than this. */
export const LEAST_DOUBT = 0.05;

/**
 * An origin as one entry has it. `name` is the row of the source that it is called after, or the number of sources for
 * `unsourced`; `reliability` is that of the entry's best citation there, and `judged` whether that one is.
 */
export type Origin = { readonly name: number; readonly reliability: number; readonly judged: boolean };

/** Where an entry comes from and how far that can be trusted. */
export type Provenance = {
  /** In the order of the sources. */
  readonly origins: readonly Origin[];
  readonly leansOn: Origin;
  /** The other origins that are judged and of some reliability. */
  readonly corroborators: readonly Origin[];
  /** The corroborators' names as one: what entries must share to be vouched for together. Empty without any. */
  readonly vouchers: string;
  /** κ: the part of what it says that rests on `leansOn` alone. */
  readonly corroboration: number;
  /** R: that not all of these origins fail it. */
  readonly reliability: number;
};

/** Citations of one entry that hang together, and so are one origin, before it has a name. */
export type Part = {
  /** The hands that it may be called after: the channels first, then in the order of the sources. */
  readonly bearers: readonly number[];
  readonly reliability: number;
  readonly judged: boolean;
};

/** How many entries pass through each hand. */
export type Passing = Int32Array;

/** For each source the first source of its group: those that links make one origin, in any number of steps. */
export function groupSources({ sources, joins }: Pick<Matrix, "sources" | "joins">): Int32Array {
  const sets = new DisjointSets();
  for (const [one, other] of joins) sets.join(one, other);
  return Int32Array.from(sources, (_, source) => sets.find(source));
}

/** The groups that some citations pass through, each once. */
export function handsOf(citations: readonly Citation[], groups: Int32Array): ReadonlySet<number> {
  const hands = new Set<number>();
  for (const { source, via } of citations) {
    hands.add(wholeAt(groups, source));
    if (via !== null) hands.add(wholeAt(groups, via));
  }
  return hands;
}

export function countPassing({ citations, sources }: Matrix, groups: Int32Array): Passing {
  const passing = new Int32Array(sources.length);
  for (const ofEntry of citations) for (const hand of handsOf(ofEntry, groups)) count(passing, hand, 1);
  return passing;
}

/** Takes the citations of one entry apart into what is independent of each other. */
export function partsOf(
  citations: readonly Citation[],
  groups: Int32Array,
  reliability: MeanAndVotes,
): readonly Part[] {
  if (citations.length === 0) {
    // Called after nobody: the row past the last source.
    return [{ bearers: [groups.length], reliability: reliability.otherwise, judged: false }];
  }
  return joinCitations(citations.map((one) => gradeCitation(one, groups, reliability))).map(partOf);
}

/** A citation by its hands, with how far both together can be trusted. */
type GradedCitation = {
  readonly asserter: number;
  readonly channel: number;
  readonly reliability: number;
  readonly judged: boolean;
};

function gradeCitation(
  { source, via }: Citation,
  groups: Int32Array,
  { mean, votes }: MeanAndVotes,
): GradedCitation {
  const asserter = wholeAt(groups, source);
  if (via === null) {
    const judged = wholeAt(votes, source) > 0;
    return { asserter, channel: asserter, reliability: at(mean, source), judged };
  }
  return {
    asserter,
    channel: wholeAt(groups, via),
    reliability: at(mean, source) * at(mean, via),
    judged: wholeAt(votes, source) > 0 && wholeAt(votes, via) > 0,
  };
}

/** Citations that share a hand are not independent: what hangs together, in any number of steps, is a part. */
function joinCitations(citations: readonly GradedCitation[]): readonly (readonly GradedCitation[])[] {
  if (citations.length === 1) return [citations];
  const sets = new DisjointSets();
  for (const { asserter, channel } of citations) sets.join(asserter, channel);
  return [...groupBy(citations, ({ channel }) => sets.find(channel)).values()];
}

function partOf(citations: readonly GradedCitation[]): Part {
  const [first, ...more] = citations;
  // Most are of one citation, and then there is nothing to choose from.
  if (first && more.length === 0) {
    const { asserter, channel, reliability, judged } = first;
    return { bearers: asserter === channel ? [channel] : [channel, asserter], reliability, judged };
  }
  const trusted = citations.filter(({ judged, reliability }) => judged && reliability > 0);
  const bearing = trusted.length > 0 ? trusted : citations;
  const inOrder = (hands: readonly number[]) => hands.toSorted((one, other) => one - other);
  const channels = inOrder(bearing.map(({ channel }) => channel));
  const asserters = inOrder(bearing.map(({ asserter }) => asserter));
  // Highest first, so that what equals it by rounding alone gives one figure in whatever order citations stand.
  const { reliability, judged } = best(
    citations.toSorted((one, other) => other.reliability - one.reliability),
  );
  return { bearers: [...new Set([...channels, ...asserters])], reliability, judged };
}

/** A part bears the name of the hand through which most entries pass; equals: a channel, then the first source. */
export function nameOf({ bearers }: Part, passing: Passing): number {
  let name = bearers[0] as number;
  for (const hand of bearers) if (wholeAt(passing, hand) > wholeAt(passing, name)) name = hand;
  return name;
}

/** Where an entry leans, once its parts have names. */
export function lean(parts: readonly Part[], passing: Passing): Provenance {
  const origins = parts
    .map((part) => ({ name: nameOf(part, passing), reliability: part.reliability, judged: part.judged }))
    .sort((one, other) => one.name - other.name);
  const [only, ...more] = origins;
  if (only && more.length === 0) {
    const { reliability } = only;
    return { origins, leansOn: only, corroborators: [], vouchers: "", corroboration: 1, reliability };
  }
  const leansOn = best(origins);
  const corroborators = origins.filter(
    (origin) => origin !== leansOn && origin.judged && origin.reliability > 0,
  );
  let corroboration = 1;
  let failure = 1 - leansOn.reliability;
  for (const { reliability } of corroborators) {
    corroboration *= Math.max(LEAST_DOUBT, 1 - reliability);
    failure *= 1 - reliability;
  }
  const vouchers = corroborators.map(({ name }) => name).join();
  return { origins, leansOn, corroborators, vouchers, corroboration, reliability: 1 - failure };
}

/** The most reliable; of equals the first that is judged, else the first. */
function best<Graded extends { readonly reliability: number; readonly judged: boolean }>(
  graded: readonly Graded[],
): Graded {
  let highest = 0;
  for (const { reliability } of graded) highest = Math.max(highest, reliability);
  let first: Graded | undefined;
  for (const one of graded) {
    if (!isEqual(one.reliability, highest)) continue;
    if (one.judged) return one;
    first ??= one;
  }
  return first as Graded;
}

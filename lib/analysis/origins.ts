import { at } from "./columns";
import { DisjointSets } from "./disjoint-sets";
import { groupBy } from "./group-by";
import type { Citation, Matrix } from "./matrix";
import { isEqual } from "./numbers";
import type { Means } from "./tallies";

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
  /** κ: the part of what it says that rests on `leansOn` alone. */
  readonly corroboration: number;
  /** R: that not all of these origins fail it. */
  readonly reliability: number;
};

/** For each source the first source of its group: those that links make one origin, in any number of steps. */
export function groupSources({ sources, joins }: Pick<Matrix, "sources" | "joins">): Int32Array {
  const sets = new DisjointSets();
  for (const [one, other] of joins) sets.join(one, other);
  return Int32Array.from(sources, (_, source) => sets.find(source));
}

/** Traces every entry to its origins, and the origins to the one that it leans on. */
export function traceOrigins(matrix: Matrix, groups: Int32Array, reliability: Means): readonly Provenance[] {
  const citations = matrix.citations.map((ofEntry) =>
    ofEntry.map((one) => gradeCitation(one, groups, reliability)),
  );
  const passing = countPassing(citations, matrix.sources.length);
  const unsourced = { name: matrix.sources.length, reliability: matrix.settings.unrated, judged: false };
  return citations.map((ofEntry) => {
    if (ofEntry.length === 0) return lean([unsourced]);
    return lean(joinCitations(ofEntry).map((part) => nameOrigin(part, passing)));
  });
}

/** A citation by its hands, the groups that it passes through, with how far both together can be trusted. */
type GradedCitation = {
  readonly hands: readonly number[];
  readonly channel: number;
  readonly reliability: number;
  readonly judged: boolean;
};

function gradeCitation(
  { source, via }: Citation,
  groups: Int32Array,
  { mean, votes }: Means,
): GradedCitation {
  const asserter = at(groups, source);
  if (via === null) {
    const judged = at(votes, source) > 0;
    return { hands: [asserter], channel: asserter, reliability: at(mean, source), judged };
  }
  return {
    hands: [asserter, at(groups, via)],
    channel: at(groups, via),
    reliability: at(mean, source) * at(mean, via),
    judged: at(votes, source) > 0 && at(votes, via) > 0,
  };
}

/** How many entries pass through each hand. */
function countPassing(citations: readonly (readonly GradedCitation[])[], hands: number): Int32Array {
  const passing = new Int32Array(hands);
  for (const ofEntry of citations) {
    for (const hand of new Set(ofEntry.flatMap((citation) => citation.hands))) {
      passing[hand] = at(passing, hand) + 1;
    }
  }
  return passing;
}

/** Citations that share a hand are not independent: what hangs together, in any number of steps, is a part. */
function joinCitations(citations: readonly GradedCitation[]): readonly (readonly GradedCitation[])[] {
  if (citations.length === 1) return [citations];
  const sets = new DisjointSets();
  for (const { hands, channel } of citations) for (const hand of hands) sets.join(hand, channel);
  return [...groupBy(citations, ({ channel }) => sets.find(channel)).values()];
}

/** A part bears the name of the hand through which most entries pass; equals: a channel, then the first source. */
function nameOrigin(part: readonly GradedCitation[], passing: Int32Array): Origin {
  const trusted = part.filter(({ judged, reliability }) => judged && reliability > 0);
  const bearing = trusted.length > 0 ? trusted : part;
  const channels = new Set(bearing.map(({ channel }) => channel));
  const [name = 0] = bearing
    .flatMap(({ hands }) => hands)
    .sort(
      (one, other) =>
        at(passing, other) - at(passing, one) ||
        Number(channels.has(other)) - Number(channels.has(one)) ||
        one - other,
    );
  // Highest first, so that what equals it by rounding alone gives one figure in whatever order citations stand.
  const { reliability, judged } = best(part.toSorted((one, other) => other.reliability - one.reliability));
  return { name, reliability, judged };
}

function lean(unordered: readonly Origin[]): Provenance {
  const origins = unordered.toSorted((one, other) => one.name - other.name);
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
  return { origins, leansOn, corroborators, corroboration, reliability: 1 - failure };
}

/** The most reliable; of equals the first that is judged, else the first. */
function best<Graded extends { readonly reliability: number; readonly judged: boolean }>(
  graded: readonly Graded[],
): Graded {
  const highest = graded.reduce((most, { reliability }) => Math.max(most, reliability), 0);
  const equals = graded.filter(({ reliability }) => isEqual(reliability, highest));
  return (equals.find(({ judged }) => judged) ?? equals[0]) as Graded;
}

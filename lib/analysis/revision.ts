import { at } from "./columns";
import type { Provenance } from "./origins";
import { addTo, type Reckoning } from "./reckoning";
import { hush, spin, type Thread } from "./threads";
import { weightOf } from "./weights";

/** Entries that are read otherwise than in the whole matrix; null where an entry is out. */
export type Revision = ReadonlyMap<number, Thread | null>;

/** What may be otherwise about one entry; what is absent is as it was. */
export type Reading = {
  readonly provenance?: Provenance | undefined;
  readonly credibility?: number | undefined;
  readonly relevance?: number | undefined;
  /** The consensus of all cells. */
  readonly consensus?: Float64Array | undefined;
};

/** Reads entries otherwise, at most so many of them: the column they need is made once. */
export function rereader(reckoning: Reckoning, entries: number): (entry: number, reading: Reading) => Thread {
  const { matrix, cells, weights, places, threads } = reckoning;
  const { step } = matrix.settings;
  const width = matrix.hypotheses.length;
  const likelihoods = new Float64Array(entries * width);
  let next = 0;

  return (entry, reading) => {
    const place = reading.provenance ? places.placeFor(reading.provenance) : (threads[entry] as Thread).place;
    const credibility = reading.credibility ?? at(weights.credibility.mean, entry);
    const relevance = reading.relevance ?? at(weights.relevance.mean, entry);
    const weight = weightOf(place.provenance.reliability, credibility, relevance);
    const consensus = { column: reading.consensus ?? cells.consensus, first: entry * width };
    const first = next;
    next += width;
    return spin(place, { step, weight }, consensus, { column: likelihoods, first }, width);
  };
}

/**
 * Tells S after a revision: the entries in it are taken out of the sums and put in anew, and nothing else is touched.
 *
 * @returns S for any revision, one after another.
 */
export function reviser(reckoning: Reckoning): (revision: Revision) => Float64Array {
  const { threads, strands, origins } = reckoning;
  const revised = strands.copy();

  return (revision) => {
    const touched = new Set<number>();
    for (const [entry, after] of revision) {
      const before = threads[entry] as Thread;
      touched.add(before.place.provenance.leansOn.name);
      revised.put(before, -1);
      if (!after) continue;
      touched.add(after.place.provenance.leansOn.name);
      revised.put(after, 1);
    }

    const support = reckoning.support.slice();
    for (const name of touched) {
      const before = origins.get(name);
      if (before) addTo(support, before, -1);
      revised.addTo(support, name);
      revised.restore(name, strands);
    }
    return support;
  };
}

/** A revision in which some entries are left out besides, with weights, κ and doubts as they are in it. */
export function hushed(
  { threads, support }: Reckoning,
  revision: Revision,
  entries: Iterable<number>,
): Revision {
  const more = new Map(revision);
  for (const entry of entries) {
    const thread = more.has(entry) ? more.get(entry) : threads[entry];
    if (thread) more.set(entry, hush(thread, support.length));
  }
  return more;
}

/** The entries as they read after a revision, without those that are out. */
export function threadsIn({ threads }: Reckoning, revision: Revision): readonly Thread[] {
  return threads.flatMap((thread, entry) => (revision.has(entry) ? (revision.get(entry) ?? []) : thread));
}

/**
 * The bounds after a revision of the origins that some entry leans on.
 *
 * @param struck Entries that are left out with doubts held: they still count for the doubt of their origin, but an origin
 *   that only they lean on is gone.
 */
export function boundsIn(
  { threads, strands, places }: Reckoning,
  revision: Revision,
  struck: ReadonlySet<number>,
): readonly number[] {
  const revised = strands.copy();
  for (const [entry, after] of revision) {
    revised.put(threads[entry] as Thread, -1);
    if (after) revised.put(after, 1);
  }
  const names = new Set<number>();
  threads.forEach((thread, entry) => {
    const left = revision.has(entry) ? revision.get(entry) : thread;
    if (left && !struck.has(entry)) names.add(left.place.provenance.leansOn.name);
  });
  return [...names].map((name) => {
    const [alone = 0] = places.strandsOf(name);
    return 1 / revised.doubtOf(alone);
  });
}

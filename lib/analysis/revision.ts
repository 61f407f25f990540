import { at } from "./columns";
import type { Provenance } from "./origins";
import { addTo, type Reckoning } from "./reckoning";
import { OriginStrands } from "./strands";
import { spin, type Thread } from "./threads";
import { weightOf } from "./weights";

/** Entries that are read otherwise than in the whole matrix; null where an entry is out. */
export type Revision = ReadonlyMap<number, Thread | null>;

/** What may be otherwise about one entry; what is absent is as it was. */
export type Reading = {
  readonly provenance?: Provenance | undefined;
  readonly credibility?: number | undefined;
  readonly relevance?: number | undefined;
  /** Its consensus by hypothesis, from `first` on. */
  readonly consensus?: { readonly column: Float64Array; readonly first: number } | undefined;
};

/** Reads entries otherwise, at most so many of them: the columns they need are made once. */
export function rereader(reckoning: Reckoning, entries: number): (entry: number, reading: Reading) => Thread {
  const { matrix, cells, weights } = reckoning;
  const { step } = matrix.settings;
  const width = matrix.hypotheses.length;
  const likelihoods = new Float64Array(entries * width);
  let next = 0;

  return (entry, reading) => {
    const provenance = reading.provenance ?? (weights.provenance[entry] as Provenance);
    const credibility = reading.credibility ?? at(weights.credibility.mean, entry);
    const relevance = reading.relevance ?? at(weights.relevance.mean, entry);
    const weight = weightOf(provenance.reliability, credibility, relevance);
    const consensus = reading.consensus ?? { column: cells.consensus, first: entry * width };
    const first = next;
    next += width;
    return spin(provenance, { step, weight }, consensus, { column: likelihoods, first }, width);
  };
}

/** S after a revision: the entries in it are taken out of the sums and put in anew, and nothing else is touched. */
export function supportAfter(
  { matrix, threads, origins, support }: Reckoning,
  revision: Revision,
): Float64Array {
  const revised = new Map<number, OriginStrands>();
  for (const [entry, thread] of revision) {
    put(threads[entry] as Thread, -1);
    if (thread) put(thread, 1);
  }

  const after = support.slice();
  for (const [name, sums] of revised) {
    const origin = origins.get(name);
    if (origin) addTo(after, origin.support, -1);
    sums.addTo(after);
  }
  return after;

  function put(thread: Thread, times: 1 | -1): void {
    const origin = thread.provenance.leansOn.name;
    let sums = revised.get(origin);
    if (!sums) {
      const { doubt } = matrix.settings;
      sums = origins.get(origin)?.sums.copy() ?? new OriginStrands(origin, support.length, doubt);
      revised.set(origin, sums);
    }
    sums.put(thread, times);
  }
}

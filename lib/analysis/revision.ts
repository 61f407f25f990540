import { add, at } from "./columns";
import type { Provenance } from "./origins";
import { addSupport, type Reckoning } from "./reckoning";
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
  /** By hypothesis. */
  readonly consensus?: Float64Array | undefined;
};

export function reread({ matrix, cells, weights }: Reckoning, entry: number, reading: Reading): Thread {
  const width = matrix.hypotheses.length;
  const provenance = reading.provenance ?? (weights.provenance[entry] as Provenance);
  const credibility = reading.credibility ?? at(weights.credibility.mean, entry);
  const relevance = reading.relevance ?? at(weights.relevance.mean, entry);
  const weight = weightOf(provenance.reliability, credibility, relevance);
  const consensus = reading.consensus ?? cells.consensus.slice(entry * width, (entry + 1) * width);
  return spin(
    provenance,
    { step: matrix.settings.step, weight },
    consensus,
    new Float64Array(width),
    0,
    width,
  );
}

/** S after a revision: the entries in it are taken out of the sums and put in anew, and nothing else is touched. */
export function supportAfter(
  { matrix, threads, origins, support }: Reckoning,
  revision: Revision,
): Float64Array {
  const { doubt } = matrix.settings;
  const revised = new Map<number, OriginStrands>();
  for (const [entry, thread] of revision) {
    put(threads[entry] as Thread, -1);
    if (thread) put(thread, 1);
  }

  const after = support.slice();
  for (const [origin, sums] of revised) {
    addSupport(after, origins.get(origin)?.strands ?? [], -1);
    addSupport(after, sums.hear(doubt), 1);
  }
  return after;

  function put(thread: Thread, times: 1 | -1): void {
    const origin = thread.provenance.leansOn.name;
    let sums = revised.get(origin);
    if (!sums) {
      sums = origins.get(origin)?.sums.copy() ?? OriginStrands.of(origin, support.length);
      revised.set(origin, sums);
    }
    sums.put(thread, times, doubt);
  }
}

/** The rows of a column by the number in it: which entries cite a source, which ratings an analyst gave. */
export function rowsBy(column: Int32Array, numbers: number): readonly Int32Array[] {
  const sizes = new Int32Array(numbers);
  for (const number of column) add(sizes, number, 1);
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(numbers);
  column.forEach((number, row) => {
    (rows[number] as Int32Array)[at(filled, number)] = row;
    add(filled, number, 1);
  });
  return rows;
}

import { add, at, count, wholeAt } from "./columns";
import type { Reckoning } from "./reckoning";
import type { Thread } from "./threads";

/**
 * The support while entries are left out and put back, everything else being held: weights, κ, origins, doubts.
 *
 * It works on likelihoods relative to each strand's favourite, so that to try an entry takes no logarithm. What it
 * says of S is therefore right but for an amount that is common to all hypotheses.
 */
export class Held {
  readonly support: Float64Array;
  /** By entry, the name of the origin that it leans on. */
  readonly origin: Int32Array;
  readonly #threads: readonly Thread[];
  /** By strand: how many entries are in it, and its doubt. */
  readonly #size: Int32Array;
  readonly #doubt: Float64Array;
  /** By strand and hypothesis: ln L, how much likelier than L its favourite's is, and that doubted. */
  readonly #likelihood: Float64Array;
  readonly #relative: Float64Array;
  readonly #heard: Float64Array;
  /** By entry and hypothesis: what taking it out multiplies by, of the strand on its origin alone and of the other. */
  readonly #inverseAlone: Float64Array;
  readonly #inverseVouched: Float64Array;

  constructor({ threads, places, strands, support }: Reckoning) {
    const width = support.length;
    this.support = support.slice();
    this.origin = Int32Array.from(threads, ({ place }) => place.provenance.leansOn.name);
    this.#threads = threads;
    this.#size = new Int32Array(places.strands);
    this.#doubt = new Float64Array(places.strands);
    this.#likelihood = new Float64Array(places.strands * width);
    this.#relative = new Float64Array(places.strands * width);
    this.#heard = new Float64Array(places.strands * width);
    this.#inverseAlone = new Float64Array(threads.length * width);
    this.#inverseVouched = new Float64Array(threads.length * width);
    threads.forEach((thread, entry) => {
      const { alone, vouched, provenance } = thread.place;
      this.#add(alone, thread, 1, provenance.corroboration);
      invert(thread, provenance.corroboration, this.#inverseAlone, entry * width, width);
      if (vouched === null) return;
      this.#add(vouched, thread, 1, 1 - provenance.corroboration);
      invert(thread, 1 - provenance.corroboration, this.#inverseVouched, entry * width, width);
    });
    for (let strand = 0; strand < places.strands; strand++) {
      if (wholeAt(this.#size, strand) === 0) continue;
      this.#doubt[strand] = strands.doubtOf(strand);
      this.#compare(strand);
    }
  }

  /** What leaving out an entry would multiply each hypothesis by, written into `factors`. */
  try(entry: number, factors: Float64Array): void {
    const { alone, vouched } = (this.#threads[entry] as Thread).place;
    factors.fill(1);
    this.#tryIn(alone, this.#inverseAlone, entry, factors);
    if (vouched !== null) this.#tryIn(vouched, this.#inverseVouched, entry, factors);
  }

  leaveOut(entry: number): void {
    this.#put(entry, -1);
  }

  putBack(entry: number): void {
    this.#put(entry, 1);
  }

  #tryIn(strand: number, inverse: Float64Array, entry: number, factors: Float64Array): void {
    const width = factors.length;
    const [first, firstInverse, doubt] = [strand * width, entry * width, at(this.#doubt, strand)];
    let most = 0;
    for (let row = 0; row < width; row++) {
      most = Math.max(most, at(this.#relative, first + row) * at(inverse, firstInverse + row));
    }
    for (let row = 0; row < width; row++) {
      const left = at(this.#relative, first + row) * at(inverse, firstInverse + row);
      const after = (1 - doubt) * left + doubt * most;
      factors[row] = (at(factors, row) * after) / at(this.#heard, first + row);
    }
  }

  #put(entry: number, times: 1 | -1): void {
    const thread = this.#threads[entry] as Thread;
    const { alone, vouched, provenance } = thread.place;
    this.#change(alone, thread, times, provenance.corroboration);
    if (vouched !== null) this.#change(vouched, thread, times, 1 - provenance.corroboration);
  }

  #change(strand: number, thread: Thread, times: 1 | -1, share: number): void {
    this.#addHeard(strand, -1);
    this.#add(strand, thread, times, share);
    this.#compare(strand);
    this.#addHeard(strand, 1);
  }

  #add(strand: number, { likelihoods, first }: Thread, times: 1 | -1, share: number): void {
    const width = this.support.length;
    count(this.#size, strand, times);
    for (let row = 0; row < width; row++) {
      add(this.#likelihood, strand * width + row, times * share * at(likelihoods, first + row));
    }
    // What is left of nothing is nothing, and not what rounding left.
    if (wholeAt(this.#size, strand) === 0) this.#likelihood.fill(0, strand * width, (strand + 1) * width);
  }

  #compare(strand: number): void {
    const [first, end] = [strand * this.support.length, (strand + 1) * this.support.length];
    const doubt = at(this.#doubt, strand);
    let most = Number.NEGATIVE_INFINITY;
    for (let place = first; place < end; place++) most = Math.max(most, at(this.#likelihood, place));
    for (let place = first; place < end; place++) {
      const relative = Math.exp(at(this.#likelihood, place) - most);
      this.#relative[place] = relative;
      this.#heard[place] = (1 - doubt) * relative + doubt;
    }
  }

  #addHeard(strand: number, times: 1 | -1): void {
    const first = strand * this.support.length;
    for (let row = 0; row < this.support.length; row++) {
      add(this.support, row, times * Math.log(at(this.#heard, first + row)));
    }
  }
}

function invert(
  { likelihoods, first }: Thread,
  share: number,
  inverse: Float64Array,
  start: number,
  width: number,
): void {
  for (let row = 0; row < width; row++) {
    inverse[start + row] = Math.exp(-share * at(likelihoods, first + row));
  }
}

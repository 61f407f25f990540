import { add, at } from "./columns";
import { LEAST_DOUBT } from "./origins";
import type { Places } from "./places";
import { addDoubted } from "./posterior";
import type { Thread } from "./threads";

/** The chance that an origin is false as a whole. It is never too small to be a number. */
const LEAST_CHANCE = Number.MIN_VALUE;

/**
 * What a strand is summed up in, one number after another: how many of its entries say something and how many nothing;
 * for each of these sorts the sum of the figure that its doubt goes by; then ln L by hypothesis.
 */
const [SPEAKING, SILENT, FIGURES_OF_SPEAKING, FIGURES_OF_SILENT, LIKELIHOOD] = [0, 1, 2, 3, 4];

/**
 * What is believed or doubted as one. Each entry has a share in the strand that rests on its origin alone; the share
 * that other origins vouch for is in a second strand, with all that the same ones vouch for.
 *
 * Strands are sums, so that an entry can be taken out again, or put in otherwise, at the cost of that entry alone. All
 * are in one column: tens of thousands of little ones would keep the collector of garbage busy.
 */
export class Strands {
  readonly #places: Places;
  readonly #width: number;
  readonly #length: number;
  readonly #doubt: number;
  #sums: Float64Array;

  /** @param doubt The setting. */
  constructor(places: Places, width: number, doubt: number, sums?: Float64Array) {
    this.#places = places;
    this.#width = width;
    this.#length = LIKELIHOOD + width;
    this.#doubt = doubt;
    this.#sums = sums ?? new Float64Array(places.strands * this.#length);
  }

  /** One that can be changed while this stays as it is. */
  copy(): Strands {
    return new Strands(this.#places, this.#width, this.#doubt, this.#sums.slice());
  }

  /** @param times 1 to put it in, −1 to take it out. */
  put(thread: Thread, times: 1 | -1): void {
    const { place } = thread;
    const { leansOn, corroboration } = place.provenance;
    this.#add(place.alone, thread, times, corroboration, leansOn.reliability);
    if (place.vouched === null) return;
    this.#add(place.vouched, thread, times, 1 - corroboration, place.chance);
  }

  /** Sums up the strands of an origin as another does. */
  restore(origin: number, original: Strands): void {
    for (const strand of this.#places.strandsOf(origin)) {
      const first = strand * this.#length;
      for (let place = first; place < first + this.#length; place++) {
        this.#sums[place] = original.#sums[place] ?? 0;
      }
    }
  }

  /** Adds what all that leans on an origin says, once it is doubted, to the support. */
  addTo(support: Float64Array, origin: number): void {
    for (const strand of this.#places.strandsOf(origin)) {
      if (this.entriesIn(strand) === 0) continue;
      addDoubted(support, this.#sums, strand * this.#length + LIKELIHOOD, this.doubtOf(strand));
    }
  }

  /** The sum of ln F by hypothesis over all that leans on an origin. */
  hearOrigin(origin: number): Float64Array {
    const heard = new Float64Array(this.#width);
    this.addTo(heard, origin);
    return heard;
  }

  /** ln F by hypothesis of one strand that has entries. */
  hear(strand: number): Float64Array {
    const heard = new Float64Array(this.#width);
    addDoubted(heard, this.#sums, strand * this.#length + LIKELIHOOD, this.doubtOf(strand));
    return heard;
  }

  /** How many entries are in a strand. */
  entriesIn(strand: number): number {
    const first = strand * this.#length;
    // A strand may have been numbered after these were summed up.
    if (first >= this.#sums.length) return 0;
    return at(this.#sums, first + SPEAKING) + at(this.#sums, first + SILENT);
  }

  /** The chance that all of a strand that has entries is false together, over 0 to 1. */
  doubtOf(strand: number): number {
    const alone = this.#places.aloneOf(strand);
    const onOrigin = Math.max(LEAST_DOUBT, this.#doubt * (1 - this.#meanFigure(alone)));
    return strand === alone ? onOrigin : Math.max(LEAST_CHANCE, onOrigin * this.#meanFigure(strand));
  }

  /** The silent count only where all are. */
  #meanFigure(strand: number): number {
    const first = strand * this.#length;
    const speaking = at(this.#sums, first + SPEAKING);
    return speaking > 0
      ? at(this.#sums, first + FIGURES_OF_SPEAKING) / speaking
      : at(this.#sums, first + FIGURES_OF_SILENT) / at(this.#sums, first + SILENT);
  }

  /** @param figure What the doubt of the strand goes by: the mean of it over the entries that say something. */
  #add(
    strand: number,
    { likelihoods, first, speaks }: Thread,
    times: 1 | -1,
    share: number,
    figure: number,
  ): void {
    const sums = this.#roomFor(strand);
    const start = strand * this.#length;
    add(sums, start + (speaks ? SPEAKING : SILENT), times);
    add(sums, start + (speaks ? FIGURES_OF_SPEAKING : FIGURES_OF_SILENT), times * figure);
    if (!speaks) return;
    for (let row = 0; row < this.#width; row++) {
      add(sums, start + LIKELIHOOD + row, times * share * at(likelihoods, first + row));
    }
  }

  #roomFor(strand: number): Float64Array {
    if ((strand + 1) * this.#length > this.#sums.length) {
      const roomier = new Float64Array(2 * this.#places.strands * this.#length);
      roomier.set(this.#sums);
      this.#sums = roomier;
    }
    return this.#sums;
  }
}

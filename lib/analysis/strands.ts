import { add, at } from "./columns";
import { LEAST_DOUBT, type Provenance } from "./origins";
import { doubted } from "./posterior";
import type { Thread } from "./threads";

/** What is believed or doubted as one, and what it says once it is doubted. */
export type Strand = {
  /** Name of the origin leaned on. */
  readonly origin: number;
  /** Names of the origins that vouch for it; none where it rests on its origin alone. */
  readonly corroborators: readonly number[];
  /** The same as one key. */
  readonly vouchers: string;
  /** How many entries are in it. */
  readonly size: number;
  /** The chance that all of it is false together, over 0 to 1. */
  readonly doubt: number;
  /** ln L by hypothesis: the sum of its entries' shares. */
  readonly likelihood: Float64Array;
  /** ln F by hypothesis: the same, doubted. */
  readonly support: Float64Array;
};

/** The chance that an origin is false as a whole. It is never too small to be a number. */
const LEAST_CHANCE = Number.MIN_VALUE;

/**
 * All that leans on one origin. Each entry has a share in the strand that rests on the origin alone; the share that
 * other origins vouch for is in a second strand, with all that the same ones vouch for.
 *
 * Strands are sums, so that an entry can be taken out again, or put in otherwise, at the cost of that entry alone.
 */
export class OriginStrands {
  readonly #alone: Sums;
  readonly #vouched: Map<string, Sums>;

  constructor(alone: Sums, vouched: Map<string, Sums> = new Map()) {
    this.#alone = alone;
    this.#vouched = vouched;
  }

  static of(origin: number, width: number): OriginStrands {
    return new OriginStrands(new Sums(origin, [], "", width));
  }

  copy(): OriginStrands {
    const vouched = new Map([...this.#vouched].map(([key, sums]) => [key, sums.copy()]));
    return new OriginStrands(this.#alone.copy(), vouched);
  }

  /**
   * @param times 1 to put it in, −1 to take it out.
   * @param doubt The setting.
   */
  put(thread: Thread, times: 1 | -1, doubt: number): void {
    const { leansOn, corroborators, vouchers, corroboration } = thread.provenance;
    this.#alone.add(thread, times, corroboration, leansOn.reliability);
    if (corroborators.length === 0) return;
    let sums = this.#vouched.get(vouchers);
    if (!sums) {
      sums = this.#alone.startBeside(thread.provenance);
      this.#vouched.set(vouchers, sums);
    }
    sums.add(thread, times, 1 - corroboration, chanceThatAllAreFalse(thread.provenance, doubt));
  }

  /** The strands, doubted: first the one that rests on the origin alone; none where nothing leans on it. */
  hear(doubt: number): readonly Strand[] {
    if (this.#alone.isEmpty) return [];
    const onOrigin = Math.max(LEAST_DOUBT, doubt * (1 - this.#alone.meanFigure));
    const vouched = [...this.#vouched.values()].filter((sums) => !sums.isEmpty);
    return [
      this.#alone.hear(onOrigin),
      ...vouched.map((sums) => sums.hear(Math.max(LEAST_CHANCE, onOrigin * sums.meanFigure))),
    ];
  }
}

/** The entries of one strand, added up. */
class Sums {
  readonly #origin: number;
  readonly #corroborators: readonly number[];
  readonly #vouchers: string;
  readonly #likelihood: Float64Array;
  /** Of the entries that say something, and of those that say nothing. */
  readonly #speaking = { entries: 0, figure: 0 };
  readonly #silent = { entries: 0, figure: 0 };

  constructor(origin: number, corroborators: readonly number[], vouchers: string, width: number) {
    this.#origin = origin;
    this.#corroborators = corroborators;
    this.#vouchers = vouchers;
    this.#likelihood = new Float64Array(width);
  }

  startBeside({ corroborators, vouchers }: Provenance): Sums {
    const names = corroborators.map(({ name }) => name);
    return new Sums(this.#origin, names, vouchers, this.#likelihood.length);
  }

  copy(): Sums {
    const copy = new Sums(this.#origin, this.#corroborators, this.#vouchers, this.#likelihood.length);
    copy.#likelihood.set(this.#likelihood);
    Object.assign(copy.#speaking, this.#speaking);
    Object.assign(copy.#silent, this.#silent);
    return copy;
  }

  /** @param figure What the doubt of the strand goes by: the mean of it over the entries that say something. */
  add({ likelihoods, first, speaks }: Thread, times: 1 | -1, share: number, figure: number): void {
    const heard = speaks ? this.#speaking : this.#silent;
    heard.entries += times;
    heard.figure += times * figure;
    if (!speaks) return;
    for (let hypothesis = 0; hypothesis < this.#likelihood.length; hypothesis++) {
      add(this.#likelihood, hypothesis, times * share * at(likelihoods, first + hypothesis));
    }
  }

  get isEmpty(): boolean {
    return this.#speaking.entries + this.#silent.entries === 0;
  }

  /** The silent count only where all are. */
  get meanFigure(): number {
    const { entries, figure } = this.#speaking.entries > 0 ? this.#speaking : this.#silent;
    return figure / entries;
  }

  hear(doubt: number): Strand {
    return {
      origin: this.#origin,
      corroborators: this.#corroborators,
      vouchers: this.#vouchers,
      size: this.#speaking.entries + this.#silent.entries,
      doubt,
      likelihood: this.#likelihood,
      support: doubted(this.#likelihood, doubt),
    };
  }
}

function chanceThatAllAreFalse({ corroborators }: Provenance, doubt: number): number {
  let chance = 1;
  for (const { reliability } of corroborators) chance *= Math.max(LEAST_DOUBT, doubt * (1 - reliability));
  return chance;
}

import { add, at } from "./columns";
import { LEAST_DOUBT, type Origin, type Provenance } from "./origins";
import { addDoubted, doubted } from "./posterior";
import type { Thread } from "./threads";

/** What is believed or doubted as one, and what it says once it is doubted. */
export type Strand = {
  /** Name of the origin leaned on. */
  readonly origin: number;
  /** Names of the origins that vouch for it; none where it rests on its origin alone. */
  readonly corroborators: readonly number[];
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
  readonly #origin: number;
  readonly #width: number;
  readonly #doubt: number;
  /** By vouchers; the empty ones are those of the strand that rests on the origin alone. */
  readonly #sums: Map<string, StrandSums>;
  /** The vouchers of sums that a copy has for itself; the others it shares until it changes them. */
  readonly #own = new Set<string>();

  /** @param doubt The setting. */
  constructor(
    origin: number,
    width: number,
    doubt: number,
    sums: Iterable<readonly [string, StrandSums]> = [],
  ) {
    this.#origin = origin;
    this.#width = width;
    this.#doubt = doubt;
    this.#sums = new Map(sums);
  }

  /** One that can be changed while this stays as it is. */
  copy(): OriginStrands {
    return new OriginStrands(this.#origin, this.#width, this.#doubt, this.#sums);
  }

  /** @param times 1 to put it in, −1 to take it out. */
  put(thread: Thread, times: 1 | -1): void {
    const { leansOn, corroborators, vouchers, corroboration } = thread.provenance;
    this.#sumsFor("", NOBODY).add(thread, times, corroboration, leansOn.reliability);
    if (corroborators.length === 0) return;
    const chance = chanceThatAllAreFalse(thread.provenance, this.#doubt);
    this.#sumsFor(vouchers, corroborators).add(thread, times, 1 - corroboration, chance);
  }

  /** The strands, doubted: first the one that rests on the origin alone; none where nothing leans on it. */
  hear(): readonly Strand[] {
    return this.#heard().map(({ sums, doubt }) => ({
      origin: this.#origin,
      corroborators: sums.corroborators.map(({ name }) => name),
      size: sums.entries,
      doubt,
      likelihood: sums.likelihood,
      support: doubted(sums.likelihood, doubt),
    }));
  }

  /** Adds what the strands say, doubted, to the support. */
  addTo(support: Float64Array): void {
    for (const { sums, doubt } of this.#heard()) addDoubted(support, sums.likelihood, doubt);
  }

  #heard(): readonly { readonly sums: StrandSums; readonly doubt: number }[] {
    const alone = this.#sums.get("");
    if (!alone || alone.entries === 0) return [];
    const onOrigin = Math.max(LEAST_DOUBT, this.#doubt * (1 - alone.meanFigure));
    const heard = [{ sums: alone, doubt: onOrigin }];
    for (const sums of this.#sums.values()) {
      if (sums === alone || sums.entries === 0) continue;
      heard.push({ sums, doubt: Math.max(LEAST_CHANCE, onOrigin * sums.meanFigure) });
    }
    return heard;
  }

  #sumsFor(vouchers: string, corroborators: readonly Origin[]): StrandSums {
    const shared = this.#sums.get(vouchers);
    if (shared && this.#own.has(vouchers)) return shared;
    const own = shared?.copy() ?? new StrandSums(corroborators, new Float64Array(this.#width));
    this.#sums.set(vouchers, own);
    this.#own.add(vouchers);
    return own;
  }
}

const NOBODY: readonly Origin[] = [];

/** The entries of one strand, added up. */
class StrandSums {
  readonly corroborators: readonly Origin[];
  readonly likelihood: Float64Array;
  /** How many entries say something and how many nothing, and the sums of a figure of theirs. */
  #speaking = 0;
  #silent = 0;
  #figureOfSpeaking = 0;
  #figureOfSilent = 0;

  constructor(corroborators: readonly Origin[], likelihood: Float64Array) {
    this.corroborators = corroborators;
    this.likelihood = likelihood;
  }

  copy(): StrandSums {
    const copy = new StrandSums(this.corroborators, this.likelihood.slice());
    copy.#speaking = this.#speaking;
    copy.#silent = this.#silent;
    copy.#figureOfSpeaking = this.#figureOfSpeaking;
    copy.#figureOfSilent = this.#figureOfSilent;
    return copy;
  }

  /** @param figure What the doubt of the strand goes by: the mean of it over the entries that say something. */
  add({ likelihoods, first, speaks }: Thread, times: 1 | -1, share: number, figure: number): void {
    if (!speaks) {
      this.#silent += times;
      this.#figureOfSilent += times * figure;
      return;
    }
    this.#speaking += times;
    this.#figureOfSpeaking += times * figure;
    for (let row = 0; row < this.likelihood.length; row++) {
      add(this.likelihood, row, times * share * at(likelihoods, first + row));
    }
  }

  get entries(): number {
    return this.#speaking + this.#silent;
  }

  /** The silent count only where all are. */
  get meanFigure(): number {
    return this.#speaking > 0 ? this.#figureOfSpeaking / this.#speaking : this.#figureOfSilent / this.#silent;
  }
}

function chanceThatAllAreFalse({ corroborators }: Provenance, doubt: number): number {
  let chance = 1;
  for (const { reliability } of corroborators) chance *= Math.max(LEAST_DOUBT, doubt * (1 - reliability));
  return chance;
}

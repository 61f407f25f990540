import { LEAST_DOUBT, type Origin, type Provenance } from "./origins";

/**
 * Where what an entry says is added up: the share that rests on the origin it leans on in one strand, the share that
 * other origins vouch for in a second.
 */
export type Place = {
  readonly provenance: Provenance;
  /** The number of the strand that rests on the origin alone. */
  readonly alone: number;
  /** The number of the strand that the same others vouch for; null where nobody does. */
  readonly vouched: number | null;
  /** The chance that all who vouch for it are false; 1 where nobody does. */
  readonly chance: number;
};

/** Numbers the strands, so that their sums are rows of one column. A number once given stays. */
export class Places {
  readonly #doubt: number;
  /** By origin and vouchers. */
  readonly #numbers = new Map<number, Map<string, number>>();
  /** By origin, the one that rests on it alone first. */
  readonly #ofOrigin = new Map<number, number[]>();
  readonly #strands: { readonly alone: number; readonly corroborators: readonly Origin[] }[] = [];

  /** @param doubt The setting. */
  constructor(doubt: number) {
    this.#doubt = doubt;
  }

  get strands(): number {
    return this.#strands.length;
  }

  /** The strands of an origin, the one that rests on it alone first. */
  strandsOf(origin: number): readonly number[] {
    return this.#ofOrigin.get(origin) ?? [];
  }

  /** The strand that rests on the same origin alone. */
  aloneOf(strand: number): number {
    return this.#strands[strand]?.alone ?? strand;
  }

  /** Names of the origins that vouch for a strand; none where it rests on its origin alone. */
  corroboratorsOf(strand: number): readonly number[] {
    return this.#strands[strand]?.corroborators.map(({ name }) => name) ?? [];
  }

  placeFor(provenance: Provenance): Place {
    const { leansOn, corroborators, vouchers } = provenance;
    const alone = this.#numberOf(leansOn.name, "", []);
    if (corroborators.length === 0) return { provenance, alone, vouched: null, chance: 1 };
    const vouched = this.#numberOf(leansOn.name, vouchers, corroborators);
    return { provenance, alone, vouched, chance: this.#chanceThatAllAreFalse(corroborators) };
  }

  #numberOf(origin: number, vouchers: string, corroborators: readonly Origin[]): number {
    let numbers = this.#numbers.get(origin);
    let strands = this.#ofOrigin.get(origin);
    if (!numbers || !strands) {
      numbers = new Map();
      strands = [];
      this.#numbers.set(origin, numbers);
      this.#ofOrigin.set(origin, strands);
    }
    const known = numbers.get(vouchers);
    if (known !== undefined) return known;
    const strand = this.#strands.length;
    numbers.set(vouchers, strand);
    strands.push(strand);
    this.#strands.push({ alone: strands[0] ?? strand, corroborators });
    return strand;
  }

  #chanceThatAllAreFalse(corroborators: readonly Origin[]): number {
    let chance = 1;
    for (const { reliability } of corroborators) {
      chance *= Math.max(LEAST_DOUBT, this.#doubt * (1 - reliability));
    }
    return chance;
  }
}

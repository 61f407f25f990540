import { add, at } from "./columns";
import { highest } from "./posterior";
import type { Reckoning } from "./reckoning";
import type { Strand } from "./strands";
import type { Thread } from "./threads";

/** A strand as entries leave it: its sum, how much likelier than its favourite each hypothesis is, and that doubted. */
type HeldStrand = {
  readonly doubt: number;
  readonly likelihood: Float64Array;
  readonly relative: Float64Array;
  readonly heard: Float64Array;
  size: number;
};

/** Where an entry has a share, and what taking that share away multiplies the strand's likelihoods by. */
type Place = { readonly strand: HeldStrand; readonly share: number; readonly inverse: Float64Array };

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
  readonly #places: readonly (readonly Place[])[];

  constructor({ threads, origins, support }: Reckoning) {
    this.support = support.slice();
    this.origin = Int32Array.from(threads, ({ provenance }) => provenance.leansOn.name);
    this.#threads = threads;
    const strands = new Map(
      [...origins].map(([name, origin]) => [
        name,
        new Map(origin.strands.map((one) => [one.corroborators.join(), hold(one)])),
      ]),
    );
    this.#places = threads.map((thread) => {
      const { leansOn, vouchers, corroboration } = thread.provenance;
      const ofOrigin = strands.get(leansOn.name);
      const alone = placeIn(ofOrigin?.get(""), thread, corroboration);
      return vouchers === "" ? [alone] : [alone, placeIn(ofOrigin?.get(vouchers), thread, 1 - corroboration)];
    });
  }

  /** What leaving out an entry would multiply each hypothesis by, written into `factors`. */
  try(entry: number, factors: Float64Array): void {
    factors.fill(1);
    for (const { strand, inverse } of this.#places[entry] as readonly Place[]) {
      const { doubt, relative, heard } = strand;
      let most = 0;
      for (let row = 0; row < factors.length; row++)
        most = Math.max(most, at(relative, row) * at(inverse, row));
      for (let row = 0; row < factors.length; row++) {
        const after = (1 - doubt) * at(relative, row) * at(inverse, row) + doubt * most;
        factors[row] = (at(factors, row) * after) / at(heard, row);
      }
    }
  }

  leaveOut(entry: number): void {
    this.#put(entry, -1);
  }

  putBack(entry: number): void {
    this.#put(entry, 1);
  }

  #put(entry: number, times: 1 | -1): void {
    const { likelihoods, first } = this.#threads[entry] as Thread;
    for (const { strand, share } of this.#places[entry] as readonly Place[]) {
      this.#addHeard(strand, -1);
      strand.size += times;
      for (let row = 0; row < this.support.length; row++) {
        add(strand.likelihood, row, times * share * at(likelihoods, first + row));
      }
      // What is left of nothing is nothing, and not what rounding left.
      if (strand.size === 0) strand.likelihood.fill(0);
      compare(strand);
      this.#addHeard(strand, 1);
    }
  }

  #addHeard({ heard }: HeldStrand, times: 1 | -1): void {
    for (let row = 0; row < this.support.length; row++)
      add(this.support, row, times * Math.log(at(heard, row)));
  }
}

function hold({ doubt, likelihood, size }: Strand): HeldStrand {
  const strand = {
    doubt,
    likelihood: likelihood.slice(),
    relative: new Float64Array(likelihood.length),
    heard: new Float64Array(likelihood.length),
    size,
  };
  compare(strand);
  return strand;
}

function compare({ doubt, likelihood, relative, heard }: HeldStrand): void {
  const most = highest(likelihood);
  for (let row = 0; row < likelihood.length; row++) {
    relative[row] = Math.exp(at(likelihood, row) - most);
    heard[row] = (1 - doubt) * at(relative, row) + doubt;
  }
}

function placeIn(strand: HeldStrand | undefined, { likelihoods, first }: Thread, share: number): Place {
  if (!strand) throw new Error("An entry leans on an origin that has no strand.");
  const inverse = strand.likelihood.map((_, row) => Math.exp(-share * at(likelihoods, first + row)));
  return { strand, share, inverse };
}

import { at } from "./columns";
import type { Provenance } from "./origins";
import { cellLikelihood } from "./posterior";

/** One entry as the strands take it in: where it comes from and what it says. */
export type Thread = {
  readonly provenance: Provenance;
  /** A column that holds its ln p − ln ½ by hypothesis, from `first` on. */
  readonly likelihoods: Float64Array;
  readonly first: number;
  /** Whether it says something of some hypothesis: some consensus is not 0. */
  readonly speaks: boolean;
};

/**
 * @param consensus A column that holds the entry's consensus by hypothesis, from `first` on.
 * @param likelihoods The column to write into, at the same place.
 */
export function spin(
  provenance: Provenance,
  reach: { readonly step: number; readonly weight: number },
  consensus: Float64Array,
  likelihoods: Float64Array,
  first: number,
  width: number,
): Thread {
  let speaks = false;
  for (let cell = first; cell < first + width; cell++) {
    const number = at(consensus, cell);
    if (number === 0) continue;
    speaks = true;
    likelihoods[cell] = cellLikelihood(reach.step, reach.weight, number);
  }
  return { provenance, likelihoods, first, speaks };
}

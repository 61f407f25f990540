import { at } from "./columns";
import { isOver, isUnder } from "./numbers";
import type { Reckoning } from "./reckoning";
import type { Column } from "./scales";

/** In bits: what is too little to call support or contradiction. */
const LEAST_BEARING = 0.02;

/** What ratings and weights say before an origin is doubted, in bits. */
export type Bearings = {
  /** By entry, 0 or more: the distance between the hypotheses under which it is likeliest and least likely. */
  readonly diagnosticity: Float64Array;
  /** By cell: how much likelier the entry is under this hypothesis than, on average, under the others. */
  readonly bearing: Float64Array;
};

export function findBearings({ matrix, likelihoods }: Reckoning): Bearings {
  const width = matrix.hypotheses.length;
  const diagnosticity = new Float64Array(matrix.entries.length);
  const bearing = new Float64Array(likelihoods.length);
  for (let entry = 0; entry < matrix.entries.length; entry++) {
    const [first, end] = [entry * width, (entry + 1) * width];
    let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let cell = first; cell < end; cell++) {
      const bits = at(likelihoods, cell) / Math.LN2;
      sum += bits;
      least = Math.min(least, bits);
      most = Math.max(most, bits);
    }
    // A single hypothesis has no others to be compared with.
    if (width < 2) continue;
    diagnosticity[entry] = most - least;
    for (let cell = first; cell < end; cell++) {
      const own = at(likelihoods, cell) / Math.LN2;
      bearing[cell] = own - (sum - own) / (width - 1);
    }
  }
  return { diagnosticity, bearing };
}

/** Whether an entry speaks for a hypothesis, against it, or fits it as it fits the rivals. */
export function columnOf(consensus: number, bearing: number): Column | null {
  if (consensus > 0) return isOver(bearing, LEAST_BEARING) ? "supports" : "fits-all";
  if (consensus < 0 && isUnder(bearing, -LEAST_BEARING)) return "contradicts";
  return null;
}

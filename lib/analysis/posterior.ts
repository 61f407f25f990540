import { add, at } from "./columns";

/**
 * Ln of how much likelier than a coin toss an entry is if a hypothesis is true: ln p − ln ½ with
 * p = ½ + step · weight · consensus. A neutral cell gives exactly 0.
 */
export function cellLikelihood(step: number, weight: number, consensus: number): number {
  return Math.log1p(2 * step * weight * consensus);
}

/**
 * By hypothesis, ln of what a strand says once it may be false as a whole, and then towards just the hypothesis that
 * it favours: ln((1 − doubt)·L + doubt·max L). However much it says, no two of these differ by more than −ln doubt.
 *
 * @param likelihood ln L by hypothesis.
 * @param doubt The chance that it is false as a whole, over 0 to 1.
 */
export function doubted(likelihood: Float64Array, doubt: number): Float64Array {
  const heard = new Float64Array(likelihood.length);
  addDoubted(heard, likelihood, 0, doubt);
  return heard;
}

/**
 * The same, added to a support.
 *
 * @param likelihoods A column that holds ln L by hypothesis, from `first` on.
 */
export function addDoubted(
  support: Float64Array,
  likelihoods: Float64Array,
  first: number,
  doubt: number,
): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < support.length; row++) most = Math.max(most, at(likelihoods, first + row));
  for (let row = 0; row < support.length; row++) {
    add(support, row, most + Math.log((1 - doubt) * Math.exp(at(likelihoods, first + row) - most) + doubt));
  }
}

/**
 * The probabilities whose logarithms, but for a constant, these are.
 *
 * @param shares Where to write them; a column of its own unless told.
 */
export function softmax(
  logarithms: Float64Array,
  shares = new Float64Array(logarithms.length),
): Float64Array {
  const most = highest(logarithms);
  let sum = 0;
  for (let row = 0; row < logarithms.length; row++) {
    const share = Math.exp(at(logarithms, row) - most);
    shares[row] = share;
    sum += share;
  }
  for (let row = 0; row < shares.length; row++) shares[row] = at(shares, row) / sum;
  return shares;
}

export function highest(figures: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < figures.length; row++) most = Math.max(most, at(figures, row));
  return most;
}

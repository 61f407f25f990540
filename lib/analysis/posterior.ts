import type { Cells } from "./cells";
import { add, at } from "./columns";
import type { Matrix } from "./matrix";
import type { Strand } from "./strands";
import type { Weights } from "./weights";

/**
 * By cell, ln of how much likelier than a coin toss the entry is if the hypothesis is true: ln p − ln ½ with
 * p = ½ + step · weight · consensus. A neutral cell gives exactly 0.
 */
export function cellLikelihoods(matrix: Matrix, { consensus }: Cells, { weight }: Weights): Float64Array {
  const width = matrix.hypotheses.length;
  const likelihoods = new Float64Array(consensus.length);
  for (let entry = 0; entry < matrix.entries.length; entry++) {
    const reach = 2 * matrix.settings.step * at(weight, entry);
    for (let cell = entry * width; cell < (entry + 1) * width; cell++) {
      likelihoods[cell] = Math.log1p(reach * at(consensus, cell));
    }
  }
  return likelihoods;
}

/** By hypothesis, what the strand says while it is believed: the sum of its members' shares of `likelihoods`. */
export function strandLikelihood(strand: Strand, likelihoods: Float64Array, width: number): Float64Array {
  const sum = new Float64Array(width);
  for (const { entry, share } of strand.members) {
    for (let hypothesis = 0; hypothesis < width; hypothesis++) {
      add(sum, hypothesis, share * at(likelihoods, entry * width + hypothesis));
    }
  }
  return sum;
}

/**
 * By hypothesis, ln of what a strand says once it may be false as a whole, and then towards just the hypothesis that
 * it favours: ln((1 − doubt)·L + doubt·max L). However much it says, no two of these differ by more than −ln doubt.
 *
 * @param likelihood ln L by hypothesis.
 * @param doubt The chance that it is false as a whole, over 0 to 1.
 */
export function doubted(likelihood: Float64Array, doubt: number): Float64Array {
  const most = likelihood.reduce((highest, one) => Math.max(highest, one), Number.NEGATIVE_INFINITY);
  return likelihood.map((one) => most + Math.log((1 - doubt) * Math.exp(one - most) + doubt));
}

/** The probabilities whose logarithms, but for a constant, these are. */
export function softmax(logarithms: Float64Array): Float64Array {
  const most = logarithms.reduce((highest, one) => Math.max(highest, one), Number.NEGATIVE_INFINITY);
  const shares = logarithms.map((one) => Math.exp(one - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

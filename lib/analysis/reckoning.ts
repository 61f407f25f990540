import { type Cells, readCells } from "./cells";
import { add } from "./columns";
import type { Matrix } from "./matrix";
import { cellLikelihoods, doubted, softmax, strandLikelihood } from "./posterior";
import { braid, type Strand } from "./strands";
import { type Weights, weigh } from "./weights";

/** The figures of a matrix as columns, each step resting on those above it. */
export type Reckoning = {
  readonly matrix: Matrix;
  readonly cells: Cells;
  readonly weights: Weights;
  readonly strands: readonly HeardStrand[];
  /** By cell, ln p − ln ½. */
  readonly likelihoods: Float64Array;
  /** S by hypothesis: ln prior + Σ ln F. */
  readonly support: Float64Array;
  readonly posterior: Float64Array;
};

/** A strand with what it says once it is doubted: ln F by hypothesis. */
type HeardStrand = Strand & { readonly support: Float64Array };

/** From ratings to posteriors: cells, weights and origins, strands, support. */
export function reckon(matrix: Matrix): Reckoning {
  const width = matrix.hypotheses.length;
  const cells = readCells(matrix);
  const weights = weigh(matrix);
  const likelihoods = cellLikelihoods(matrix, cells, weights);
  const strands = braid(weights.provenance, matrix.settings.doubt, speaks).map((strand) => ({
    ...strand,
    support: doubted(strandLikelihood(strand, likelihoods, width), strand.doubt),
  }));

  const support = Float64Array.from(matrix.priors, Math.log);
  for (const strand of strands) {
    strand.support.forEach((amount, hypothesis) => {
      add(support, hypothesis, amount);
    });
  }
  return { matrix, cells, weights, strands, likelihoods, support, posterior: softmax(support) };

  function speaks(entry: number): boolean {
    const consensus = cells.consensus.subarray(entry * width, (entry + 1) * width);
    return consensus.some((number) => number !== 0);
  }
}

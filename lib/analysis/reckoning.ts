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
  readonly strands: readonly Strand[];
  /** By cell, ln p − ln ½. */
  readonly likelihoods: Float64Array;
  /** By strand, then by hypothesis: ln F. */
  readonly strandSupport: readonly Float64Array[];
  /** S by hypothesis: ln prior + Σ ln F. */
  readonly support: Float64Array;
  readonly posterior: Float64Array;
};

/** From ratings to posteriors: cells, weights and origins, strands, support. */
export function reckon(matrix: Matrix): Reckoning {
  const width = matrix.hypotheses.length;
  const cells = readCells(matrix);
  const weights = weigh(matrix);
  const strands = braid(weights.provenance, matrix.settings.doubt, (entry) =>
    cells.consensus.subarray(entry * width, (entry + 1) * width).some((consensus) => consensus !== 0),
  );
  const likelihoods = cellLikelihoods(matrix, cells, weights);
  const strandSupport = strands.map((strand) =>
    doubted(strandLikelihood(strand, likelihoods, width), strand.doubt),
  );
  const support = Float64Array.from(matrix.priors, Math.log);
  for (const amounts of strandSupport) {
    amounts.forEach((amount, hypothesis) => {
      add(support, hypothesis, amount);
    });
  }
  return {
    matrix,
    cells,
    weights,
    strands,
    likelihoods,
    strandSupport,
    support,
    posterior: softmax(support),
  };
}

import { type Cells, readCells } from "./cells";
import { add, at } from "./columns";
import type { Matrix } from "./matrix";
import { softmax } from "./posterior";
import { OriginStrands, type Strand } from "./strands";
import { spin, type Thread } from "./threads";
import { type Weights, weigh } from "./weights";

/** The figures of a matrix as columns, each step resting on those above it. */
export type Reckoning = {
  readonly matrix: Matrix;
  readonly cells: Cells;
  readonly weights: Weights;
  /** By cell, ln p − ln ½. */
  readonly likelihoods: Float64Array;
  /** By entry. */
  readonly threads: readonly Thread[];
  /** By the names of the origins that some entry leans on, in the order of the sources. */
  readonly origins: ReadonlyMap<number, HeardOrigin>;
  /** S by hypothesis: ln prior + Σ ln F. */
  readonly support: Float64Array;
  readonly posterior: Float64Array;
};

/** What leans on an origin, as sums and as it is heard. */
export type HeardOrigin = { readonly sums: OriginStrands; readonly strands: readonly Strand[] };

/** From ratings to posteriors: cells, weights and origins, threads, strands, support. */
export function reckon(matrix: Matrix): Reckoning {
  const { step, doubt } = matrix.settings;
  const width = matrix.hypotheses.length;
  const cells = readCells(matrix);
  const weights = weigh(matrix);
  const likelihoods = new Float64Array(cells.consensus.length);
  const threads = weights.provenance.map((provenance, entry) =>
    spin(
      provenance,
      { step, weight: at(weights.weight, entry) },
      cells.consensus,
      likelihoods,
      entry * width,
      width,
    ),
  );

  const sums = new Map<number, OriginStrands>();
  for (const thread of threads) {
    const origin = thread.provenance.leansOn.name;
    const ofOrigin = sums.get(origin) ?? OriginStrands.of(origin, width);
    sums.set(origin, ofOrigin);
    ofOrigin.put(thread, 1, doubt);
  }
  const origins = new Map(
    [...sums]
      .sort(([one], [other]) => one - other)
      .map(([name, ofOrigin]) => [name, { sums: ofOrigin, strands: ofOrigin.hear(doubt) }]),
  );

  const support = matrix.logPriors.slice();
  for (const { strands } of origins.values()) addSupport(support, strands, 1);
  return { matrix, cells, weights, likelihoods, threads, origins, support, posterior: softmax(support) };
}

/** Adds what some strands say to the support, or takes it away from there. */
export function addSupport(support: Float64Array, strands: readonly Strand[], times: 1 | -1): void {
  for (const strand of strands) {
    for (let hypothesis = 0; hypothesis < support.length; hypothesis++) {
      add(support, hypothesis, times * at(strand.support, hypothesis));
    }
  }
}

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

/** What leans on an origin: as sums, as it is heard, and what it adds to the support. */
export type HeardOrigin = {
  readonly sums: OriginStrands;
  readonly strands: readonly Strand[];
  readonly support: Float64Array;
};

/** From ratings to posteriors: cells, weights and origins, threads, strands, support. */
export function reckon(matrix: Matrix): Reckoning {
  const { step, doubt } = matrix.settings;
  const width = matrix.hypotheses.length;
  const cells = readCells(matrix);
  const weights = weigh(matrix);
  const likelihoods = new Float64Array(cells.consensus.length);
  const threads = weights.provenance.map((provenance, entry) => {
    const first = entry * width;
    const consensus = { column: cells.consensus, first };
    return spin(
      provenance,
      { step, weight: at(weights.weight, entry) },
      consensus,
      { column: likelihoods, first },
      width,
    );
  });

  const sums = new Map<number, OriginStrands>();
  for (const thread of threads) {
    const origin = thread.provenance.leansOn.name;
    const ofOrigin = sums.get(origin) ?? new OriginStrands(origin, width, doubt);
    sums.set(origin, ofOrigin);
    ofOrigin.put(thread, 1);
  }
  const origins = new Map(
    [...sums].sort(([one], [other]) => one - other).map(([name, ofOrigin]) => [name, hear(ofOrigin, width)]),
  );

  const support = matrix.logPriors.slice();
  for (const origin of origins.values()) addTo(support, origin.support, 1);
  return { matrix, cells, weights, likelihoods, threads, origins, support, posterior: softmax(support) };
}

function hear(sums: OriginStrands, width: number): HeardOrigin {
  const support = new Float64Array(width);
  sums.addTo(support);
  return { sums, strands: sums.hear(), support };
}

/** Adds to the support what an origin says, or takes it away from there. */
export function addTo(support: Float64Array, amounts: Float64Array, times: 1 | -1): void {
  for (let row = 0; row < support.length; row++) add(support, row, times * at(amounts, row));
}

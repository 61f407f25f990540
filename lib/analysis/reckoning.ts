import { type Cells, readCells } from "./cells";
import { add, at } from "./columns";
import type { Matrix } from "./matrix";
import { Places } from "./places";
import { softmax } from "./posterior";
import { Strands } from "./strands";
import { spin, type Thread } from "./threads";
import { type Weights, weigh } from "./weights";

/** The figures of a matrix as columns, each step resting on those above it. */
export type Reckoning = {
  readonly matrix: Matrix;
  readonly cells: Cells;
  readonly weights: Weights;
  /** By cell, ln p − ln ½. */
  readonly likelihoods: Float64Array;
  readonly places: Places;
  /** By entry. */
  readonly threads: readonly Thread[];
  readonly strands: Strands;
  /** What is added to the support by each origin that some entry leans on, by their names in the order of the sources. */
  readonly origins: ReadonlyMap<number, Float64Array>;
  /** S by hypothesis: ln prior + Σ ln F. */
  readonly support: Float64Array;
  readonly posterior: Float64Array;
};

/** From ratings to posteriors: cells, weights and origins, threads, strands, support. */
export function reckon(matrix: Matrix): Reckoning {
  const { step, doubt } = matrix.settings;
  const width = matrix.hypotheses.length;
  const cells = readCells(matrix);
  const weights = weigh(matrix);
  const likelihoods = new Float64Array(cells.consensus.length);
  const places = new Places(doubt);
  const threads = weights.provenance.map((provenance, entry) => {
    const first = entry * width;
    return spin(
      places.placeFor(provenance),
      { step, weight: at(weights.weight, entry) },
      { column: cells.consensus, first },
      { column: likelihoods, first },
      width,
    );
  });

  const strands = new Strands(places, width, doubt);
  for (const thread of threads) strands.put(thread, 1);
  const names = new Set(threads.map(({ place }) => place.provenance.leansOn.name));
  const origins = new Map(
    [...names].sort((one, other) => one - other).map((name) => [name, strands.hearOrigin(name)]),
  );
  const support = matrix.logPriors.slice();
  for (const heard of origins.values()) addTo(support, heard, 1);
  return {
    matrix,
    cells,
    weights,
    likelihoods,
    places,
    threads,
    strands,
    origins,
    support,
    posterior: softmax(support),
  };
}

/** Adds to the support what an origin says, or takes it away from there. */
export function addTo(support: Float64Array, amounts: Float64Array, times: 1 | -1): void {
  for (let row = 0; row < support.length; row++) add(support, row, times * at(amounts, row));
}

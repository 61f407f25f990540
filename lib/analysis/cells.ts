import { at, wholeAt } from "./columns";
import type { Matrix } from "./matrix";
import { CONSISTENCY, type Consistency } from "./scales";
import { type Means, meansOf, type Tally, tallyGrades } from "./tallies";

/** What the analysts say of each cell, taken together. */
export type Cells = {
  readonly tally: Tally;
  readonly means: Means;
  /** The mean of the numbers given; 0 where there is none. */
  readonly consensus: Float64Array;
  /** How many numbers were given. */
  readonly votes: Int32Array;
};

type ConsensusLabel = Exclude<Consistency, "NA">;

const NUMBERED = CONSISTENCY.filter((row) => row.value !== null);
const NOT_APPLICABLE = CONSISTENCY.findIndex(({ code }) => code === "NA");

export function readCells(matrix: Matrix): Cells {
  const tally = tallyGrades(matrix.consistency, CONSISTENCY);
  const means = meansOf(tally, CONSISTENCY, 0);
  return { tally, means, consensus: means.mean, votes: means.votes };
}

/** The code nearest to a consensus of −2 to 2; a half goes towards N. */
export function labelOf(consensus: number): ConsensusLabel {
  const steps = Math.sign(consensus) * Math.ceil(Math.abs(consensus) - 0.5);
  return NUMBERED.find(({ value }) => value === steps)?.code ?? "N";
}

/** Half the population standard deviation of a cell's numbers, 0 to 1; null under two votes. */
export function disagreementIn({ tally, votes }: Cells, cell: number): number | null {
  const given = wholeAt(votes, cell);
  if (given < 2) return null;
  let sum = 0;
  let squares = 0;
  CONSISTENCY.forEach(({ value }, code) => {
    const count = wholeAt(tally.counts, cell * tally.codes + code);
    sum += (value ?? 0) * count;
    squares += (value ?? 0) ** 2 * count;
  });
  // Whole numbers until the last step, so that agreement comes out as exactly 0.
  return Math.sqrt(given * squares - sum * sum) / given / 2;
}

/** The mean of a cell with NA counted as 0, as Open Synthesis takes it; 0 where nobody rated. */
export function meanWithNotApplicable({ tally, consensus, votes }: Cells, cell: number): number {
  const given = wholeAt(votes, cell);
  const notApplicable = wholeAt(tally.counts, cell * tally.codes + NOT_APPLICABLE);
  return given === 0 ? 0 : (at(consensus, cell) * given) / (given + notApplicable);
}

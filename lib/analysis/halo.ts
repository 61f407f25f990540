import { wholeAt } from "./columns";
import { compile, type Matrix } from "./matrix";
import { isUnder } from "./numbers";
import { CREDIBILITY, RELIABILITY } from "./scales";
import type { AnalystFindings, MatrixInput } from "./types";

/** From how many pairs on, and from which share of them, two scales count as rated as one. */
const FEWEST_PAIRS = 10;
const LEAST_DIAGONAL = 0.8;

/**
 * By analyst: the pairs of their credibility of an entry and their reliability of a source that it cites as asserter,
 * the share of those on the diagonal A1 … E5 (null without pairs), and whether that is a halo. Grades that mean
 * "cannot be judged" make no pair.
 */
export function findHalos(matrix: Matrix): readonly AnalystFindings[] {
  const { analysts, citations, credibility, reliability } = matrix;
  const sourceGrades = new Map<number, number>();
  reliability.subject.forEach((source, row) => {
    const code = wholeAt(reliability.code, row);
    if (isJudgement(RELIABILITY, code))
      sourceGrades.set(source * analysts.length + wholeAt(reliability.analyst, row), code);
  });

  const asserters = citations.map((ofEntry) => new Set(ofEntry.map(({ source }) => source)));
  const tallies = analysts.map(() => ({ pairs: 0, alike: 0 }));
  credibility.subject.forEach((entry, row) => {
    const analyst = wholeAt(credibility.analyst, row);
    const code = wholeAt(credibility.code, row);
    const tally = tallies[analyst];
    if (!tally || !isJudgement(CREDIBILITY, code)) return;
    for (const source of asserters[entry] ?? []) {
      const sourceCode = sourceGrades.get(source * analysts.length + analyst);
      if (sourceCode === undefined) continue;
      tally.pairs += 1;
      // Both tables run from best to worst, so that A and 1 have the same place, B and 2, and so on.
      if (sourceCode === code) tally.alike += 1;
    }
  });

  return tallies.map(({ pairs, alike }, analyst) => {
    const diagonal = pairs > 0 ? alike / pairs : null;
    const halo = diagonal !== null && pairs >= FEWEST_PAIRS && !isUnder(diagonal, LEAST_DIAGONAL);
    return { id: analysts[analyst] ?? "", pairs, diagonal, halo };
  });
}

/** The same of some entries alone. */
export function halosOver(input: MatrixInput, evidence: ReadonlySet<string>): readonly AnalystFindings[] {
  const entries = (input.evidence ?? []).filter(({ id }) => evidence.has(id));
  return findHalos(compile({ ...input, evidence: entries, ratings: [] }));
}

function isJudgement(scale: readonly { readonly value: number | null }[], code: number): boolean {
  return scale[code]?.value !== null;
}

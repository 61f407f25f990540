import { meanWithNotApplicable } from "./cells";
import { add, at, wholeAt } from "./columns";
import { isOver, isUnder, rank } from "./numbers";
import type { Reckoning } from "./reckoning";
import { CONSISTENCY, CREDIBILITY } from "./scales";
import type { Means } from "./tallies";

/** The published scores that add up over the entries; in all of them the least comes first. */
export type InconsistencyMethod = "heuer" | "parc" | "squared" | "burton";

/** A score by hypothesis, and the rows of the hypotheses with the best first. */
type Scoring = { readonly scores: Float64Array; readonly order: readonly number[] };

/** A score, opened: by cell, what the entry adds to the score of the hypothesis; 0 or more. */
export const CONTRIBUTIONS: Readonly<Record<InconsistencyMethod, (reckoning: Reckoning) => Float64Array>> = {
  heuer,
  parc,
  squared,
  burton,
};

/** By place in the table of consistency: how far a single rating goes against the hypothesis. */
const AGAINST = Float64Array.from(CONSISTENCY, ({ value }) => Math.max(0, -(value ?? 0)));

/** By place in the table of credibility. One who did not grade an entry counts as one who could not. */
const BURTON_FACTORS = Float64Array.from(CREDIBILITY, ({ value }) => {
  if (value === null || value === 0.5) return 1;
  return value > 0.5 ? 2 : 0.5;
});

/** The sums of the contributions. Under `squared`, equals are settled by what fits them best. */
export function scoreBy(method: InconsistencyMethod, reckoning: Reckoning): Scoring {
  const scores = sumByHypothesis(CONTRIBUTIONS[method](reckoning), reckoning);
  const keys = [(hypothesis: number) => at(scores, hypothesis)];
  if (method === "squared") {
    const fit = sumByHypothesis(squaredFit(reckoning), reckoning);
    keys.push((hypothesis) => -at(fit, hypothesis));
  }
  return { scores, order: rank([...scores.keys()], keys) };
}

/** Heuer, Psychology of Intelligence Analysis (1999), chapter 8: only what goes against a hypothesis counts. */
function heuer({ cells }: Reckoning): Float64Array {
  return cells.consensus.map((consensus) => Math.max(0, -consensus));
}

/** PARC ACH 2.0 (Palo Alto Research Center): the same, with a factor each for credibility and relevance. */
function parc({ cells, matrix, weights }: Reckoning): Float64Array {
  const factors = Float64Array.from(
    matrix.entries,
    (_, entry) => credibilityFactor(weights.credibility, entry) * relevanceFactor(weights.relevance, entry),
  );
  const width = matrix.hypotheses.length;
  return cells.consensus.map(
    (consensus, cell) => at(factors, Math.floor(cell / width)) * Math.max(0, -consensus),
  );
}

/** What nobody judged is of medium credibility. */
function credibilityFactor({ mean, votes }: Means, entry: number): number {
  if (wholeAt(votes, entry) === 0) return 1;
  if (!isUnder(at(mean, entry), 0.625)) return Math.SQRT2;
  return isOver(at(mean, entry), 0.375) ? 1 : Math.SQRT1_2;
}

/** What nobody judged is of medium relevance. */
function relevanceFactor({ mean, votes }: Means, entry: number): number {
  if (wholeAt(votes, entry) === 0) return 1;
  if (isOver(at(mean, entry), 0.875)) return Math.SQRT2;
  return isUnder(at(mean, entry), 0.625) ? Math.SQRT1_2 : 1;
}

/** Open Synthesis (Todd Schiller): the square of a mean against the hypothesis, NA counted as neutral. */
function squared({ cells }: Reckoning): Float64Array {
  return cells.consensus.map((_, cell) => Math.min(0, meanWithNotApplicable(cells, cell)) ** 2);
}

/** The other side of `squared`: the square of a mean for the hypothesis. */
function squaredFit({ cells }: Reckoning): Float64Array {
  return cells.consensus.map((_, cell) => Math.max(0, meanWithNotApplicable(cells, cell)) ** 2);
}

/**
 * The group matrix of Open Source ACH (Matthew Burton and Josh Knowles): every single rating against the hypothesis,
 * more where its own analyst believes the entry, less where they do not.
 */
function burton({ matrix }: Reckoning): Float64Array {
  const { consistency, credibility, analysts, entries, hypotheses } = matrix;
  // By entry and analyst.
  const factors = new Float64Array(entries.length * analysts.length).fill(1);
  for (let row = 0; row < credibility.subject.length; row++) {
    const opinion = wholeAt(credibility.subject, row) * analysts.length + wholeAt(credibility.analyst, row);
    factors[opinion] = at(BURTON_FACTORS, wholeAt(credibility.code, row));
  }
  const contributions = new Float64Array(consistency.subjects);
  for (let row = 0; row < consistency.subject.length; row++) {
    const against = at(AGAINST, wholeAt(consistency.code, row));
    if (against === 0) continue;
    const cell = wholeAt(consistency.subject, row);
    const entry = Math.floor(cell / hypotheses.length);
    const factor = at(factors, entry * analysts.length + wholeAt(consistency.analyst, row));
    add(contributions, cell, against * factor);
  }
  return contributions;
}

function sumByHypothesis(contributions: Float64Array, { matrix: { hypotheses } }: Reckoning): Float64Array {
  const sums = new Float64Array(hypotheses.length);
  contributions.forEach((amount, cell) => {
    add(sums, cell % hypotheses.length, amount);
  });
  return sums;
}

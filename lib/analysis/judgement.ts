import type { Matrix } from "./matrix";

/**
 * The nearest probabilities, by Euclidean distance, to numbers that need not be any: the same amount is taken from
 * each until they sum to 1, and what would fall below 0 is 0.
 *
 * The step that Mandel, Karvetski & Dhami (2018) found to improve analysts' probabilities; the algorithm is that of
 * Held, Wolfe & Crowder (1974).
 *
 * @param numbers Any finite numbers, in the unit of probability (0.2, not 20).
 * @returns As many numbers, 0 to 1, that sum to 1; none for none.
 */
export function projectOntoSimplex(numbers: readonly number[]): number[] {
  let sum = 0;
  let taken = 0;
  numbers
    .toSorted((one, other) => other - one)
    .forEach((number, position) => {
      sum += number;
      const equalShare = (sum - 1) / (position + 1);
      if (number > equalShare) taken = equalShare;
    });
  return numbers.map((number) => Math.max(0, number - taken));
}

/** By hypothesis, the mean of the analysts' own probabilities, each projected first; null without judgements. */
export function averageJudgement({ judgements, hypotheses }: Matrix): Float64Array | null {
  if (judgements.length === 0) return null;
  const projected = judgements.map(({ probabilities }) => projectOntoSimplex(probabilities));
  return Float64Array.from(
    hypotheses,
    (_, hypothesis) =>
      projected.reduce((sum, probabilities) => sum + (probabilities[hypothesis] ?? 0), 0) / projected.length,
  );
}

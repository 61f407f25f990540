import { projectOntoSimplex } from "./judgement";
import { compile } from "./matrix";
import { mean } from "./numbers";
import { reckon } from "./reckoning";
import type { MatrixInput } from "./types";

/** How good forecasts were once it is known which hypothesis was right: 0 is best, 2 worst. */
export type BrierScores = {
  readonly posterior: number;
  readonly analysts: readonly { readonly id: string; readonly score: number }[];
};

/** One bar of a calibration plot: what was forecast with about this probability, and how often it came true. */
export type CalibrationBin = {
  readonly from: number;
  readonly to: number;
  readonly forecasts: number;
  /** The mean of the probabilities; null where there is no forecast. */
  readonly forecast: number | null;
  /** The share that came true; null where there is no forecast. */
  readonly outcome: number | null;
};

/**
 * Brier's score in its original form, over all hypotheses: Σ (p − o)². (Brier, Verification of forecasts expressed in
 * terms of probability, Monthly Weather Review 78, 1950.)
 *
 * @param outcome The row of the hypothesis that was right.
 */
export function brierScore(probabilities: readonly number[], outcome: number): number {
  return probabilities.reduce(
    (sum, probability, row) => sum + (probability - (row === outcome ? 1 : 0)) ** 2,
    0,
  );
}

/** The scores of the posterior and of each analyst's own probabilities, made to sum to 1 as ever. */
export function brierScores(input: MatrixInput, resolvedTo: string): BrierScores {
  const matrix = compile(input);
  const outcome = matrix.hypotheses.indexOf(resolvedTo);
  if (outcome < 0) throw new Error(`There is no hypothesis ${resolvedTo}.`);
  return {
    posterior: brierScore([...reckon(matrix).posterior], outcome),
    analysts: matrix.judgements
      .toSorted((one, other) => one.analyst - other.analyst)
      .map(({ analyst, probabilities }) => ({
        id: matrix.analysts[analyst] ?? "",
        score: brierScore(projectOntoSimplex(probabilities), outcome),
      })),
  };
}

/** Forecasts by probability, in bins of equal width; 1 is in the last. */
export function calibrate(
  forecasts: readonly { readonly probability: number; readonly cameTrue: boolean }[],
  bins = 10,
): readonly CalibrationBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const inBin = forecasts.filter(
      ({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === bin,
    );
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      forecasts: inBin.length,
      forecast: mean(inBin.map(({ probability }) => probability)),
      outcome: mean(inBin.map(({ cameTrue }) => Number(cameTrue))),
    };
  });
}

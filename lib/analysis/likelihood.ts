import { isOver, isUnder } from "./numbers";
import { ICD203, PHIA } from "./scales";
import type { LikelihoodWords } from "./types";

/** The words of both lexicons for a probability, 0 to 1, unrounded. */
export function likelihoodWords(probability: number): LikelihoodWords {
  return { icd203: icd203Word(probability), phia: phiaWord(probability) };
}

/** The word of ICD 203 for a probability; an edge belongs to the band below it. */
export function icd203Word(probability: number): string {
  const band = ICD203.findLast(({ from }) => isOver(probability, from)) ?? ICD203[0];
  return band.label;
}

/** The word of the PHIA yardstick for a probability; in one of its gaps "between" the two words beside it. */
export function phiaWord(probability: number): string {
  const row = PHIA.findLastIndex(({ from }) => !isUnder(probability, from));
  const [band, next] = [PHIA[row] ?? PHIA[0], PHIA[row + 1]];
  const isPast = band.below ? !isUnder(probability, band.to) : isOver(probability, band.to);
  return next && isPast ? `between ${band.label} and ${next.label}` : band.label;
}

/** How many times a weight is another, 0 or more, for people; what rounds to 0 is "<0.01". */
export function formatRatio(ratio: number): string {
  return ratio < 0.005 ? "<0.01" : ratio.toFixed(2);
}

/**
 * A probability in per cent, for people, with a space that does not break. Never 0 % and never 100 %: what rounds to them is "<1 %" or ">99 %".
 *
 * @param decimals How many decimals, 0 unless told; with one, the limits are "<0.1 %" and ">99.9 %".
 */
export function formatPercent(probability: number, decimals = 0): string {
  const unit = 10 ** -decimals;
  const rounded = Math.round((probability * 100) / unit) * unit;
  if (isUnder(rounded, unit)) return `<${unit.toFixed(decimals)}\u00a0%`;
  if (isOver(rounded, 100 - unit)) return `>${(100 - unit).toFixed(decimals)}\u00a0%`;
  return `${rounded.toFixed(decimals)}\u00a0%`;
}

import { formatPercent, likelihoodWords } from "./analysis/likelihood";
import type { Lexicon } from "./analysis/scales";

/** How an inquiry speaks of its figures. */
export interface Voice {
  /** Whether some hypotheses can hold together, so that the figures rank them and are no distribution. */
  readonly isRanking: boolean;
  readonly lexicon: Lexicon;
}

/** Why figures that rank are no chances, where some hypotheses can hold together. */
export const rankingSentence =
  "Some of the hypotheses can hold together, so the weights rank them and are no distribution: more than one may be true.";

/** Who is in front, and with what share, 0 to 1. */
interface Front {
  readonly id: string;
  readonly share: number;
}

/**
 * A share, 0 to 1, in words: "38 % · unlikely"; where hypotheses are only ranked "weighs most", or "H0 weighs 1.6 times
 * as much" (docs/analysis.md).
 *
 * @param front Null where nobody is in front.
 */
export function shareInWords(
  share: number,
  front: Front | null,
  isFront: boolean,
  { isRanking, lexicon }: Voice,
): string {
  if (!isRanking) return `${formatPercent(share)} · ${likelihoodWords(share)[lexicon]}`;
  if (isFront || !front) return "weighs most";
  const ratio = front.share / share;
  return `${front.id} weighs ${ratio > 100 ? "over 100 times as much" : `${ratio.toFixed(1)} times as much`}`;
}

import { Word } from "@/components/scale/word";
import type { Analysis } from "@/lib/analysis/types";

/** How far the analysts agree, as a number and in words. */
export function Agreement({ analysis }: { analysis: Analysis }) {
  const { alpha } = analysis.agreement;
  const measure = <Word of="agreement">α</Word>;
  if (alpha === null) {
    return (
      <p className="max-w-measure">
        How far the analysts agree cannot be said: no two rated the same cells, or all gave the same code
        everywhere ({measure} is undefined).
      </p>
    );
  }
  return (
    <p className="max-w-measure">
      The analysts agree {agreementWord(alpha)}: {measure} = {alpha.toFixed(2).replace("-", "−")}.
      Krippendorff takes 0.80 for firm conclusions and 0.667 for tentative ones.
    </p>
  );
}

/** How far analysts agree, in a word, by Krippendorff's own limits. */
export function agreementWord(alpha: number): string {
  if (alpha >= 0.8) return "well";
  if (alpha >= 0.667) return "fairly";
  return alpha > 0 ? "little" : "no more than by chance";
}

import { analyse } from "@/lib/analysis/analyse";
import { compareAnalyses } from "@/lib/analysis/compare";
import { describeChange } from "@/lib/analysis/describe-change";
import { comparableLeader } from "@/lib/analysis/front";
import type { Analysis } from "@/lib/analysis/types";
import { withoutSource } from "@/lib/analysis/without";
import type { Matrix } from "@/lib/matrix/queries";

/** An inquiry with a source and without it. */
export interface Fall {
  /** What would move, in one line. */
  readonly sentence: string;
  /** Whether the figures are weights beside the leader's, and no probabilities. */
  readonly isRanking: boolean;
  /** Hypothesis by hypothesis, 0 to 1; null where it cannot be compared. Empty where nothing may be said now. */
  readonly figures: readonly {
    readonly id: string;
    readonly now: number | null;
    readonly without: number | null;
  }[];
}

/** What would become of an inquiry if nobody had heard of one source. */
export function imagineFall(matrix: Matrix, sourceId: string): Fall {
  const { analysis, isRanking } = matrix;
  const fallen = analyse(withoutSource(matrix.input, sourceId));
  const change = compareAnalyses(analysis, fallen);
  const [now, without] = [figuresOf(analysis, isRanking), figuresOf(fallen, isRanking)];
  return {
    isRanking,
    sentence: describeChange(change, { figures: isRanking ? "relative" : "per-cent" }),
    figures: analysis.speaks
      ? analysis.hypotheses.map(({ id }) => ({
          id,
          now: now.get(id) ?? null,
          without: without.get(id) ?? null,
        }))
      : [],
  };
}

function figuresOf(analysis: Analysis, isRanking: boolean): Map<string, number> {
  if (!analysis.speaks) return new Map();
  const top = analysis.hypotheses.find(({ id }) => id === comparableLeader(analysis)?.id)?.posterior ?? 1;
  const comparable = analysis.hypotheses.filter((findings) => findings.comparable);
  return new Map(comparable.map(({ id, posterior }) => [id, isRanking ? posterior / top : posterior]));
}

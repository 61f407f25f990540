import { analyse } from "@/lib/analysis/analyse";
import { type ClaimInput, judgeClaims } from "@/lib/analysis/claims";
import { compareAnalyses } from "@/lib/analysis/compare";
import { describeChange } from "@/lib/analysis/describe-change";
import { comparableLeader } from "@/lib/analysis/front";
import type { Verdict } from "@/lib/analysis/scales";
import type { Analysis } from "@/lib/analysis/types";
import { withoutSource } from "@/lib/analysis/without";
import { claimsWithin } from "@/lib/claim/within";
import type { Matrix } from "@/lib/matrix/queries";

interface NowAndWithout {
  readonly now: number;
  readonly without: number;
}

/** An inquiry with a source and without it. */
export interface Fall {
  /** What would move, in one line. */
  readonly sentence: string;
  /** Whether the same hypotheses would lead, others, or none any more. */
  readonly lead: "same" | "another" | "none";
  /** Whether the figures are weights beside the leader's, and no probabilities. */
  readonly isRanking: boolean;
  /** Hypothesis by hypothesis, 0 to 1; null where it cannot be compared. Empty where nothing may be said now. */
  readonly figures: readonly {
    readonly id: string;
    readonly now: number | null;
    readonly without: number | null;
  }[];
  /** How many entries and how many origins count now, and how many would be left. */
  readonly entries: NowAndWithout;
  readonly origins: NowAndWithout;
  /** The claims that would stand otherwise. */
  readonly claims: readonly { readonly id: string; readonly now: Verdict; readonly without: Verdict }[];
}

/**
 * What would become of an inquiry and its claims if nobody had heard of one source.
 *
 * @param claims Of them only what was rated on entries of this matrix is looked at: a reader may see but part of it.
 */
export function imagineFall(matrix: Matrix, claims: readonly ClaimInput[], sourceId: string): Fall {
  const { input, analysis, isRanking } = matrix;
  const left = withoutSource(input, sourceId);
  const fallen = analyse(left);
  const fallenClaims = judgeClaims(left, claimsWithin(left, claims));
  const change = compareAnalyses(analysis, fallen);
  const [now, without] = [figuresOf(analysis, isRanking), figuresOf(fallen, isRanking)];
  return {
    isRanking,
    lead: change.leader ? (change.leader.to ? "another" : "none") : "same",
    sentence: describeChange(change, { figures: isRanking ? "relative" : "per-cent" }),
    figures: analysis.speaks
      ? analysis.hypotheses.map(({ id }) => ({
          id,
          now: now.get(id) ?? null,
          without: without.get(id) ?? null,
        }))
      : [],
    entries: { now: analysis.evidence.length, without: fallen.evidence.length },
    origins: { now: analysis.origins.length, without: fallen.origins.length },
    claims: judgeClaims(input, claimsWithin(input, claims)).flatMap(({ id, verdict: now }, row) => {
      const without = fallenClaims[row]?.verdict ?? now;
      return without === now ? [] : [{ id, now, without }];
    }),
  };
}

/** Whether anything that is shown would be another: who leads, a figure, or a claim. */
export const changesAnything = (fall: Fall): boolean =>
  fall.lead !== "same" || fall.claims.length > 0 || movesFigures(fall);

/** Whether a figure would move by half a point or more. */
export const movesFigures = ({ figures }: Fall): boolean =>
  figures.some(
    ({ now, without }) =>
      now !== without && (now === null || without === null || Math.abs(now - without) >= LEAST_CHANGE),
  );

const LEAST_CHANGE = 0.005;

function figuresOf(analysis: Analysis, isRanking: boolean): Map<string, number> {
  if (!analysis.speaks) return new Map();
  const top = analysis.hypotheses.find(({ id }) => id === comparableLeader(analysis)?.id)?.posterior ?? 1;
  const comparable = analysis.hypotheses.filter((findings) => findings.comparable);
  return new Map(comparable.map(({ id, posterior }) => [id, isRanking ? posterior / top : posterior]));
}

import { findFront } from "@/lib/analysis/front";
import { formatPercent, formatRatio } from "@/lib/analysis/likelihood";
import type { WholeAnalysis } from "@/lib/analysis/types";
import { shareInWords, type Voice } from "@/lib/voice";

type Findings = WholeAnalysis["hypotheses"][number];

/** One hypothesis as the pages show it. */
export interface Standing {
  readonly id: string;
  readonly shortName: string;
  readonly findings: Findings;
  /** Length of its bar, 0..1. */
  readonly bar: number;
  /** Its range in words. */
  readonly rangeFigure: string;
  /** The analysts' own judgement on the same scale; null without any. */
  readonly tick: number | null;
  /** The figure in words: "38 % · unlikely", or "1.6 times less than H0". */
  readonly figure: string;
  readonly judgement: string | null;
}

/**
 * The hypotheses as they stand, the likeliest first; those not yet comparable last, and all in their own order where
 * nothing may be said. Where they are ranked, relative weights take the place of per cents and words
 * (docs/analysis.md).
 */
export function standings(
  analysis: WholeAnalysis,
  voice: Voice,
  hypotheses: readonly { readonly id: string; readonly shortName: string }[],
): Standing[] {
  const findingsOf = new Map(analysis.hypotheses.map((findings) => [findings.id, findings]));
  const known = hypotheses.flatMap(({ id, shortName }) => {
    const findings = findingsOf.get(id);
    return findings ? [{ id, shortName, findings }] : [];
  });
  const { leaders } = findFront(analysis.hypotheses);
  const top = known.find(({ id }) => id === leaders[0])?.findings;
  const front = top ? { id: top.id, share: top.posterior } : null;
  const { isRanking } = voice;
  const topJudgement = Math.max(0, ...known.map(({ findings }) => findings.judgement ?? 0));
  const shown = known.map(({ id, shortName, findings }): Standing => {
    const judged = findings.judgement;
    return {
      rangeFigure: rangeInWords(findings, isRanking),
      id,
      shortName,
      findings,
      bar: findings.posterior,
      tick: judged,
      figure: shareInWords(findings.posterior, front, leaders.includes(id), voice),
      judgement:
        judged === null
          ? null
          : isRanking
            ? judged === topJudgement
              ? "weighs most"
              : `${formatRatio(judged / topJudgement)} of the highest`
            : formatPercent(judged),
    };
  });
  if (!analysis.speaks) return shown;
  return shown.sort(
    (a, b) =>
      Number(b.findings.comparable) - Number(a.findings.comparable) ||
      b.findings.posterior - a.findings.posterior,
  );
}

function rangeInWords({ range: [low, high], posterior }: Findings, isRanking: boolean): string {
  if (!isRanking) return `${formatPercent(low)} to ${formatPercent(high)}`;
  return `${(low / posterior).toFixed(1)} to ${(high / posterior).toFixed(1)} times its weight`;
}

import { CREDIBILITY, type Credibility, RELIABILITY, type Reliability } from "@/lib/analysis/scales";
import type { Analysis, MatrixInput } from "@/lib/analysis/types";
import { nearestReliability } from "@/lib/source/grade";

/** The entries of one grade, such as B3: how far their source can be trusted, and they themselves believed. */
export interface AdmiraltyCell {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  readonly evidence: readonly string[];
  /** Whether both grades are at the same place of their scales: A1, B2, C3, D4, E5. */
  readonly isDiagonal: boolean;
}

/**
 * Entries on the 6 × 6 grid of the NATO Admiralty system: by the letter nearest to the mean reliability of the source
 * that they lean on and the number nearest to the mean of their own credibility, F and 6 where nobody judged. All
 * cells are given, numbers within letters.
 *
 * @param evidence The entries that may be shown in it.
 */
export function admiraltyCells(
  { sources }: Pick<Analysis, "sources">,
  evidence: readonly GradedEntry[],
): readonly AdmiraltyCell[] {
  const reliabilityOf = new Map(sources.map(({ id, reliability }) => [id, reliability]));
  const graded = evidence.map(({ id, leansOn, credibility }) => ({
    id,
    reliability: nearestReliability(reliabilityOf.get(leansOn) ?? null),
    credibility: nearestCredibility(credibility),
  }));
  return RELIABILITY.flatMap(({ code: reliability, value }) =>
    CREDIBILITY.map(({ code: credibility, value: same }) => ({
      reliability,
      credibility,
      evidence: graded
        .filter((entry) => entry.reliability === reliability && entry.credibility === credibility)
        .map(({ id }) => id),
      isDiagonal: value !== null && value === same,
    })),
  );
}

export interface GradedEntry {
  readonly id: string;
  readonly leansOn: string;
  /** 0 to 1; null where nobody judged it. */
  readonly credibility: number | null;
}

/** Entries with what their grades rest on; `unrated` stands for nobody's judgement in the analysis, and for none here. */
export function gradedEntries(
  { evidence: findings }: Pick<Analysis, "evidence">,
  { evidence = [] }: MatrixInput,
): readonly GradedEntry[] {
  const judged = new Set(
    evidence
      .filter(({ credibility = {} }) => Object.values(credibility).some(isJudgement))
      .map(({ id }) => id),
  );
  return findings.map(({ id, leansOn, credibility }) => ({
    id,
    leansOn,
    credibility: judged.has(id) ? credibility : null,
  }));
}

const isJudgement = (given: Credibility): boolean =>
  CREDIBILITY.some(({ code, value }) => code === given && value !== null);

/** The number at the same place of its scale as the letter nearest to a mean; 6 where nobody judged (null). */
function nearestCredibility(credibility: number | null): Credibility {
  return (
    CREDIBILITY[RELIABILITY.findIndex(({ code }) => code === nearestReliability(credibility))]?.code ?? 6
  );
}

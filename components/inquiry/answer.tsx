import type { Analysis } from "@/lib/analysis/types";
import { odds } from "@/lib/format";
import type { Standing } from "./standing";

/** The first sentence of an inquiry: what may be said, before any figure. */
export function Answer({ analysis, standing }: { analysis: Analysis; standing: readonly Standing[] }) {
  return <p className="max-w-measure font-serif text-lg">{answerSentence(analysis, standing)}</p>;
}

export function answerSentence(analysis: Analysis, standing: readonly Standing[]): string {
  const comparable = standing.filter(({ findings }) => findings.comparable);
  if (!analysis.speaks) {
    return analysis.evidence.length === 0
      ? "There is no evidence yet, so nothing can be said of the hypotheses."
      : "No entry tells the hypotheses apart yet, so no likelihood is shown.";
  }
  const [first, second] = comparable;
  if (!first || !second) return "Too few of the hypotheses have been rated to compare them.";
  const tied = comparable.filter(({ isLeader }) => isLeader);
  if (tied.length > 1) {
    return `The evidence does not separate ${tied.map(({ id }) => id).join(" and ")}: they stand level.`;
  }
  const lead = first.findings.posterior / second.findings.posterior;
  if (!analysis.separated) {
    const bound = Math.min(...analysis.origins.map((origin) => origin.bound));
    return `The evidence does not separate the hypotheses. ${first.id} is ahead of ${second.id} by ${odds(lead)}, less than one origin alone could do (${odds(bound)}).`;
  }
  return `${first.id} leads ${second.id} by ${odds(lead)}.`;
}

/** Why the numbers rank and are no distribution, where some hypotheses can hold together. */
export function RankingNote({
  relations,
}: {
  relations: readonly { readonly aId: string; readonly bId: string; readonly kind: string }[];
}) {
  if (relations.length === 0) return null;
  const pairs = relations.map(({ aId, bId, kind }) =>
    kind === "part-of" ? `${aId} is a part of ${bId}` : `${aId} and ${bId} can hold together`,
  );
  return (
    <p className="max-w-measure text-sm text-ink-soft">
      {pairs.join("; ")}, so the weights rank the hypotheses and are no distribution: they are shown beside
      each other, not as chances. For a whole set of events a mixture is possible.
    </p>
  );
}

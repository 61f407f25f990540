import type { WholeAnalysis } from "@/lib/analysis/types";
import { count, joinWords, odds } from "@/lib/format";
import type { Relation } from "@/lib/relation/queries";
import type { Standing } from "./standing";

/** The first sentence of an inquiry: what may be said, before any figure. */
export function Answer({ analysis, standing }: { analysis: WholeAnalysis; standing: readonly Standing[] }) {
  return <p className="max-w-measure font-serif text-lg">{answerSentence(analysis, standing)}</p>;
}

export function answerSentence(analysis: WholeAnalysis, standing: readonly Standing[]): string {
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
    return `The evidence does not separate ${joinWords(tied.map(({ id }) => id))}: they stand level.`;
  }
  const lead = first.findings.posterior / second.findings.posterior;
  if (!analysis.separated) {
    const bound = Math.min(...analysis.origins.map((origin) => origin.bound));
    const ahead = `The evidence does not separate the hypotheses. ${first.id} is ahead of ${second.id} by ${odds(lead)}`;
    if (lead < bound) return `${ahead}, less than one origin alone could do (${odds(bound)}).`;
    const [fall] = analysis.drops.filter(
      ({ kind, changes }) => changes && (kind === "source" || kind === "group"),
    );
    return `${ahead}, but without ${fall?.id ?? "one source"} the answer would be another.`;
  }
  return `${first.id} leads ${second.id} by ${odds(lead)}.`;
}

/** Why the numbers rank and are no distribution, where some hypotheses can hold together. */
export function RankingNote({ relations }: { relations: readonly Relation[] }) {
  const standing = relations.filter(({ stands }) => stands);
  if (standing.length === 0) return null;
  const pairs = standing
    .slice(0, 4)
    .map(({ aId, bId, kind }) =>
      kind === "part-of" ? `${aId} is a part of ${bId}` : `${aId} and ${bId} can hold together`,
    );
  const rest = standing.length - pairs.length;
  return (
    <p className="max-w-measure text-sm text-ink-soft">
      {pairs.join("; ")}
      {rest > 0 && `; and ${count(rest, "pair")} more`}, so the weights rank the hypotheses and are no
      distribution: they are shown beside each other, not as chances. For a whole set of events a mixture is
      possible.
    </p>
  );
}

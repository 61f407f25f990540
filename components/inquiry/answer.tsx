import type { Headline } from "@/lib/analysis/front";
import type { WholeAnalysis } from "@/lib/analysis/types";
import { count, joinWords, odds } from "@/lib/format";
import type { Relation } from "@/lib/relation/queries";

/** The first sentence of an inquiry: what may be said, before any figure. */
export function Answer({ analysis, headline }: { analysis: WholeAnalysis; headline: Headline }) {
  return <p className="max-w-measure font-serif text-lg">{answerSentence(analysis, headline)}</p>;
}

export function answerSentence(analysis: WholeAnalysis, headline: Headline): string {
  if (analysis.hypotheses.length === 0) return "There is no hypothesis yet, so there is nothing to compare.";
  if (analysis.hypotheses.length === 1)
    return "There is only one hypothesis, so there is nothing to compare it with.";
  if (!analysis.speaks) {
    return analysis.evidence.length === 0
      ? "There is no evidence yet, so nothing can be said of the hypotheses."
      : "No entry tells the hypotheses apart yet, so no likelihood is shown.";
  }
  const compared = comparedSentence(headline, analysis);
  const { apart, lead } = headline;
  return apart.length === 0 || lead === null
    ? compared
    : `${apartSentence(apart)} Among the others ${compared.replace(/^The /, "the ")}`;
}

/** Why somebody in front is no leader. */
export function apartSentence(apart: readonly string[]): string {
  const [are, them] = apart.length === 1 ? ["is", "it"] : ["are", "them"];
  return `${joinWords(apart)} ${are} in front, but too few entries were rated on ${them} to compare ${them}: ${apart.length === 1 ? "it stands" : "they stand"} apart.`;
}

/** What one decimal would call level is told without a figure. */
const aheadInWords = (lead: number, second: string): string =>
  lead < 1.05 ? `just ahead of ${second}` : `ahead of ${second} by ${odds(lead)}`;

function comparedSentence(
  { leaders, lead, bound, separated, fall }: Headline,
  { hypotheses }: WholeAnalysis,
): string {
  if (lead === null) return "Too few of the hypotheses have been rated to compare them.";
  if (leaders.length > 1) return `The evidence does not separate ${joinWords(leaders)}: they stand level.`;
  const compared = hypotheses.filter(({ comparable }) => comparable);
  const [first, second] = compared.toSorted((one, other) => other.posterior - one.posterior);
  if (separated) return `${first?.id} leads ${second?.id} by ${odds(lead)}.`;
  const ahead = `The evidence does not separate the hypotheses. ${first?.id} is ${aheadInWords(lead, second?.id ?? "")}`;
  if (lead < bound) return `${ahead}, less than one origin alone could do (${odds(bound)}).`;
  return `${ahead}, but without ${fall?.kind === "group" ? `the group of ${fall.id}` : fall?.id} the answer would be another.`;
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
      distribution: they are shown beside each other, not as chances. More than one of them may be true.
    </p>
  );
}

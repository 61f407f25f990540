import type { Standing } from "@/components/inquiry/standing";
import { ShareWords } from "@/components/scale/share-words";
import { Word } from "@/components/scale/word";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import type { Lexicon } from "@/lib/analysis/scales";
import { formatWhole } from "@/lib/format";

/** Where one hypothesis stands, as a bar and in words. */
export function HypothesisFigures({
  standing,
  speaks,
  lexicon,
}: {
  standing: Standing;
  speaks: boolean;
  lexicon: Lexicon;
}) {
  const { findings, bar, rangeFigure, tick, figure, judgement } = standing;
  const coverage = `Rated on ${formatWhole(findings.coverage)} of the entries.`;
  if (!speaks) {
    return <p className="text-sm text-ink-soft">No entry tells the hypotheses apart yet. {coverage}</p>;
  }
  if (!findings.comparable) {
    return (
      <p className="text-sm text-ink-soft">
        {coverage} Under 80&nbsp;% it is not yet comparable with the others, and stands apart.
      </p>
    );
  }
  return (
    <div className="grid max-w-measure gap-2">
      <LikelihoodBar value={bar} low={findings.range[0]} high={findings.range[1]} tick={tick} />
      <p className="text-lg">
        <ShareWords figure={figure} lexicon={lexicon} />
      </p>
      <p className="text-sm text-ink-soft">
        {rangeFigure !== null && (
          <>
            <Word of="range">Range</Word> when any one entry, source or analyst is left out: {rangeFigure}.{" "}
          </>
        )}
        {judgement !== null && (
          <>
            Analysts&rsquo; own <Word of="judgement" />: {judgement}.{" "}
          </>
        )}
        {coverage}
      </p>
    </div>
  );
}

import type { Standing } from "@/components/inquiry/standing";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";

/** Where one hypothesis stands, as a bar and in words. */
export function HypothesisFigures({ standing, speaks }: { standing: Standing; speaks: boolean }) {
  const { findings, bar, tick, figure, judgement } = standing;
  const coverage = `Rated on ${Math.round(findings.coverage * 100)} % of the entries.`;
  if (!speaks) {
    return <p className="text-sm text-ink-soft">No entry tells the hypotheses apart yet. {coverage}</p>;
  }
  return (
    <div className="grid max-w-measure gap-2">
      <LikelihoodBar value={bar} tick={tick} />
      <p className="text-lg">{figure}</p>
      <p className="text-sm text-ink-soft">
        {judgement !== null && <>Analysts&rsquo; own judgement: {judgement}. </>}
        {coverage}
        {!findings.comparable && " Under 80 % it is not yet comparable with the others."}
      </p>
    </div>
  );
}

import { levelFor } from "./confidence";
import { firstsByAll } from "./firsts";
import { CONFIDENCE_GROUNDS } from "./scales";
import type { WholeAnalysis } from "./types";

/** An analysis as if nobody had judged, for whoever does not see judgements yet: nothing in it tells what they are. */
export function withoutJudgements(analysis: WholeAnalysis): WholeAnalysis {
  const methods = { ...analysis.methods, judgement: null };
  const doMethodsPart = firstsByAll({ ...analysis, methods }).length === 0;
  const grounds = CONFIDENCE_GROUNDS.map(({ code }) => code).filter((code) =>
    code === "methods-part" ? doMethodsPart : analysis.confidence.grounds.includes(code),
  );
  return {
    ...analysis,
    hypotheses: analysis.hypotheses.map((hypothesis) => ({ ...hypothesis, judgement: null })),
    methods,
    confidence: { ...analysis.confidence, level: levelFor(grounds.length), grounds },
  };
}

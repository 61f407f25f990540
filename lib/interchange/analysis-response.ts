import { analyseWhole } from "@/lib/analysis/analyse-whole";
import type { MatrixInput } from "@/lib/analysis/types";

/**
 * The answer of the HTTP interface to a matrix: what docs/analysis.md tells of it and no more, so that what the pages
 * need beside it can change.
 *
 * @param drops Every drop, or only those that change the answer.
 */
export function analysisResponse(matrix: MatrixInput, drops: "all" | "changes") {
  const analysis = analyseWhole(matrix);
  return {
    hypotheses: analysis.hypotheses.map(({ id, posterior, range, judgement, coverage, likelihood }) => ({
      id,
      posterior,
      range,
      judgement,
      coverage,
      likelihood,
    })),
    evidence: analysis.evidence.map(({ corroborators: _, ...entry }) => entry),
    cells: analysis.cells.map(({ evidence, hypothesis, consensus, label, votes, disagreement }) => ({
      evidence,
      hypothesis,
      consensus,
      label,
      votes,
      disagreement,
    })),
    origins: analysis.origins,
    analysts: analysis.analysts,
    methods: analysis.methods,
    agreement: analysis.agreement,
    leader: analysis.leader,
    linchpins: analysis.linchpins,
    drops: drops === "all" ? analysis.drops : analysis.drops.filter(({ changes }) => changes),
    confidence: { level: analysis.confidence.level, grounds: analysis.confidence.grounds },
  };
}

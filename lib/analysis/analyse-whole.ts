import { findingsOf } from "./analyse";
import { suggestConfidence } from "./confidence";
import { type DropRow, effectsOfEntries, findDrops, movesBetween, rangesOver } from "./drops";
import { averageJudgement } from "./judgement";
import { findLinchpins } from "./linchpins";
import { compile } from "./matrix";
import { type Reckoning, reckon } from "./reckoning";
import { recorder } from "./recorder";
import { scoreBy } from "./scores";
import type { Drop, MatrixInput, WholeAnalysis } from "./types";

/**
 * All that can be said of a matrix: `analyse`, and what the conclusion hangs on. Every entry, source, group of sources
 * and analyst is left out in turn.
 *
 * @param input A valid matrix. Throws if it refers to an id that it does not list.
 */
export function analyseWhole(input: MatrixInput): WholeAnalysis {
  const reckoning = reckon(compile(input));
  const { matrix, posterior } = reckoning;
  const analysis = findingsOf(reckoning);
  const effects = effectsOfEntries(reckoning);
  const drops = findDrops(reckoning, effects);
  const linchpins = findLinchpins(reckoning, effects);
  const ranges = rangesOver(posterior, drops);
  const aSourceChanges = drops.some(
    ({ kind, changes }) => changes && (kind === "source" || kind === "group"),
  );

  return {
    ...analysis,
    separated: analysis.separated && !aSourceChanges,
    hypotheses: analysis.hypotheses.map((hypothesis, row) => ({
      ...hypothesis,
      range: ranges[row] ?? [hypothesis.posterior, hypothesis.posterior],
    })),
    // The drops of the entries come first.
    evidence: analysis.evidence.map((entry, row) => ({
      ...entry,
      moves: movesBetween(posterior, drops[row]?.posterior ?? posterior),
    })),
    linchpins: linchpins && {
      rival: matrix.hypotheses[linchpins.rival] ?? "",
      evidence: linchpins.entries.map((entry) => matrix.entries[entry] ?? ""),
      smallest: linchpins.smallest,
    },
    drops: drops.map(dropDescriber(reckoning)),
    confidence: suggestConfidence({
      reckoning,
      drops,
      linchpins,
      alpha: analysis.agreement.alpha,
      judgement: averageJudgement(matrix),
      heuer: scoreBy("heuer", reckoning).scores,
      parc: scoreBy("parc", reckoning).scores,
    }),
  };
}

function dropDescriber({ matrix: { hypotheses } }: Reckoning): (drop: DropRow) => Drop {
  const record = recorder(hypotheses);
  const idOf = (hypothesis: number) => hypotheses[hypothesis] ?? "";
  return ({ kind, id, posterior, lead, changes }) => ({
    kind,
    id,
    posterior: record(posterior),
    leader: idOf(lead.leader),
    tied: lead.tied.map(idOf),
    changes,
  });
}

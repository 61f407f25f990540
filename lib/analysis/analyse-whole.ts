import { findingsOf } from "./analyse";
import { suggestConfidence } from "./confidence";
import { type DropRow, effectsOfEntries, findDrops, movesBetween, rangesOver } from "./drops";
import { averageJudgement } from "./judgement";
import { findLinchpins } from "./linchpins";
import { compile } from "./matrix";
import { type Reckoning, reckon } from "./reckoning";
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
    drops: drops.map((drop) => describeDrop(reckoning, drop)),
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

function describeDrop(
  { matrix: { hypotheses } }: Reckoning,
  { kind, id, posterior, lead, changes }: DropRow,
): Drop {
  return {
    kind,
    id,
    // fromEntries defines keys of its own, so that an id such as `__proto__` is a hypothesis like any other.
    posterior: Object.fromEntries(hypotheses.map((hypothesis, row) => [hypothesis, posterior[row] ?? 0])),
    leader: hypotheses[lead.leader] ?? "",
    tied: lead.tied.map((row) => hypotheses[row] ?? ""),
    changes,
  };
}

import { compile } from "@/lib/analysis/matrix";
import { reckon } from "@/lib/analysis/reckoning";
import { type Standing, whatIf } from "@/lib/analysis/what-if";
import { type PackedMatrix, unpack } from "@/lib/matrix/packed";
import type { Trial } from "./scenario";

/**
 * The answer to any number of trials on one matrix, which is made ready once. The only place that knows how the engine
 * is asked.
 */
export function prepareAnswers(packed: PackedMatrix): (trial: Trial) => Standing {
  const reckoning = reckon(compile(unpack(packed)));
  return ({ entries, sources, groups, analysts, priors, settings }) =>
    whatIf(reckoning, {
      evidence: entries,
      sources,
      groups,
      analysts,
      settings,
      // The engine keeps what is not named as shares; beside weights those would be other figures.
      ...(priors.size > 0 && {
        priors: new Map(packed.hypotheses.map(([id, own]) => [id, priors.get(id) ?? own ?? 1])),
      }),
    });
}

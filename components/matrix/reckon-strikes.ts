import { describeWhatIf } from "@/lib/analysis/describe-what-if";
import type { Voice } from "@/lib/voice";
import { type Figure, figuresOf } from "@/lib/what-if/figures";
import { nothingTried } from "@/lib/what-if/scenario";
import { prepareSituations } from "@/lib/what-if/situation";
import type { WhatIfMatter } from "@/lib/what-if/view";

/** What would come of it if the struck entries were not there. */
export interface StruckAnswer {
  readonly sentence: string;
  /** By hypothesis. */
  readonly figures: ReadonlyMap<string, { readonly now: Figure; readonly before: Figure }>;
}

interface Given {
  readonly matter: WhatIfMatter;
  readonly voice: Voice;
}

/** Makes a matrix ready once; the engine is in this file's part of the scripts, fetched when something is struck. */
export function prepareStrikes({ matter, voice }: Given): (struck: readonly string[]) => StruckAnswer {
  const ids = matter.packed.hypotheses.map(([id]) => id);
  const situationIn = prepareSituations(matter);
  const before = situationIn(nothingTried);
  const then = figuresOf(ids, before, voice);
  return (struck) => {
    const entries = matter.packed.entries.filter((id) => struck.includes(id));
    const trial = { ...nothingTried, entries };
    const after = situationIn(trial);
    const now = figuresOf(ids, after, voice);
    return {
      sentence:
        entries.length === 0
          ? "Nothing of what is struck counts here: all stands as it is."
          : describeWhatIf(
              ids,
              before,
              after,
              { ...trial, priors: false },
              { nameOf: () => "", figures: voice.isRanking ? "relative" : "per-cent" },
            ),
      figures: new Map(
        ids.flatMap((id, row) => {
          const [is, was] = [now[row], then[row]];
          return is && was ? [[id, { now: is, before: was }] as const] : [];
        }),
      ),
    };
  };
}

import { describeWhatIf } from "@/lib/analysis/describe-what-if";
import { count, joinWords } from "@/lib/format";
import type { Voice } from "@/lib/voice";
import { type Figure, figuresOf } from "@/lib/what-if/figures";
import { nothingTried, readTrial, writeTrial } from "@/lib/what-if/scenario";
import { prepareSituations } from "@/lib/what-if/situation";
import { type Strikes, trialSearch } from "@/lib/what-if/strikes";
import { groundOf, type WhatIfMatter } from "@/lib/what-if/view";

/** What would come of it if what is struck were not there, and what is set were so. */
export interface StruckAnswer {
  readonly sentence: string;
  /** By hypothesis; null where nothing is tried that counts. */
  readonly figures: ReadonlyMap<string, { readonly now: Figure; readonly before: Figure }> | null;
}

/** What the server sends for it. */
export interface StrikeMatter {
  readonly matter: WhatIfMatter;
  readonly voice: Voice;
  /** The entries left out of it, because the reader has yet to rate them. */
  readonly hidden: readonly string[];
  /** By id. */
  readonly sources: Readonly<Record<string, string>>;
  readonly analysts: Readonly<Record<string, string>>;
}

/** Makes a matrix ready once; the engine is in this file's part of the scripts, fetched when something is tried. */
export function prepareStrikes({
  matter,
  voice,
  hidden,
  analysts,
}: StrikeMatter): (tried: Strikes) => StruckAnswer {
  const ids = matter.packed.hypotheses.map(([id]) => id);
  const ground = groundOf(matter);
  const situationIn = prepareSituations(matter);
  const before = situationIn(nothingTried);
  const then = figuresOf(ids, before, voice);
  return (tried) => {
    const { trial } = readTrial(trialSearch(tried), ground);
    if (writeTrial(trial) === "") {
      const waiting = without(hidden, tried.entries);
      return {
        sentence: `Nothing of what is struck counts here: all stands as it is.${waiting}`,
        figures: null,
      };
    }
    const after = situationIn(trial);
    const now = figuresOf(ids, after, voice);
    const told = describeWhatIf(
      ids,
      before,
      after,
      { ...trial, priors: trial.priors.size > 0 },
      {
        nameOf: (analyst) => analysts[analyst] ?? "an analyst",
        figures: voice.isRanking ? "relative" : "per-cent",
      },
    );
    return {
      sentence: `${told}${without(hidden, tried.entries)}`,
      figures: new Map(
        ids.flatMap((id, row) => {
          const [is, was] = [now[row], then[row]];
          return is && was ? [[id, { now: is, before: was }] as const] : [];
        }),
      ),
    };
  };
}

/** What is not reckoned with for whoever is blind to it. */
function without(hidden: readonly string[], struck: readonly string[]): string {
  if (hidden.length === 0) return "";
  const waiting = struck.filter((id) => hidden.includes(id));
  const among = waiting.length > 0 ? `, ${joinWords(waiting)} among them` : "";
  return ` Reckoned without ${count(hidden.length, "entry", "entries")} that you have yet to rate${among}.`;
}

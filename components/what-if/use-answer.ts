"use client";

import { useDeferredValue, useMemo } from "react";
import { describeWhatIf } from "@/lib/analysis/describe-what-if";
import type { Voice } from "@/lib/voice";
import { figuresOf } from "@/lib/what-if/figures";
import { nothingTried, type Trial, writeTrial } from "@/lib/what-if/scenario";
import { prepareSituations } from "@/lib/what-if/situation";
import type { WhatIfMatter, WhatIfNames } from "@/lib/what-if/view";
import type { AnswerRow } from "./answer-panel";

export interface AnswerProps {
  matter: WhatIfMatter;
  names: WhatIfNames;
  /** In the order in which the inquiry shows them. */
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  voice: Voice;
  /** Whether the evidence separates the leader from the rest as things stand. */
  isSeparated: boolean;
}

/** What comes of what is tried: every hypothesis as it would be and as it is, and one sentence. */
export function useAnswer(
  { matter, names, hypotheses, voice, isSeparated }: AnswerProps,
  trial: Trial,
): { rows: readonly AnswerRow[]; sentence: string; isTried: boolean } {
  // Typing and dragging go before reckoning, where a matrix is so large that this takes a while.
  const reckoned = useDeferredValue(trial);
  const isTried = writeTrial(reckoned) !== "";
  const situationIn = useMemo(() => prepareSituations(matter), [matter]);
  const before = useMemo(() => situationIn(nothingTried), [situationIn]);
  const after = useMemo(
    () => (isTried ? situationIn(reckoned) : before),
    [situationIn, reckoned, isTried, before],
  );

  const ids = matter.packed.hypotheses.map(([id]) => id);
  const now = figuresOf(ids, after, voice);
  const then = figuresOf(ids, before, voice);
  return {
    isTried,
    rows: hypotheses.flatMap(({ id, shortName }) => {
      const row = ids.indexOf(id);
      const [is, was] = [now[row], then[row]];
      return is && was ? [{ id, shortName, now: is, before: was }] : [];
    }),
    sentence: describeWhatIf(
      ids,
      { ...before, separated: isSeparated },
      after,
      { ...reckoned, priors: reckoned.priors.size > 0 },
      {
        nameOf: (analyst) => isolated(names.analysts.get(analyst) ?? "an analyst"),
        figures: voice.isRanking ? "relative" : "per-cent",
      },
    ),
  };
}

/** A name in any script, kept from turning the sentence around it (Unicode's first strong isolate). */
const isolated = (name: string): string => `\u2068${name}\u2069`;

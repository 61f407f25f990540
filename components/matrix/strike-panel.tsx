"use client";

import { useEffect, useState } from "react";
import { AnalystChoices } from "@/components/what-if/analyst-choices";
import { PriorFields } from "@/components/what-if/prior-fields";
import { SourceChoices } from "@/components/what-if/source-choices";
import { readTrial, weightsIn, writeTrial } from "@/lib/what-if/scenario";
import { groundOf, listGroupChoices, listSourceChoices } from "@/lib/what-if/view";
import type { StrikeMatter } from "./reckon-strikes";
import { reckonerOf } from "./reckoner";

interface StrikePanelProps {
  slug: string;
  /** The number of the change that is reckoned with. */
  sequence: number;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  /** What is tried besides entries, as What if writes it. */
  more: string;
  onTry: (more: string) => void;
}

/** Sources and analysts to strike, and priors to drag: the same fields as in What if, beside the rows they move. */
export function StrikePanel({ slug, sequence, ...props }: StrikePanelProps) {
  const [given, setGiven] = useState<StrikeMatter | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isPast = false;
    reckonerOf(slug, sequence)
      .then((reckoner) => {
        if (isPast) return;
        setGiven(reckoner.given);
        setFailed(false);
      })
      .catch(() => !isPast && setFailed(true));
    return () => {
      isPast = true;
    };
  }, [slug, sequence]);
  if (given) return <StrikeForm {...props} given={given} />;
  return (
    <p role="status" className="text-sm text-ink-soft">
      {failed ? "It could not be fetched: the server cannot be reached." : "Fetching what can be struck …"}
    </p>
  );
}

function StrikeForm({
  given: { matter, voice, sources, analysts },
  hypotheses,
  more,
  onTry,
}: Omit<StrikePanelProps, "slug" | "sequence"> & { given: StrikeMatter }) {
  const ground = groundOf(matter);
  const { trial } = readTrial(new URLSearchParams(more), ground);
  // Fields keep what is done in them: what they hold at first is what was tried when they came.
  const [first] = useState(trial);
  return (
    <form
      onSubmit={(event) => event.preventDefault()}
      onInput={({ currentTarget }) => {
        const read = readTrial(new FormData(currentTarget), ground).trial;
        onTry(writeTrial({ ...read, entries: [] }));
      }}
    >
      <SourceChoices
        sources={listSourceChoices(matter, first.sources)}
        groups={listGroupChoices(matter, first.groups)}
        names={new Map(Object.entries(sources))}
        struckSources={first.sources}
        struckGroups={first.groups}
      />
      <AnalystChoices
        analysts={[...ground.analysts]}
        names={new Map(Object.entries(analysts))}
        struck={first.analysts}
      />
      <PriorFields
        hypotheses={hypotheses}
        initial={weightsIn(first, ground)}
        weights={weightsIn(trial, ground)}
        isRanking={voice.isRanking}
      />
    </form>
  );
}

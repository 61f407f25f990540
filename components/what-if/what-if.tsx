"use client";

import { usePathname } from "next/navigation";
import { type MouseEvent, type ReactNode, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { nothingTried, weightsIn } from "@/lib/what-if/scenario";
import { groundOf } from "@/lib/what-if/view";
import { answerId } from "./answer-id";
import { AnswerPanel } from "./answer-panel";
import { AnswerStrip } from "./answer-strip";
import { CopyAddress } from "./copy-address";
import { PartsNav } from "./parts-nav";
import { PriorFields } from "./prior-fields";
import { Problems } from "./problems";
import { SettingFields } from "./setting-fields";
import { TriedList } from "./tried-list";
import { type AnswerProps, useAnswer } from "./use-answer";
import { useTrial } from "./use-trial";

interface WhatIfProps extends AnswerProps {
  /** Entries that have a box of their own. */
  listed: readonly string[];
  /** The search that the fields were filled from. */
  served: string;
  /** Why the figures rank, where they do. */
  note?: ReactNode;
  /** The fields by which things are struck. */
  children: ReactNode;
}

/**
 * What would come of it if things were otherwise, reckoned where the reader is as they strike and drag. One form over
 * the address: without scripts it is sent, and the page comes back with the same answer.
 */
export function WhatIf(props: WhatIfProps) {
  const { matter, names, hypotheses, listed, served, note, children } = props;
  const path = usePathname();
  const ground = useMemo(() => groundOf(matter), [matter]);
  const boxes = useMemo(() => new Set(listed), [listed]);
  const { form, trial, problems, follow, set, settle } = useTrial(ground, boxes, served);
  const { rows, sentence, isTried } = useAnswer(props, trial);
  const [initial] = useState(trial);

  function startAgain(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    settle();
    set(nothingTried, "push");
    document.getElementById(answerId)?.focus();
  }

  return (
    <form
      ref={form}
      method="get"
      action={path}
      autoComplete="off"
      onInput={follow}
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
      className="print max-lg:[&_:is(section,input,a,button)]:scroll-mt-60 grid grid-cols-[minmax(0,1fr)] gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <section
        aria-label="What would come of it"
        className="max-lg:contents lg:sticky lg:top-4 lg:order-2 lg:mt-8 lg:grid lg:max-h-[calc(100dvh-2rem)] lg:grid-cols-[minmax(0,1fr)] lg:gap-4 lg:self-start lg:overflow-y-auto lg:pb-2"
      >
        <div className="z-10 grid gap-2 bg-paper max-lg:sticky max-lg:top-0 max-lg:border-b max-lg:border-rule max-lg:py-2">
          <p id={answerId} tabIndex={-1} aria-live="polite" className="font-serif text-sm lg:text-lg">
            {sentence}
          </p>
          <AnswerStrip rows={rows} isTried={isTried} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 max-lg:py-4">
          <AnswerPanel rows={rows} isTried={isTried} lexicon={props.voice.lexicon} />
          {isTried && (
            <p className="text-xs text-ink-soft">The tick is where each stands without all this.</p>
          )}
          <Problems sentences={problems} />
          <TriedList
            trial={trial}
            names={names}
            path={path}
            onPutBack={(without) => set(without, "replace")}
          />
          <div className="flex flex-wrap gap-2 print:hidden">
            <Button type="submit" variant="primary" size="small" className="hidden noscript:inline-grid">
              Show
            </Button>
            {isTried && (
              <LinkButton href={path} prefetch={false} scroll={false} size="small" onClick={startAgain}>
                Start again
              </LinkButton>
            )}
            <CopyAddress settle={settle} />
          </div>
          {note}
        </div>
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] lg:order-1">
        <PartsNav hasEntries={listed.length > 0} hasAnalysts={ground.analysts.size > 0} />
        {children}
        <PriorFields
          hypotheses={hypotheses}
          initial={weightsIn(initial, ground)}
          weights={weightsIn(trial, ground)}
          isRanking={props.voice.isRanking}
        />
        <SettingFields initial={{ ...ground.settings, ...initial.settings }} own={ground.settings} />
        <p className="hidden border-t border-rule pt-4 noscript:block">
          <Button type="submit" variant="primary">
            Show
          </Button>
        </p>
      </div>
    </form>
  );
}

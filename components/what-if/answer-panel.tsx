import { ShareWords } from "@/components/scale/share-words";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import type { Lexicon } from "@/lib/analysis/scales";
import type { Figure } from "@/lib/what-if/figures";

export interface AnswerRow {
  readonly id: string;
  readonly shortName: string;
  readonly now: Figure;
  /** As things stand. */
  readonly before: Figure;
}

/**
 * Every hypothesis as it would be, with how it stands as a tick and in words, in an order that does not change. The
 * bars stand in the strip instead where that is in sight (`AnswerStrip`).
 */
export function AnswerPanel({
  rows,
  isTried,
  lexicon,
}: {
  rows: readonly AnswerRow[];
  isTried: boolean;
  lexicon: Lexicon;
}) {
  return (
    <ul className="grid gap-3">
      {rows.map(({ id, shortName, now, before }) => (
        <li key={id} className="grid gap-0.5">
          <p className="text-sm">
            <span className="text-ink-soft">{id}</span> <bdi>{shortName}</bdi>
          </p>
          <LikelihoodBar value={now.bar} tick={isTried ? before.bar : null} className="max-lg:hidden" />
          <p className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-soft">
            <span className="text-ink">
              <ShareWords figure={now.words} lexicon={lexicon} />
            </span>
            {isTried && <span>before: {before.words}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

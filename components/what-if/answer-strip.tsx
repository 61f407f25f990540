import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import type { AnswerRow } from "./answer-panel";

/** The bars, in the strip that stays in sight on a narrow screen; the panel says the same in words. */
export function AnswerStrip({ rows, isTried }: { rows: readonly AnswerRow[]; isTried: boolean }) {
  return (
    <ul aria-hidden="true" className="flex max-h-20 flex-wrap gap-x-3 overflow-hidden lg:hidden">
      {rows.map(({ id, now, before }) => (
        <li
          key={id}
          className="flex min-w-16 flex-1 items-center gap-1.5 text-2xs whitespace-nowrap text-ink-soft"
        >
          {id}
          <LikelihoodBar value={now.bar} tick={isTried ? before.bar : null} />
        </li>
      ))}
    </ul>
  );
}

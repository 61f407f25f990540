import { Time } from "@/components/ui/time";
import type { HistoryLine } from "@/lib/history/queries";
import { type FieldChange, fieldChanges } from "./changes";
import { Sentence } from "./sentence";

/** What happened, the latest first. */
export function HistoryList({ lines, slug }: { lines: readonly HistoryLine[]; slug: string }) {
  return (
    <ol reversed className="grid grid-cols-[minmax(0,1fr)]">
      {lines.map((line) => (
        <li
          key={line.sequence}
          id={`line-${line.sequence}`}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <p className="text-sm text-ink-soft">
            <span className="sr-only">Number </span>
            {line.sequence} · <Time value={line.at} />
          </p>
          <div className="grid max-w-measure grid-cols-[minmax(0,1fr)] gap-1">
            <p>
              <Sentence line={line} slug={slug} />
            </p>
            {line.reason !== "" && (
              <p dir="auto" className="font-serif whitespace-pre-wrap">
                {line.reason}
              </p>
            )}
            {line.hiddenUntil && (
              <p className="text-sm text-ink-soft">What it says is shown once {line.hiddenUntil}.</p>
            )}
            <Changes changes={isToldInFull(line.action) ? [] : fieldChanges(line.before, line.after)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Whether the sentence says all there is. */
const isToldInFull = (action: string): boolean =>
  ["member.", "source.", "confidence."].some((noun) => action.startsWith(noun));

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details>
      <summary className="w-fit py-1 text-sm text-accent">
        {changes.some(({ from }) => from !== null) ? "What changed" : "What it says"}
      </summary>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-2 py-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
        {changes.map(({ label, from, to }) => (
          <div key={label} className="sm:contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="whitespace-pre-wrap">
              {from !== null && (
                <del className="text-ink-soft">
                  <span className="sr-only">from </span>
                  <bdi>{from}</bdi>
                </del>
              )}
              {to !== null ? (
                <>
                  {from !== null && <span className="text-ink-soft"> to </span>}
                  <bdi>{to}</bdi>
                </>
              ) : (
                <span className="text-ink-soft">nothing</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

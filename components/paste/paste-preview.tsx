"use client";

import { useContext } from "react";
import { Button } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { Notice } from "@/components/ui/notice";
import type { ForeseenLine } from "@/lib/forms";

/** What each pasted row would become, and the button that saves them. */
export function PastePreview() {
  const preview = useContext(FormContext)?.preview;
  const foreseen = preview?.foreseen;
  return (
    <div className="grid basis-full grid-cols-[minmax(0,1fr)] gap-4">
      {/* Always there, so that what comes to stand in it is announced. */}
      <div role="status">
        {preview && (
          <Notice title={preview.message}>
            {preview.details?.map((line) => (
              <p key={line} dir="auto">
                {line}
              </p>
            ))}
          </Notice>
        )}
      </div>
      {foreseen && (
        <>
          <ol aria-label="What each row would become">
            {foreseen.lines.map((line) => (
              <Line key={line.at} line={line} />
            ))}
          </ol>
          <input type="hidden" name="seen" value={foreseen.stamp} />
          {foreseen.saveLabel && (
            <div>
              <Button type="submit" name="intent" value="save" variant="primary">
                {foreseen.saveLabel}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Line({ line }: { line: ForeseenLine }) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-rule py-2 text-sm sm:grid-cols-[4rem_11rem_minmax(0,1fr)]">
      <span className="text-ink-soft">{line.at}</span>
      <span data-tone={line.tone} className="font-medium text-(--tone)">
        {line.verdict}
      </span>
      <div className="min-w-0 wrap-anywhere">
        <p dir="auto" className="line-clamp-3 font-serif text-base">
          {line.text || "(no statement)"}
        </p>
        {line.notes.map((note) => (
          <p key={note} dir="auto" className="line-clamp-3 text-ink-soft">
            {note}
          </p>
        ))}
      </div>
    </li>
  );
}

"use client";

import { Button } from "./button";

const local = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

/**
 * One line that is there from the start, so that restoring a draft pushes nothing down. The time is known in
 * the browser only, so it is the reader's own, with its zone.
 */
export function DraftLine({ restoredAt, discard }: { restoredAt: string | undefined; discard: () => void }) {
  return (
    <p role="status" className="draft-line">
      {restoredAt === undefined ? (
        "What you type is kept in this browser until you save it."
      ) : (
        <>
          A draft from {local.format(new Date(restoredAt))} was restored ·
          <Button variant="quiet" size="small" onClick={discard}>
            discard
          </Button>
        </>
      )}
    </p>
  );
}

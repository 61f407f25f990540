"use client";

import { Button } from "./button";

const local = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

/** Rendered in the browser only, so the time is the reader's own, with its zone. */
export function DraftLine({ at, discard }: { at: string; discard: () => void }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
      A draft from {local.format(new Date(at))} was restored ·
      <Button variant="quiet" size="small" onClick={discard}>
        discard
      </Button>
    </p>
  );
}

"use client";

import type { RefObject } from "react";
import { Button } from "@/components/ui/button";

const keys = [
  [
    "Arrows",
    "move from cell to cell, and up into the head; Home and End go to the ends of a row, with Ctrl to those of the matrix",
  ],
  [
    "1 2 3 4 5",
    "rate: very inconsistent (II), inconsistent (I), neutral (N), consistent (C), very consistent (CC)",
  ],
  ["0", "does not apply (NA)"],
  ["Backspace", "take your rating back"],
  ["Ctrl Z", "undo your last rating, with its reason"],
  ["N", "go to the next cell that you have not rated"],
  ["Enter", "open the cell: everybody’s ratings and reasons; Escape closes it"],
  ["X", "strike the entry, and see what would come of it; again puts it back"],
  ["Alt ↑ ↓", "move the entry in your own order"],
  ["?", "show these keys"],
] as const;

/** The keys of the matrix. The browser's own dialog: it keeps the focus and gives it back. */
export function KeysDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog ref={dialog} aria-labelledby="keys-title" className="keys-dialog">
      <h2 id="keys-title" className="text-lg">
        Keys in the matrix
      </h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-soft">
        A rating moves you on to the next hypothesis: rate along a row, one entry against all of them.
      </p>
      <form method="dialog">
        <Button type="submit" variant="primary">
          Close
        </Button>
      </form>
    </dialog>
  );
}

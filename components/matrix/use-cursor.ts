"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

/** A place in the grid: a row of those shown, -1 being the head, and a column, 0 being the entry itself. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page up or down goes. */
  readonly pageful: number;
}

/**
 * Where the keyboard is in the grid (WAI-ARIA's grid pattern: one stop for Tab, arrows inside). Moving gives that cell
 * the focus, and the focus brings it into sight.
 */
export function useCursor(table: RefObject<HTMLTableElement | null>, size: Size) {
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 1 });
  const wantsFocus = useRef(false);

  // After every render: a row far away is drawn one render later than it is asked for.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = cursor.row < 0 ? "[data-head]" : `[data-row="${cursor.row}"]`;
    const cell = table.current?.querySelector<HTMLElement>(`${row} > :nth-child(${cursor.column + 1})`);
    if (!cell) return;
    wantsFocus.current = false;
    if (cursor.row >= 0) return cell.focus();
    // What explains itself in the head does so when it has the focus, and ends when anything scrolls: that comes first.
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    requestAnimationFrame(() => (cell.querySelector("button") ?? cell).focus({ preventScroll: true }));
  });

  function moveTo({ row, column }: Cursor): void {
    wantsFocus.current = true;
    setCursor({
      row: Math.max(-1, Math.min(size.rows - 1, row)),
      column: Math.max(0, Math.min(size.columns - 1, column)),
    });
  }

  /** Moves as a key says; false where it says nothing about moving. */
  function moveBy(event: KeyboardEvent): boolean {
    const to = destination(event, cursor, size);
    if (!to) return false;
    moveTo(to);
    return true;
  }

  return { cursor, setCursor, moveTo, moveBy };
}

function destination(event: KeyboardEvent, { row, column }: Cursor, size: Size): Cursor | null {
  if (event.altKey || event.metaKey) return null;
  const isFar = event.ctrlKey;
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
  const [before, after] = isRightToLeft ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  switch (event.key) {
    case "ArrowUp":
      return isFar ? null : { row: row - 1, column };
    case "ArrowDown":
      return isFar ? null : { row: row + 1, column };
    case before:
      return isFar ? null : { row, column: column - 1 };
    case after:
      return isFar ? null : { row, column: column + 1 };
    case "PageUp":
      return { row: Math.max(0, row - size.pageful), column };
    case "PageDown":
      return { row: row + size.pageful, column };
    case "Home":
      return isFar ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return isFar ? { row: size.rows - 1, column: size.columns - 1 } : { row, column: size.columns - 1 };
    default:
      return null;
  }
}

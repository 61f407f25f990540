import { stringify } from "csv-stringify/sync";
import { guardText } from "./formula-guard";

/** Empty is null; numbers stay numbers, and everything else is somebody's text. */
export type Cell = string | number | null;

/** A table of a download: its columns, and its rows one after the other. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

const rowsAtOnce = 500;

/**
 * The bytes of a table as CSV (RFC 4180), some rows at a time, so that a long one neither fills the memory nor keeps
 * others waiting. It begins with a byte order mark: without it Excel takes every letter beyond ASCII for another one.
 */
export function csvStream({ columns, rows }: Table): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const left = rows[Symbol.iterator]();
  let isBegun = false;
  return new ReadableStream({
    pull(controller) {
      const some: (readonly Cell[])[] = isBegun ? [] : [columns];
      let next = left.next();
      for (; !next.done; next = left.next()) {
        some.push(next.value);
        if (some.length >= rowsAtOnce) break;
      }
      controller.enqueue(encoder.encode((isBegun ? "" : "\uFEFF") + csvText(some)));
      isBegun = true;
      if (next.done) controller.close();
    },
  });
}

/** Rows as CSV. Texts stand in quotes, as OWASP advises against those that bring separators of their own. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === "string" ? guardText(cell) : cell)));
  return stringify(guarded, { record_delimiter: "\r\n", quoted_string: true, quoted_empty: false });
}

"use client";

import { useState } from "react";
import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";
import type { OutgoingRating } from "@/lib/grid/outbox";
import { codeOf, type GridColumn, type GridRow } from "@/lib/grid/row";
import type { Cursor } from "./use-cursor";

/** What the matrix says of what was done: to all, or to those alone who do not see it in the cell. */
export interface Said {
  readonly text: string;
  readonly to: "heard" | "seen";
}

interface GivingPlace {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly gone: ReadonlySet<string>;
  readonly mayRate: boolean;
  readonly put: (rating: OutgoingRating) => void;
  readonly goTo: (cursor: Cursor) => void;
}

/** Ratings as they are given, cell by cell, and taken back again with their reasons in the other order. */
export function useGiving({ rows, columns, gone, mayRate, put, goTo }: GivingPlace) {
  const [past, setPast] = useState<readonly OutgoingRating[]>([]);
  const [said, setSaid] = useState<Said>({ text: "", to: "heard" });
  const say = (text: string, to: Said["to"] = "heard") => setSaid({ text, to });

  /** Whether it could be given. */
  function give({ row, column }: Cursor, code: Consistency | null, reason?: string): boolean {
    const entry = rows[row];
    const hypothesis = columns[column - 1];
    if (!entry || !hypothesis) return false;
    if (!mayRate) {
      say("Only the analysts of this inquiry rate.", "seen");
      return false;
    }
    if (gone.has(entry.id)) {
      say(`${entry.id} was withdrawn or merged, and is not rated any more.`, "seen");
      return false;
    }
    const cell = { evidence: entry.id, hypothesis: hypothesis.id };
    const before = { consistency: codeOf(entry.own[column - 1]), reason: entry.reasons[hypothesis.id] ?? "" };
    say(`${entry.id}, ${hypothesis.id}: ${wordOf(code)}`);
    if (before.consistency === code && (reason ?? before.reason) === before.reason) return true;
    setPast([...past, { ...cell, ...before }]);
    put({ ...cell, consistency: code, ...(reason === undefined ? {} : { reason }) });
    return true;
  }

  function undo(): void {
    const last = past.at(-1);
    if (!last) {
      say("There is nothing to undo.", "seen");
      return;
    }
    setPast(past.slice(0, -1));
    put(last);
    const row = rows.findIndex(({ id }) => id === last.evidence);
    const column = columns.findIndex(({ id }) => id === last.hypothesis) + 1;
    if (row >= 0 && column > 0) goTo({ row, column });
    const why = last.reason ? ", with its reason" : "";
    say(`Undone: ${last.evidence}, ${last.hypothesis}: ${wordOf(last.consistency)}${why}`, "seen");
  }

  return { said, say, give, undo, past: past.length };
}

const wordOf = (code: Consistency | null): string =>
  CONSISTENCY.find((step) => step.code === code)?.label.toLowerCase() ?? "not rated";

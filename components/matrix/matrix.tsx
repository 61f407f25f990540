"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useChanges } from "@/components/live/use-changes";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";
import { cellKey, type OutgoingRating } from "@/lib/grid/outbox";
import { codeOf, type GridRow, none, type PackedGrid, withOwn } from "@/lib/grid/row";
import { CellDrawer } from "./cell-drawer";
import { EntryCards } from "./entry-cards";
import { GridHead } from "./grid-head";
import { KeysDialog } from "./keys-dialog";
import { MatrixTable } from "./matrix-table";
import { SavingLine } from "./saving-line";
import { type Cursor, useCursor } from "./use-cursor";
import { useOutbox } from "./use-outbox";
import { useOwnOrder } from "./use-own-order";
import { type SentGrid, useRows } from "./use-rows";
import { useStrikes } from "./use-strikes";

interface MatrixProps {
  slug: string;
  grid: SentGrid;
  /** Whether the rows are only some, by a filter. */
  isNarrowed: boolean;
  /** Whether the reader arranges the rows. */
  isOwnOrder: boolean;
  /** Null for whoever does not rate here. */
  analystId: string | null;
  struck: readonly string[];
  /** The row that is first in sight. */
  firstRow: number;
}

/** Beside the hypotheses: the entry, its bits, its weight, and the strike. */
const otherColumns = 4;
const pageful = 10;
const codeOfKey = new Map<string, Consistency>([
  ...(["1", "2", "3", "4", "5"] as const).map(
    (key, place) => [key, CONSISTENCY[place]?.code ?? "N"] as const,
  ),
  ["0", "NA"],
]);

/**
 * The matrix at work: moved about in and rated by keyboard, saved behind the reader's back, kept up with what others
 * do, and struck at to see what would come of it.
 */
export function Matrix(props: MatrixProps) {
  const { slug, grid, analystId } = props;
  const { columns } = grid;
  const mayRate = analystId !== null;
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const keys = useRef<HTMLDialogElement>(null);
  const past = useRef<OutgoingRating[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState("");

  const { rows, figures, sequence, isOutdated, rate, refresh } = useRows(slug, grid, props.isNarrowed);
  const outbox = useOutbox(slug, analystId, (ratings, sent) => {
    if (sent.kind === "saved") {
      for (const { evidence, hypothesis, consistency } of ratings) {
        rate(evidence, columnOf(hypothesis), consistency);
      }
    }
    refresh(ratings.map(({ evidence }) => evidence));
  });
  useChanges(slug, grid.sequence, (change) => {
    if (change === "reset") return refresh("all");
    // A rating touches its row alone; anything else may move what stands in all of them.
    const isOfRows = change.subjects.length > 0 && change.subjects.every((id) => rows.has(id));
    refresh(isOfRows ? change.subjects : "all");
  });
  const strikes = useStrikes(slug, sequence, props.struck);
  const { order, move } = useOwnOrder(slug, [...rows.keys()], props.isOwnOrder);
  const shown = useMemo(
    () => order.flatMap((id) => withPending(rows.get(id), columns, outbox.pending)),
    [order, rows, columns, outbox.pending],
  );
  const unconfirmed = useMemo(
    () => markUnconfirmed(outbox.pending, outbox.trouble !== null),
    [outbox.pending, outbox.trouble],
  );
  const { cursor, setCursor, moveTo, moveBy } = useCursor(table, {
    rows: shown.length,
    columns: columns.length + otherColumns,
    pageful,
  });
  const at = shown[cursor.row];
  const column = columns[cursor.column - 1];

  function columnOf(hypothesis: string): number {
    return columns.findIndex(({ id }) => id === hypothesis);
  }

  function give({ row, column: place }: Cursor, code: Consistency | null, reason?: string) {
    const entry = shown[row];
    const hypothesis = columns[place - 1];
    if (!mayRate || !entry || !hypothesis) return;
    const before = codeOf(entry.own[place - 1]);
    if (before === code && reason === undefined) return;
    past.current.push({ evidence: entry.id, hypothesis: hypothesis.id, consistency: before });
    outbox.put({
      evidence: entry.id,
      hypothesis: hypothesis.id,
      consistency: code,
      ...(reason === undefined ? {} : { reason }),
    });
    setSaid(`${entry.id}, ${hypothesis.id}: ${wordOf(code)}`);
  }

  function undo() {
    const last = past.current.pop();
    if (!last) return setSaid("There is nothing to undo.");
    outbox.put(last);
    const row = shown.findIndex(({ id }) => id === last.evidence);
    if (row >= 0) moveTo({ row, column: columnOf(last.hypothesis) + 1 });
    setSaid(`Undone: ${last.evidence}, ${last.hypothesis}: ${wordOf(last.consistency)}`);
  }

  /** Along the row, then to the next: one entry against every hypothesis. */
  function goOn() {
    if (cursor.column < columns.length) moveTo({ row: cursor.row, column: cursor.column + 1 });
    else if (cursor.row < shown.length - 1) moveTo({ row: cursor.row + 1, column: 1 });
  }

  function goToUnrated() {
    const cells = shown.length * columns.length;
    const here = cursor.row * columns.length + cursor.column - 1;
    for (let step = 1; step <= cells; step++) {
      const cell = (((here + step) % cells) + cells) % cells;
      const row = Math.floor(cell / columns.length);
      if (shown[row]?.own[cell % columns.length] === none)
        return moveTo({ row, column: (cell % columns.length) + 1 });
    }
    setSaid("You have rated every cell shown.");
  }

  /** Whether a key meant something here. */
  function act(event: KeyboardEvent): boolean {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const to = move(cursor.row, event.key === "ArrowUp" ? -1 : 1);
      if (to !== null) moveTo({ row: to, column: cursor.column });
      else setSaid("Choose “my own order” to arrange the entries.");
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      if (mayRate) undo();
      return mayRate;
    }
    if (moveBy(event)) return true;
    if (!isPlain) return false;
    const code = codeOfKey.get(event.key);
    if (code !== undefined && column) {
      if (mayRate) {
        give(cursor, code);
        goOn();
      } else setSaid("Only the analysts of this inquiry rate.");
      return true;
    }
    switch (event.key) {
      case "Backspace":
      case "Delete":
        give(cursor, null);
        return true;
      case "Enter":
      case " ":
        return open();
      case "?":
        keys.current?.showModal();
        return true;
      case "x":
      case "X":
        if (at) strikes.toggle(at.id);
        return true;
      case "n":
      case "N":
        if (mayRate) goToUnrated();
        return true;
      default:
        return false;
    }
  }

  function open(): boolean {
    if (cursor.column === 0) {
      table.current?.querySelector<HTMLAnchorElement>(`[data-row="${cursor.row}"] a`)?.click();
      return true;
    }
    if (at && cursor.column === columns.length + otherColumns - 1) {
      strikes.toggle(at.id);
      return true;
    }
    if (!column) return false;
    setIsOpen(true);
    requestAnimationFrame(() => document.getElementById("cell")?.focus());
    return true;
  }

  const hrefOf = (id: string) => `/inquiries/${slug}/evidence/${id}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
        <SavingLine outbox={outbox} mayRate={mayRate} path={`/inquiries/${slug}/matrix`} />
        {isOutdated && (
          <span>
            The hypotheses have changed. <a href={`/inquiries/${slug}/matrix`}>Read the matrix anew</a>
          </span>
        )}
        <Button
          size="small"
          variant="quiet"
          className="ms-auto max-sm:hidden"
          onClick={() => keys.current?.showModal()}
        >
          Keys <kbd>?</kbd>
        </Button>
      </div>
      {strikes.struck.length > 0 && (
        <div className="strike-line">
          <p aria-live="polite">
            {strikes.failed
              ? "What would come of it could not be reckoned: the server cannot be reached."
              : (strikes.answer?.sentence ?? "Reckoning …")}
          </p>
          <p className="flex flex-wrap gap-2 text-sm">
            <LinkButton
              size="small"
              href={`/inquiries/${slug}/what-if?${new URLSearchParams(strikes.struck.map((id) => ["entry", id]))}`}
            >
              Go on in What if
            </LinkButton>
            <Button size="small" variant="quiet" onClick={strikes.clear}>
              Put {strikes.struck.length === 1 ? "it" : "them"} back
            </Button>
          </p>
        </div>
      )}
      <MatrixTable
        table={table}
        scroller={scroller}
        columns={columns}
        rows={shown}
        firstRow={props.firstRow}
        head={
          <GridHead
            columns={columns}
            figures={
              strikes.answer?.figures ?? new Map(figures.map(([id, now]) => [id, { now, before: null }]))
            }
          />
        }
        hrefOf={hrefOf}
        cursor={cursor}
        struck={new Set(strikes.struck)}
        unconfirmed={unconfirmed}
        marksUnrated={mayRate}
        onCursor={setCursor}
        onKeyDown={(event) => {
          if ((event.target as Element).closest("a") && event.key === "Enter") return;
          if (act(event)) event.preventDefault();
        }}
        onPress={(pressed) => {
          setCursor(pressed);
          const entry = shown[pressed.row];
          if (entry && pressed.column === columns.length + otherColumns - 1) strikes.toggle(entry.id);
          else if (columns[pressed.column - 1]) setIsOpen(true);
        }}
      />
      <EntryCards
        rows={shown}
        columns={columns}
        at={cursor.row}
        mayRate={mayRate}
        hrefOf={hrefOf}
        isStruck={(id) => strikes.struck.includes(id)}
        onTurn={(row) => setCursor({ row, column: cursor.column })}
        onRate={(row, place, code) => give({ row, column: place + 1 }, code)}
        onStrike={strikes.toggle}
      />
      {isOpen && at && column && (
        <CellDrawer
          slug={slug}
          row={at}
          column={column}
          own={codeOf(at.own[cursor.column - 1])}
          mayRate={mayRate}
          revision={rows.get(at.id)}
          onRate={(code, reason) => give(cursor, code, reason)}
          onClose={() => {
            setIsOpen(false);
            moveTo(cursor);
          }}
        />
      )}
      <KeysDialog dialog={keys} />
    </div>
  );
}

/** A row with what its reader has given and the server does not have yet. */
function withPending(
  row: GridRow | undefined,
  columns: PackedGrid["columns"],
  pending: ReadonlyMap<string, OutgoingRating>,
): GridRow[] {
  if (!row) return [];
  let shown = row;
  if (pending.size > 0) {
    columns.forEach(({ id }, place) => {
      const rating = pending.get(cellKey(row.id, id));
      if (rating) shown = withOwn(shown, place, rating.consistency);
    });
  }
  return [shown];
}

/** By entry and hypothesis. */
function markUnconfirmed(
  pending: ReadonlyMap<string, OutgoingRating>,
  isStuck: boolean,
): ReadonlyMap<string, ReadonlyMap<string, "sending" | "stuck">> {
  const marks = new Map<string, Map<string, "sending" | "stuck">>();
  for (const { evidence, hypothesis } of pending.values()) {
    const ofEntry = marks.get(evidence) ?? new Map();
    marks.set(evidence, ofEntry.set(hypothesis, isStuck ? "stuck" : "sending"));
  }
  return marks;
}

const wordOf = (code: Consistency | null): string =>
  CONSISTENCY.find((step) => step.code === code)?.label.toLowerCase() ?? "not rated";

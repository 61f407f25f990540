"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useChanges } from "@/components/live/use-changes";
import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";
import { rowsMovedBy, type SentGrid } from "@/lib/grid/knowledge";
import { nextUnrated } from "@/lib/grid/order";
import { cellKey, type OutgoingRating } from "@/lib/grid/outbox";
import { codeOf, type GridRow, type PackedGrid, type Unsaved, withOwn } from "@/lib/grid/row";
import { type Strikes, strikeParams } from "@/lib/what-if/strikes";
import { CellDrawer } from "./cell-drawer";
import { EntryCards } from "./entry-cards";
import { GridHead } from "./grid-head";
import { KeysDialog } from "./keys-dialog";
import { MatrixBar } from "./matrix-bar";
import { MatrixTable } from "./matrix-table";
import { StrikeLine } from "./strike-line";
import { StrikeMore } from "./strike-more";
import { useCursor } from "./use-cursor";
import { useGiving } from "./use-giving";
import { useOutbox } from "./use-outbox";
import { useOwnOrder } from "./use-own-order";
import { useRows } from "./use-rows";
import { useStrikes } from "./use-strikes";

interface MatrixProps {
  slug: string;
  /** The address of this view, with its order and its filter. */
  path: string;
  grid: SentGrid;
  /** Whether the rows are only some, by a filter. */
  isNarrowed: boolean;
  /** Whether the reader arranges the rows. */
  isOwnOrder: boolean;
  /** Whether the rows come by where the reader parts from the others. */
  isByParting: boolean;
  /** Null for whoever does not rate here. */
  analystId: string | null;
  struck: Strikes;
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
  /** Reasons half typed, by cell: they stay while another cell is looked at. */
  const drafts = useRef(new Map<string, string>());
  const [isOpen, setIsOpen] = useState(false);

  const { rows, gone, figures, sequence, rate, refresh, ...reading } = useRows(slug, grid, props.isNarrowed);
  const outbox = useOutbox(slug, analystId, (ratings, sent) => {
    if (sent.kind === "saved") {
      for (const rating of ratings) rate(rating.evidence, columnOf(rating.hypothesis), rating);
    }
    refresh(ratings.map(({ evidence }) => evidence));
  });
  useChanges(slug, grid.sequence, (change) =>
    refresh(change === "reset" ? "all" : rowsMovedBy(change.subjects)),
  );
  const strikes = useStrikes(slug, sequence, props.struck);
  const { order, move } = useOwnOrder(slug, [...rows.keys()], props.isOwnOrder);
  const shown = useMemo(
    () => order.flatMap((id) => withPending(rows.get(id), columns, outbox.pending)),
    [order, rows, columns, outbox.pending],
  );
  const unsaved = useMemo(
    () => markUnsaved(outbox.pending, outbox.refused, outbox.trouble !== null),
    [outbox.pending, outbox.refused, outbox.trouble],
  );
  const { cursor, setCursor, moveTo, moveBy } = useCursor(table, {
    rows: shown.length,
    columns: columns.length + otherColumns,
    pageful,
  });
  const at = shown[cursor.row];
  const column = columns[cursor.column - 1];
  const { said, say, give, undo, past } = useGiving({
    rows: shown,
    columns,
    gone,
    mayRate,
    put: outbox.put,
    goTo: moveTo,
  });

  function columnOf(hypothesis: string): number {
    return columns.findIndex(({ id }) => id === hypothesis);
  }

  /** Along the row, then to the next: one entry against every hypothesis. */
  function goOn() {
    if (cursor.column < columns.length) moveTo({ row: cursor.row, column: cursor.column + 1 });
    else if (cursor.row < shown.length - 1) moveTo({ row: cursor.row + 1, column: 1 });
  }

  /** @param isFromHere Whether the cell of the cursor counts: who is in it means the one after. */
  function goToUnrated(isFromHere = false) {
    const next = nextUnrated(shown, gone, columns.length, cursor, isFromHere);
    if (!next) return say("You have rated every cell shown.", "seen");
    moveTo(next);
    // Where there is one entry at a time, it is a row of buttons; elsewhere that is not there to be focused.
    requestAnimationFrame(() => document.getElementById(`rate-${columns[next.column - 1]?.id}`)?.focus());
  }

  function arrange(row: number, by: 1 | -1) {
    const to = move(row, by);
    if (to === null) return say("Choose “my own order” above to arrange the entries.", "seen");
    moveTo({ row: to, column: cursor.column });
    say(`${shown[row]?.id} is at place ${to + 1} of ${shown.length}.`);
  }

  /** Whether a key meant something here. */
  function act(event: KeyboardEvent): boolean {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      arrange(cursor.row, event.key === "ArrowUp" ? -1 : 1);
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      if (mayRate) undo();
      return mayRate;
    }
    if (moveBy(event)) return true;
    if (!isPlain) return false;
    const code = codeOfKey.get(event.key);
    if (code !== undefined && at && column) {
      if (give(cursor, code)) goOn();
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
      case "Escape":
        setIsOpen(false);
        return isOpen;
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
    if (!at) return false;
    if (cursor.column === 0) {
      table.current?.querySelector<HTMLAnchorElement>(`[data-row="${cursor.row}"] a`)?.click();
      return true;
    }
    if (cursor.column === columns.length + otherColumns - 1) {
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
      <StrikeMore slug={slug} columns={columns} strikes={strikes} />
      <MatrixBar
        outbox={outbox}
        reading={reading}
        said={said}
        mayRate={mayRate}
        isSignedIn={grid.reader !== null}
        path={withStruck(props.path, strikes.tried)}
        onUndo={past > 0 ? undo : null}
        onUnrated={() => goToUnrated(true)}
        onKeys={() => keys.current?.showModal()}
      />
      <StrikeLine slug={slug} strikes={strikes} />
      <MatrixTable
        table={table}
        scroller={scroller}
        columns={columns}
        rows={shown}
        firstRow={props.firstRow}
        head={
          <GridHead
            slug={slug}
            columns={columns}
            cursorColumn={cursor.row < 0 ? cursor.column : null}
            figures={
              strikes.answer?.figures ?? new Map(figures.map(([id, now]) => [id, { now, before: null }]))
            }
          />
        }
        hrefOf={hrefOf}
        cursor={cursor}
        struck={new Set(strikes.tried.entries)}
        gone={gone}
        unsaved={unsaved}
        mayRate={mayRate}
        isOwnOrder={props.isOwnOrder}
        isByParting={props.isByParting}
        onCursor={setCursor}
        onKeyDown={(event) => {
          if ((event.target as Element).closest("a, [data-move]") && event.key === "Enter") return;
          if (act(event)) event.preventDefault();
        }}
        onMove={arrange}
        onPress={(pressed) => {
          setCursor(pressed);
          const entry = shown[pressed.row];
          if (!entry) return;
          if (pressed.column === columns.length + otherColumns - 1) strikes.toggle(entry.id);
          else if (columns[pressed.column - 1]) setIsOpen(true);
        }}
      />
      <EntryCards
        slug={slug}
        rows={shown}
        columns={columns}
        at={Math.max(0, cursor.row)}
        mayRate={mayRate}
        gone={gone}
        unsaved={unsaved}
        drafts={drafts.current}
        revisionOf={(id) => rows.get(id)}
        isStruck={(id) => strikes.tried.entries.includes(id)}
        onTurn={(row) => setCursor({ row, column: cursor.column })}
        onRate={(row, place, code, reason) => give({ row, column: place + 1 }, code, reason)}
        onStrike={strikes.toggle}
        onMove={props.isOwnOrder ? arrange : null}
      />
      {isOpen && at && column && (
        <CellDrawer
          slug={slug}
          row={at}
          column={column}
          own={codeOf(at.own[cursor.column - 1])}
          mayRate={mayRate && !gone.has(at.id)}
          isGone={gone.has(at.id)}
          unsaved={unsaved.get(at.id)?.get(column.id)}
          drafts={drafts.current}
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
      if (rating) shown = withOwn(shown, place, rating);
    });
  }
  return [shown];
}

/** By entry and hypothesis. */
function markUnsaved(
  pending: ReadonlyMap<string, OutgoingRating>,
  refused: ReadonlyMap<string, string>,
  isStuck: boolean,
): ReadonlyMap<string, ReadonlyMap<string, Unsaved>> {
  const marks = new Map<string, Map<string, Unsaved>>();
  const mark = (evidence: string, hypothesis: string, unsaved: Unsaved) =>
    marks.set(evidence, (marks.get(evidence) ?? new Map<string, Unsaved>()).set(hypothesis, unsaved));
  for (const [cell, why] of refused) {
    const [evidence = "", hypothesis = ""] = cell.split("/");
    mark(evidence, hypothesis, { kind: "refused", why });
  }
  for (const { evidence, hypothesis } of pending.values())
    mark(evidence, hypothesis, { kind: isStuck ? "stuck" : "sending" });
  return marks;
}

/** An address of the matrix with what is struck in it. */
function withStruck(path: string, struck: Strikes): string {
  const params = new URLSearchParams(strikeParams(struck).map((param) => [...param])).toString();
  return params === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${params}`;
}

"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useState,
} from "react";
import type { GridColumn, GridRow, Unsaved } from "@/lib/grid/row";
import { GridRowView } from "./grid-row";
import { rowsPerPage } from "./rows-per-page";
import type { Cursor } from "./use-cursor";
import { usePrinting } from "./use-printing";

/** In rem, as matrix.css has it. */
const rowHeight = 2.75;

interface MatrixTableProps {
  table: RefObject<HTMLTableElement | null>;
  scroller: RefObject<HTMLElement | null>;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  /** The row that is first in sight when the page comes. */
  firstRow: number;
  head: ReactNode;
  hrefOf: (id: string) => string;
  cursor: Cursor;
  struck: ReadonlySet<string>;
  /** Entries that count no longer. */
  gone: ReadonlySet<string>;
  /** By entry and hypothesis, ratings that the server does not have. */
  unsaved: ReadonlyMap<string, ReadonlyMap<string, Unsaved>>;
  mayRate: boolean;
  isOwnOrder: boolean;
  isByParting: boolean;
  onCursor: (cursor: Cursor) => void;
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
  onMove: (row: number, by: 1 | -1) => void;
  /** A cell was pressed with a pointer. */
  onPress: (cursor: Cursor) => void;
}

/**
 * Entries down, hypotheses across: a real table, of which only the rows in sight and the row of the cursor are in the
 * page. All columns are: they are few.
 */
export function MatrixTable(props: MatrixTableProps) {
  const { table, scroller, columns, rows, cursor } = props;
  const [pixels, setPixels] = useState(rowHeight * 16);
  const isPrinting = usePrinting();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => pixels,
    overscan: 8,
    initialRect: { width: 1200, height: rowsPerPage * pixels },
    initialOffset: props.firstRow * pixels,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (cursor.row < 0 || cursor.row >= rows.length || shown.includes(cursor.row)) return shown;
      return [...shown, cursor.row].sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => {
    setPixels(rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is void once letters have another size
  useLayoutEffect(() => virtual.measure(), [pixels]);

  const shown = isPrinting
    ? rows.map((_, index) => ({ index, start: index * pixels, end: (index + 1) * pixels }))
    : virtual.getVirtualItems();
  const body: ReactNode[] = [];
  let end = 0;
  for (const item of shown) {
    const row = rows[item.index];
    if (!row) continue;
    if (item.start > end) body.push(<Gap key={`gap ${end}`} height={item.start - end} />);
    end = item.end;
    body.push(
      <GridRowView
        key={row.id}
        row={row}
        index={item.index}
        columns={columns}
        href={props.hrefOf(row.id)}
        cursorColumn={cursor.row === item.index ? cursor.column : null}
        unsaved={props.unsaved.get(row.id)}
        mayRate={props.mayRate}
        isStruck={props.struck.has(row.id)}
        isGone={props.gone.has(row.id)}
        isOwnOrder={props.isOwnOrder}
        isByParting={props.isByParting}
      />,
    );
  }
  const rest = rows.length * pixels - end;

  return (
    <section ref={scroller} className="matrix-scroll" aria-label="Matrix of entries and hypotheses">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table it is, and one to move about in
        role="grid"
        className="matrix"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 4}
        onKeyDown={props.onKeyDown}
        onFocus={({ target }) => {
          const at = placeOf(target);
          if (at && (at.row !== cursor.row || at.column !== cursor.column)) props.onCursor(at);
        }}
        onClick={(event: MouseEvent) => {
          const target = event.target as Element;
          const at = placeOf(target);
          const by = target.closest<HTMLElement>("[data-move]")?.dataset.move;
          if (at && by) props.onMove(at.row, by === "1" ? 1 : -1);
          else if (at) props.onPress(at);
        }}
      >
        {props.head}
        <tbody>
          {body}
          {rest > 0.5 && <Gap height={rest} />}
        </tbody>
      </table>
    </section>
  );
}

/** Where rows are that are not in the page; without scripts none is missing that could come. */
const Gap = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of nothing takes no focus
  <tr aria-hidden="true" className="noscript:hidden">
    <td style={{ height }} />
  </tr>
);

/** The place of the cell in which something is. */
function placeOf(target: Element): Cursor | null {
  const cell = target.closest<HTMLTableCellElement>("td, th");
  const { row, head } = cell?.parentElement?.dataset ?? {};
  if (cell && head !== undefined) return { row: -1, column: cell.cellIndex };
  return cell && row !== undefined ? { row: Number(row), column: cell.cellIndex } : null;
}

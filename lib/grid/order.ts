import { type GridRow, none } from "./row";

/** The orders in which a matrix can be read. */
export const GRID_ORDERS = [
  { code: "apart", label: "what tells most apart" },
  { code: "number", label: "by number" },
  { code: "date", label: "by date" },
  { code: "disagreement", label: "most disputed" },
  { code: "weight", label: "by weight" },
  { code: "parting", label: "where I part from the group" },
  { code: "own", label: "my own order" },
] as const;
export type GridOrder = (typeof GRID_ORDERS)[number]["code"];

/**
 * The rows in an order; those that are equal in it stay by number. Rows whose figures are hidden come last where
 * figures decide, so that their place tells nothing.
 *
 * @param rows By number.
 * @param dateOf The earliest day of a date, as a number; null where it has none.
 * @param mine The ids in the reader's own order, which others follow.
 */
export function inOrder(
  rows: readonly GridRow[],
  order: GridOrder,
  dateOf: (row: GridRow) => number | null,
  mine: readonly string[] = [],
): GridRow[] {
  switch (order) {
    case "apart":
      return byFigure(rows, ({ bits }) => bits);
    case "number":
      return [...rows];
    case "date":
      return byFigure(rows, (row) => negated(dateOf(row)));
    case "disagreement":
      return byFigure(rows, ({ disagreement, isBlind }) => (isBlind ? null : most(disagreement)));
    case "weight":
      return byFigure(rows, ({ weight }) => weight);
    case "parting":
      return byFigure(rows, ({ parting, isBlind }) => (isBlind ? null : parting));
    case "own": {
      const place = new Map(mine.map((id, at) => [id, -at]));
      return byFigure(rows, ({ id }) => place.get(id) ?? null);
    }
  }
}

/** The highest first, and last what has no figure. */
function byFigure(rows: readonly GridRow[], figureOf: (row: GridRow) => number | null): GridRow[] {
  return rows
    .map((row) => ({ row, figure: figureOf(row) ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => (a.figure === b.figure ? 0 : b.figure - a.figure))
    .map(({ row }) => row);
}

const negated = (figure: number | null): number | null => (figure === null ? null : -figure);

/** The sum over the cells: a row that is disputed all along comes before one that is disputed once. */
const most = (marks: string): number =>
  [...marks].reduce((sum, mark) => sum + (Number.isNaN(Number(mark)) ? 0 : Number(mark)), 0);

/**
 * The next cell that its reader has not rated, along the rows and round to where they are; null where there is none.
 *
 * @param isFromHere Whether the cell where they are is the first that may be it.
 */
export function nextUnrated(
  rows: readonly GridRow[],
  gone: ReadonlySet<string>,
  columns: number,
  from: { readonly row: number; readonly column: number },
  isFromHere = false,
): { row: number; column: number } | null {
  const cells = rows.length * columns;
  const here = from.row * columns + Math.min(from.column, columns) - 1;
  for (let step = isFromHere ? 0 : 1; step <= cells; step++) {
    const cell = (((here + step) % cells) + cells) % cells;
    const at = rows[Math.floor(cell / columns)];
    if (at && !gone.has(at.id) && at.own[cell % columns] === none)
      return { row: Math.floor(cell / columns), column: (cell % columns) + 1 };
  }
  return null;
}

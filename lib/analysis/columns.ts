/*
 * What the engine computes on in place of objects: runs of numbers by row, figures or whole numbers. Here alone the
 * compiler's doubt about indices is put aside. A function for each sort, as one for both is compiled for neither.
 */

/** The figure in a row that exists. */
export function at(column: Float64Array, row: number): number {
  return column[row] as number;
}

/** Adds `amount` to the figure in a row that exists. */
export function add(column: Float64Array, row: number, amount: number): void {
  column[row] = at(column, row) + amount;
}

/** The whole number in a row that exists: another row, a code, a count. */
export function wholeAt(column: Int32Array, row: number): number {
  return column[row] as number;
}

/** Adds `amount` to the whole number in a row that exists. */
export function count(column: Int32Array, row: number, amount: number): void {
  column[row] = wholeAt(column, row) + amount;
}

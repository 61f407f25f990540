/** A run of numbers by row: what the engine computes on, in place of objects. */
type Numbers = Float64Array | Int32Array;

/** The number in a row that exists: the one place where the compiler's doubt about indices is put aside. */
export function at(column: Numbers, row: number): number {
  return column[row] as number;
}

/** Adds `amount` to the number in a row that exists. */
export function add(column: Numbers, row: number, amount: number): void {
  column[row] = at(column, row) + amount;
}

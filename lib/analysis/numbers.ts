/** Two numbers that differ by less than this are equal: for leaders, ties, orders and the edges of bands. */
const TOLERANCE = 1e-9;

export function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) < TOLERANCE;
}

/** Whether `one` is above `other` and not equal to it. */
export function isOver(one: number, other: number): boolean {
  return one > other && !isEqual(one, other);
}

/** Whether `one` is below `other` and not equal to it. */
export function isUnder(one: number, other: number): boolean {
  return isOver(other, one);
}

/** The mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Rows in order of their scores, lowest first. Sorted rows that equal the first of their run are equals: the next
 * score settles those, and after the last score their own order.
 */
export function rank(
  rows: readonly number[],
  [score, ...next]: readonly ((row: number) => number)[],
): readonly number[] {
  if (!score) return rows.toSorted((one, other) => one - other);
  const sorted = rows.toSorted((one, other) => score(one) - score(other));
  const runs: number[][] = [];
  let best = Number.NaN;
  for (const row of sorted) {
    if (isEqual(score(row), best)) {
      runs.at(-1)?.push(row);
    } else {
      runs.push([row]);
      best = score(row);
    }
  }
  return runs.flatMap((run) => rank(run, next));
}

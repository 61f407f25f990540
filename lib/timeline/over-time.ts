import "server-only";
import { type Moment, overTime } from "@/lib/analysis/over-time";
import { dateSpan } from "@/lib/date-span";
import type { Matrix } from "@/lib/matrix/queries";

/** On how many days hypotheses over time are told. */
const mostDays = 60;

/** How the hypotheses came to stand where they do. */
export interface OverTime {
  readonly moments: readonly Moment[];
  /** On how many days entries begin, of which `moments` tells so many. */
  readonly days: number;
}

const known = new WeakMap<Matrix, OverTime>();

/** The hypotheses of an inquiry over time, reckoned when they are first asked for. */
export function hypothesesOverTime(matrix: Matrix): OverTime {
  const told = known.get(matrix) ?? reckon(matrix);
  known.set(matrix, told);
  return told;
}

function reckon({ input, occurredOn }: Matrix): OverTime {
  // A date that is open to the past has no earliest day.
  const earliest = new Map(
    [...occurredOn].flatMap(([id, date]) => {
      const day = dateSpan(date)?.earliest;
      return day !== undefined && Number.isFinite(day) ? [[id, day] as const] : [];
    }),
  );
  return { moments: overTime(input, earliest, mostDays), days: new Set(earliest.values()).size };
}

import "server-only";
import { type Moment, overTime } from "@/lib/analysis/over-time";
import { dateSpan } from "@/lib/date-span";
import type { Matrix } from "@/lib/matrix/queries";

/** On how many days hypotheses over time are told. */
const mostDays = 60;

const known = new WeakMap<Matrix, readonly Moment[]>();

/** The hypotheses of an inquiry over time, reckoned when they are first asked for. */
export function hypothesesOverTime(matrix: Matrix): readonly Moment[] {
  const moments = known.get(matrix) ?? overTime(matrix.input, earliestDays(matrix), mostDays);
  known.set(matrix, moments);
  return moments;
}

/** A date that is open to the past has no earliest day. */
function earliestDays({ occurredOn }: Matrix): ReadonlyMap<string, number> {
  return new Map(
    [...occurredOn].flatMap(([id, date]) => {
      const earliest = dateSpan(date)?.earliest;
      return earliest !== undefined && Number.isFinite(earliest) ? [[id, earliest] as const] : [];
    }),
  );
}

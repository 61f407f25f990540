import * as Plot from "@observablehq/plot";
import { Chart } from "@/components/ui/chart";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";
import { joinWords } from "@/lib/format";
import { isTakenBack } from "@/lib/source/grade";
import type { Grade } from "@/lib/source/queries";

interface GradeChartProps {
  /** Every grade that is shown, of whatever analyst. */
  grades: readonly Grade[];
  /** The reader; null for nobody. */
  analystId: string | null;
  now: Date;
}

/** One analyst's grades, the first given first. */
interface Line {
  /** Its place from above: two analysts elsewhere have one name. */
  readonly row: number;
  readonly name: string;
  readonly grades: readonly Grade[];
}

/** So many are drawn; the table has everybody. */
const mostLines = 8;
/** In pixels: a line of its own for each analyst, its name over it. */
const rowHeight = 92;
/** In days: a few grades of one hour would else be told apart by minutes. */
const shortestSpan = 60;

/** How each analyst's grade of a source went over time, one line under the other. */
export function GradeChart({ grades, analystId, now }: GradeChartProps) {
  const everybody = linesOf(grades, analystId);
  const lines = everybody.slice(0, mostLines);
  const corners = lines.flatMap(({ row, grades: given }) => pathOf(given, now).map((at) => ({ ...at, row })));
  const points = lines.flatMap(({ row, grades: given }) => given.map((grade) => ({ ...grade, row })));
  return (
    <Chart
      label={`How its grade went over time. ${lines.map(inWords).join(" ")}`}
      caption={`How each analyst's grade went. F, at the foot, says that it cannot be judged, and breaks the line; so does a grade that is taken back.${
        lines.length < everybody.length
          ? ` Drawn are the ${lines.length} analysts who graded it first, of ${everybody.length}; the table has them all.`
          : ""
      }`}
      draw={(width, isNarrow) => ({
        width,
        height: lines.length * rowHeight + 40,
        marginLeft: 26,
        marginRight: 12,
        marginTop: 18,
        style: { fontSize: "11px" },
        x: { type: "utc", domain: spanOf(grades, now), label: null, ticks: isNarrow ? 3 : 6 },
        y: { type: "point", domain: RELIABILITY.map(({ code }) => code), label: null, padding: 0.3 },
        fy: { domain: lines.map(({ row }) => row), axis: null, padding: 0.24 },
        marks: [
          Plot.gridY({ stroke: "var(--color-rule)", strokeOpacity: 1 }),
          Plot.line(corners, {
            x: "at",
            y: "code",
            fy: "row",
            z: "row",
            curve: "step-after",
            stroke: "var(--color-accent)",
            strokeWidth: 2,
          }),
          Plot.dot(points, { x: "ratedAt", y: "reliability", fy: "row", r: 4, fill: "var(--color-accent)" }),
          Plot.text(lines, {
            fy: "row",
            text: "name",
            frameAnchor: "top-left",
            dy: -13,
            fontSize: 13,
            fill: "currentColor",
            textOverflow: "ellipsis",
            lineWidth: isNarrow ? 24 : 50,
          }),
        ],
      })}
    >
      <GradeTable lines={everybody} />
    </Chart>
  );
}

function linesOf(grades: readonly Grade[], analystId: string | null): readonly Line[] {
  const byAnalyst = new Map<string, Grade[]>();
  for (const grade of grades.toSorted((one, other) => one.ratedAt.getTime() - other.ratedAt.getTime())) {
    byAnalyst.set(grade.analystId, [...(byAnalyst.get(grade.analystId) ?? []), grade]);
  }
  return [...byAnalyst].map(([author, given], row) => ({
    row,
    name: author === analystId ? "you" : (given[0]?.author ?? "an analyst elsewhere"),
    grades: given,
  }));
}

function spanOf(grades: readonly Grade[], now: Date): [Date, Date] {
  const first = Math.min(...grades.map(({ ratedAt }) => ratedAt.getTime()));
  return [new Date(Math.min(first, now.getTime() - shortestSpan * 86_400_000)), now];
}

/**
 * The corners of a line: each grade goes on until it ends, and the one that stands to now. Where F says that nothing is
 * known, or a grade is taken back, the line ends and begins anew after it.
 */
function pathOf(given: readonly Grade[], now: Date): readonly { at: Date; code: Reliability | null }[] {
  return given.flatMap(({ ratedAt, endedAt, reliability }, place) => {
    const code = judged(reliability);
    const end = endedAt ?? now;
    const next = given[place + 1];
    const goesOn = next !== undefined && next.ratedAt <= end && next.reliability !== "F";
    return [{ at: ratedAt, code }, { at: end, code }, ...(goesOn ? [] : [{ at: end, code: null }])];
  });
}

const judged = (code: Reliability): Reliability | null => (code === "F" ? null : code);

function inWords({ name, grades }: Line): string {
  const told = grades.map((grade) => {
    const back = isTakenBack(grade, grades) ? `, taken back on ${dayOf(grade.endedAt)}` : "";
    return `${grade.reliability} on ${dayOf(grade.ratedAt)}${back}`;
  });
  return `${name}: ${joinWords(told)}.`;
}

const dayOf = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";

function GradeTable({ lines }: { lines: readonly Line[] }) {
  return (
    <DataTable label="Every grade, by analyst">
      <thead>
        <tr>
          <th scope="col">Analyst</th>
          <th scope="col">Given</th>
          <th scope="col">Grade</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {lines.flatMap(({ row, name, grades }) =>
          grades.map((grade) => (
            <tr key={`${row} ${grade.ratedAt.toISOString()}`}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>
                <Time value={grade.ratedAt} />
              </td>
              <td>
                {grade.reliability}
                {grade.isCurrent && " · stands"}
                {grade.endedAt && isTakenBack(grade, grades) && (
                  <>
                    {" "}
                    · taken back <Time value={grade.endedAt} precision="day" />
                  </>
                )}
              </td>
              <td dir="auto">{grade.reason ?? "not yours to see"}</td>
            </tr>
          )),
        )}
      </tbody>
    </DataTable>
  );
}

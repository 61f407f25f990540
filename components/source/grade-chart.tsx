import * as Plot from "@observablehq/plot";
import { Chart } from "@/components/ui/chart";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";
import { joinWords } from "@/lib/format";
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
  readonly name: string;
  /** Stands at its grades in the picture, so that no line is told by colour. */
  readonly mark: string;
  readonly grades: readonly Grade[];
}

const mostLines = 8;
/** In days: a few grades of one hour would else be told apart by minutes. */
const shortestSpan = 60;

/** How each analyst's grade of a source went over time. */
export function GradeChart({ grades, analystId, now }: GradeChartProps) {
  const lines = linesOf(grades, analystId);
  return (
    <Chart
      label={`How its grade went over time. ${lines.map(inWords).join(" ")}`}
      caption={
        <span className="flex flex-wrap gap-x-5">
          {lines.map(({ name, mark }) => (
            <span key={mark}>
              {mark} <bdi>{name}</bdi>
            </span>
          ))}
        </span>
      }
      draw={(width) => ({
        width,
        height: 190,
        marginLeft: 30,
        marginRight: 16,
        marginTop: 12,
        x: { type: "utc", domain: spanOf(grades, now), label: null, ticks: width < 500 ? 3 : 6 },
        y: { type: "point", domain: RELIABILITY.map(({ code }) => code), label: null, padding: 0.4 },
        marks: [
          Plot.gridY({ stroke: "var(--color-rule)", strokeOpacity: 1 }),
          Plot.ruleY(["F"], { stroke: "var(--color-rule-strong)", strokeDasharray: "2,4" }),
          ...lines.flatMap(({ mark, grades: given }, row) => {
            const dy = (row - (lines.length - 1) / 2) * 6;
            return [
              Plot.line(pathOf(given, now), {
                x: "at",
                y: "code",
                curve: "step-after",
                stroke: "var(--color-accent)",
                strokeWidth: 1.5,
                dy,
              }),
              Plot.text(given, {
                x: "ratedAt",
                y: "reliability",
                text: () => mark,
                fontSize: 13,
                fontWeight: 600,
                fill: "var(--color-accent)",
                stroke: "var(--color-paper)",
                strokeWidth: 5,
                dy,
              }),
            ];
          }),
        ],
      })}
    >
      <GradeTable lines={lines} />
    </Chart>
  );
}

function linesOf(grades: readonly Grade[], analystId: string | null): readonly Line[] {
  const byAnalyst = new Map<string, Grade[]>();
  for (const grade of grades.toSorted((one, other) => one.ratedAt.getTime() - other.ratedAt.getTime())) {
    byAnalyst.set(grade.analystId, [...(byAnalyst.get(grade.analystId) ?? []), grade]);
  }
  return [...byAnalyst].slice(0, mostLines).map(([author, given], row) => ({
    name: author === analystId ? "you" : (given[0]?.author ?? "an analyst elsewhere"),
    mark: String(row + 1),
    grades: given,
  }));
}

function spanOf(grades: readonly Grade[], now: Date): [Date, Date] {
  const first = Math.min(...grades.map(({ ratedAt }) => ratedAt.getTime()));
  return [new Date(Math.min(first, now.getTime() - shortestSpan * 86_400_000)), now];
}

/** The corners of a line: broken where F says that nothing is known, and on to now where the last grade stands. */
function pathOf(given: readonly Grade[], now: Date): readonly { at: Date; code: Reliability | null }[] {
  const last = given.at(-1);
  const corners = given.map(({ ratedAt: at, reliability }) => ({ at, code: judged(reliability) }));
  return last?.isCurrent ? [...corners, { at: now, code: judged(last.reliability) }] : corners;
}

const judged = (code: Reliability): Reliability | null => (code === "F" ? null : code);

function inWords({ name, grades }: Line): string {
  const told = grades.map(
    ({ reliability, ratedAt }) => `${reliability} on ${ratedAt.toISOString().slice(0, 10)}`,
  );
  return `${name}: ${joinWords(told)}.`;
}

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
        {lines.flatMap(({ name, mark, grades }) =>
          grades.map(({ ratedAt, reliability, reason, isCurrent }) => (
            <tr key={`${mark} ${ratedAt.toISOString()}`}>
              <th scope="row" dir="auto">
                {mark} {name}
              </th>
              <td>
                <Time value={ratedAt} />
              </td>
              <td>
                {reliability}
                {isCurrent && " · stands"}
              </td>
              <td dir="auto">{reason ?? "not yours to see"}</td>
            </tr>
          )),
        )}
      </tbody>
    </DataTable>
  );
}

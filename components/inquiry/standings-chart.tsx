import * as Plot from "@observablehq/plot";
import { Chart } from "@/components/ui/chart";
import { DataTable } from "@/components/ui/data-table";
import { formatPercent, formatRatio } from "@/lib/analysis/likelihood";
import { fitted, formatWhole } from "@/lib/format";
import type { Standing } from "./standing";

interface StandingsChartProps {
  /** The likeliest first. */
  standing: readonly Standing[];
  isRanking: boolean;
}

/** Posterior as a bar, its range as a bracket, the analysts' judgement as a diamond, on one scale. */
export function StandingsChart({ standing, isRanking }: StandingsChartProps) {
  const shown = standing.filter(({ findings }) => findings.comparable);
  const isJudged = shown.some(({ tick }) => tick !== null);
  return (
    <Chart
      label={`Hypotheses, the likeliest first. ${shown.map(inWords).join(" ")}`}
      caption={
        <>
          Bar: the posterior. Bracket: its range when any one entry, source or analyst is left out.{" "}
          {isJudged && "Diamond: the analysts’ own averaged judgement. "}
          {isRanking &&
            "Longer weighs more; the scale has no per cents, because some of these can hold together."}
        </>
      }
      draw={(width, isNarrow) => draw(shown, isRanking, width, isNarrow)}
    >
      <StandingsTable standing={standing} isRanking={isRanking} />
    </Chart>
  );
}

function inWords({ id, shortName, figure, rangeFigure, judgement }: Standing): string {
  const judged = judgement ? `, analysts’ judgement ${judgement}` : "";
  return `${id} ${shortName}: ${figure}, range ${rangeFigure}${judged}.`;
}

function draw(
  standing: readonly Standing[],
  isRanking: boolean,
  width: number,
  isNarrow: boolean,
): Plot.PlotOptions {
  const rows = standing.map(({ id, shortName, bar, findings, tick }) => ({
    id,
    name: fitted(shortName, isNarrow ? 19 : 20),
    bar,
    low: findings.range[0],
    high: findings.range[1],
    tick,
  }));
  const longest = Math.max(...rows.flatMap(({ high, tick, bar }) => [high, tick ?? 0, bar]));
  const row = isNarrow ? 56 : 44;
  const bottom = isRanking ? 8 : 28;
  // On phones the name stands over its bar, else beside it.
  const bar = isNarrow ? { insetTop: 24, insetBottom: 18 } : { insetTop: 13, insetBottom: 17 };
  const under = isNarrow ? 17 : 11;
  // Left of the scale's end: the names or, under them, half of what stands at 0.
  const edge = isNarrow ? 16 : 340;
  return {
    width,
    height: rows.length * row + bottom,
    marginLeft: edge,
    marginRight: 26,
    marginTop: 0,
    marginBottom: bottom,
    style: { fontSize: isNarrow ? "14px" : "15px" },
    x: { domain: [0, isRanking ? longest * 1.02 : 1], axis: null },
    y: { domain: rows.map(({ id }) => id), axis: null, padding: 0 },
    marks: [
      Plot.barX(rows, {
        x1: 0,
        x2: isRanking ? longest * 1.02 : 1,
        y: "id",
        fill: "var(--color-rule)",
        ...bar,
      }),
      Plot.barX(rows, { x: "bar", y: "id", fill: "var(--color-accent)", ...bar }),
      Plot.ruleY(rows, {
        y: "id",
        x1: "low",
        x2: "high",
        dy: under,
        stroke: "currentColor",
        strokeWidth: 1.5,
      }),
      ...(["low", "high"] as const).map((end) =>
        Plot.tickX(rows, {
          x: end,
          y: "id",
          stroke: "currentColor",
          strokeWidth: 1.5,
          insetTop: row / 2 + under - 5,
          insetBottom: row / 2 - under,
        }),
      ),
      Plot.dot(
        rows.filter(({ tick }) => tick !== null),
        {
          x: "tick",
          y: "id",
          dy: isNarrow ? 3 : -2,
          symbol: "diamond",
          r: 6,
          fill: "var(--color-paper)",
          stroke: "currentColor",
          strokeWidth: 2,
        },
      ),
      // The number apart from the name: whatever the script of the one, the other stands.
      ...[
        { text: "id", dx: 0, fontWeight: 600 },
        { text: "name", dx: 38 },
      ].map(({ dx, ...told }) =>
        Plot.text(rows, {
          ...told,
          frameAnchor: "left",
          y: "id",
          fill: "currentColor",
          textAnchor: "start",
          dx: dx - edge,
          dy: isNarrow ? -16 : -2,
        }),
      ),
      ...(isRanking
        ? []
        : [
            Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
              tickFormat: (share: number) => `${share * 100}\u00a0%`,
              tickSize: 4,
              label: null,
              fontSize: 12,
            }),
          ]),
    ],
  };
}

function StandingsTable({ standing, isRanking }: StandingsChartProps) {
  const highest = Math.max(...standing.map(({ bar }) => bar));
  const highestJudged = Math.max(...standing.map(({ tick }) => tick ?? 0));
  const highestPrior = Math.max(...standing.map(({ findings }) => findings.prior));
  const figure = (share: number | null, unit: number) =>
    share === null ? "–" : isRanking ? formatRatio(share / unit) : formatPercent(share, 1);
  return (
    <DataTable
      label="Standing of the hypotheses"
      {...(isRanking
        ? {
            caption:
              "Weights beside the highest, which is 1: of the prior, of the posterior, and of the judgement.",
          }
        : {})}
    >
      <thead>
        <tr>
          <th scope="col">Hypothesis</th>
          <th scope="col" className="num">
            Prior
          </th>
          <th scope="col" className="num">
            Posterior
          </th>
          <th scope="col" className="num">
            Lowest
          </th>
          <th scope="col" className="num">
            Highest
          </th>
          <th scope="col" className="num">
            Judgement
          </th>
          <th scope="col" className="num">
            Rated on
          </th>
        </tr>
      </thead>
      <tbody>
        {standing.map(({ id, shortName, findings, tick }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {id} {shortName}
            </th>
            <td className="num">{figure(findings.prior, highestPrior)}</td>
            <td className="num">{figure(findings.posterior, highest)}</td>
            <td className="num">{figure(findings.range[0], highest)}</td>
            <td className="num">{figure(findings.range[1], highest)}</td>
            <td className="num">{figure(tick, highestJudged)}</td>
            <td className="num">{formatWhole(findings.coverage)} of entries</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

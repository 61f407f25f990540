import * as Plot from "@observablehq/plot";
import { Chart } from "@/components/ui/chart";
import { DataTable } from "@/components/ui/data-table";
import type { WeighedDrop } from "@/lib/analysis/drop-order";
import { DROP_KINDS, type DropKind } from "@/lib/analysis/scales";
import { fitted, twoPlaces } from "@/lib/format";

interface DropsChartProps {
  leader: string;
  /** The odds of the leader over its best rival with nothing left out. */
  odds: number;
  drops: readonly WeighedDrop[];
  nameOf: (kind: DropKind, id: string) => string;
}

/** How far ahead the leader stays when one thing is left out: right of the line it leads, left of it another does. */
export function DropsChart({ leader, odds, drops, nameOf }: DropsChartProps) {
  const rows = drops.map((drop) => ({
    ...drop,
    key: `${drop.kind}/${drop.id}`,
    name: nameOf(drop.kind, drop.id),
    odds: within(drop.odds),
  }));
  const domain = domainOf([odds, ...rows.map((row) => row.odds)]);
  const ticks = [0.01, 0.1, 0.2, 0.5, 1, 2, 5, 10, 100].filter((at) => at >= domain[0] && at <= domain[1]);
  return (
    <Chart
      isBroad
      label={`The lead of ${leader} over its best rival, ${inWords(odds)} as things are. ${rows
        .map((row) => `Without ${row.name}: ${inWords(row.odds)}.`)
        .join(" ")}`}
      caption={`How far ${leader} is ahead of its best rival with one thing left out. Dotted: as things are. Left of “level” another leads.`}
      draw={(width, isNarrow) => ({
        width,
        height: rows.length * (isNarrow ? 44 : 30) + 30,
        marginLeft: isNarrow ? 18 : namesWidth(width),
        marginRight: 48,
        marginTop: 4,
        marginBottom: 26,
        style: { fontSize: isNarrow ? "13px" : "14px" },
        x: { type: "log", domain, axis: null },
        y: { domain: rows.map(({ key }) => key), axis: null, padding: 0.5 },
        marks: [
          // As its text: a tick format on a logarithmic scale leaves out what it finds crowded.
          Plot.axisX(ticks, { text: atTick, tickSize: 4, label: null, fontSize: 12 }),
          ...[
            { at: 1, stroke: "var(--color-ink)", strokeWidth: 1.5 },
            { at: within(odds), stroke: "var(--color-ink-soft)", strokeDasharray: "2,4" },
          ].map(({ at, ...line }) =>
            // On phones the labels stand over their rows: lines through the rows alone leave them whole.
            isNarrow ? Plot.tickX(rows, { x: () => at, y: "key", dy: 12, ...line }) : Plot.ruleX([at], line),
          ),
          Plot.ruleY(rows, {
            y: "key",
            x1: 1,
            x2: "odds",
            stroke: "var(--color-accent)",
            strokeWidth: 2,
            dy: isNarrow ? 10 : 0,
          }),
          Plot.dot(rows, {
            x: "odds",
            y: "key",
            dy: isNarrow ? 10 : 0,
            r: 5,
            fill: (row: WeighedDrop) => (row.changes ? "var(--color-warning)" : "var(--color-accent)"),
            symbol: (row: WeighedDrop) => (row.changes ? "diamond" : "circle"),
          }),
          Plot.text(rows, {
            y: "key",
            frameAnchor: "left",
            text: (row: { name: string }) =>
              `without ${fitted(row.name, isNarrow ? 20 : (namesWidth(width) - 68) / 14)}`,
            fill: "currentColor",
            ...(isNarrow
              ? { textAnchor: "start" as const, dx: -14, dy: -8 }
              : { textAnchor: "end" as const, dx: -14 }),
          }),
        ],
        symbol: { type: "identity" },
        color: { type: "identity" },
      })}
    >
      <DropsTable drops={drops} leader={leader} nameOf={nameOf} />
    </Chart>
  );
}

/** Beside the picture on wide pages, in pixels. */
const namesWidth = (width: number): number => width / 2 - 60;

/** Odds past these ends look alike. */
const [least, most] = [0.01, 100];

const within = (odds: number): number => Math.min(most, Math.max(least, odds));

/** Always with the line of level in it, and never so narrow that a little looks like much. */
function domainOf(odds: readonly number[]): [number, number] {
  return [
    Math.max(least, Math.min(0.5, ...odds.map((one) => one / 1.3))),
    Math.min(most, Math.max(2, ...odds.map((one) => one * 1.3))),
  ];
}

/** Odds in short: "level", "2.00 to 1", "1 to 5.25". */
function inWords(odds: number): string {
  if (Math.abs(Math.log(odds)) < 0.005) return "level";
  return odds > 1 ? `${short(odds)} to 1` : `1 to ${short(1 / odds)}`;
}

const short = (number: number): string => (number < 10 ? number.toFixed(2) : String(Math.round(number)));

/** The same under the axis, whose places are round. */
const atTick = (odds: number): string =>
  odds === 1 ? "level" : odds > 1 ? `${odds} to 1` : `1 to ${Math.round(1 / odds)}`;

function DropsTable({ drops, leader, nameOf }: Omit<DropsChartProps, "odds">) {
  return (
    <DataTable label="What each thing left out does">
      <thead>
        <tr>
          <th scope="col">Left out</th>
          <th scope="col">What it is</th>
          <th scope="col">Then first</th>
          <th scope="col" className="num">
            {leader} over its best rival
          </th>
          <th scope="col" className="num">
            Moves, 0 to 1
          </th>
        </tr>
      </thead>
      <tbody>
        {drops.map((drop) => (
          <tr key={`${drop.kind}/${drop.id}`}>
            <th scope="row" dir="auto">
              {nameOf(drop.kind, drop.id)}
            </th>
            <td>{DROP_KINDS.find(({ code }) => code === drop.kind)?.label}</td>
            <td>
              {[drop.leader, ...drop.tied].join(", ")}
              {drop.changes && <strong> · another answer</strong>}
            </td>
            <td className="num">{inWords(drop.odds)}</td>
            <td className="num">{twoPlaces(drop.moves)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

import * as Plot from "@observablehq/plot";
import { goneWord } from "@/components/evidence/gone-word";
import { Chart } from "@/components/ui/chart";
import { formatEdtf } from "@/lib/format";
import type { DatedEntry } from "@/lib/timeline/queries";
import { type Domain, sharedMargins, toDate } from "./domain";
import type { Series } from "./series";
import { TimelineTable } from "./timeline-table";

interface TimelineChartProps {
  slug: string;
  /** All with a date, the earliest first. */
  entries: readonly DatedEntry[];
  series: ReadonlyMap<string, Series>;
  domain: Domain;
}

/** Entries one below another in the order in which they may have happened, an uncertain date as a bar. */
export function TimelineChart({ slug, entries, series, domain }: TimelineChartProps) {
  return (
    <Chart
      hasLinks
      isBroad
      label={`Entries by date. ${entries.map(inWords).join(" ")}`}
      caption={
        <>
          What to see: what comes in one cluster, and what that cluster speaks for. A mark is the earliest day
          an entry may belong to, and the bar reaches to the latest: the longer, the less is known of when. An
          arrow says that it is open on that side. Colour, shape and the number beside it are the hypothesis
          that the entry supports most; – is none, and ? is hidden until you have rated it.
        </>
      }
      draw={(width, isNarrow) => draw({ slug, entries, series, domain }, width, isNarrow)}
    >
      <TimelineTable slug={slug} entries={entries} />
    </Chart>
  );
}

function inWords({ line, supports }: DatedEntry): string {
  const for_ = supports ? `, supports ${supports} most` : "";
  return `${line.id}: ${formatEdtf(line.occurredOn ?? "")}${for_}.`;
}

const none = { color: "var(--color-ink-faint)", symbol: "circle" } as const;

function draw(
  { slug, entries, series, domain }: TimelineChartProps,
  width: number,
  isNarrow: boolean,
): Plot.PlotOptions {
  const [first, last] = domain;
  const rows = entries.map(({ line, span, supports, isBlind }) => {
    const { color, symbol } = (supports ? series.get(supports) : undefined) ?? none;
    const isOpenBefore = !Number.isFinite(span.earliest);
    const isOpenAfter = !Number.isFinite(span.latest);
    return {
      id: line.id,
      name: `${line.id} ${line.withdrawnAt ? `${goneWord(line)}: ` : ""}${line.statement}`,
      href: `/inquiries/${slug}/evidence/${line.id}`,
      from: toDate(isOpenBefore ? first : span.earliest),
      // The last day is one of them.
      to: toDate(isOpenAfter ? last : span.latest + 1),
      mark: toDate(isOpenBefore ? span.latest : span.earliest),
      isOpenBefore,
      isOpenAfter,
      supports: isBlind ? "?" : (supports ?? "–"),
      color,
      symbol,
    };
  });
  const row = isNarrow ? 46 : 25;
  // On phones an entry's name stands over its bar, else beside it.
  const under = isNarrow ? 12 : 0;
  const margins = sharedMargins(width);
  const ticks = { ticks: isNarrow ? 4 : 6, tickSize: 4, label: null, fontSize: 12 };
  return {
    width,
    height: rows.length * row + 64,
    marginLeft: isNarrow ? 12 : margins.left,
    marginRight: isNarrow ? 40 : margins.right,
    marginTop: 32,
    marginBottom: 32,
    style: { fontSize: isNarrow ? "13px" : "14px" },
    x: { type: "utc", domain: [toDate(first), toDate(last)], axis: null },
    y: { type: "band", domain: rows.map(({ id }) => id), axis: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: "var(--color-rule)", strokeOpacity: 1, ticks: ticks.ticks }),
      Plot.axisX({ ...ticks, anchor: "top" }),
      Plot.axisX({ ...ticks, anchor: "bottom" }),
      Plot.ruleY(rows, {
        y: "id",
        x1: "from",
        x2: "to",
        dy: under,
        stroke: (one: Row) => one.color,
        strokeOpacity: 0.45,
        strokeWidth: 7,
      }),
      ...arrows(rows, under),
      Plot.dot(rows, {
        x: "mark",
        y: "id",
        dy: under,
        r: 4.5,
        symbol: (one: Row) => one.symbol,
        fill: (one: Row) => one.color,
        stroke: "var(--color-paper)",
      }),
      Plot.text(rows, {
        y: "id",
        frameAnchor: "right",
        textAnchor: "start",
        dx: 12,
        dy: under,
        text: "supports",
        fill: (one: Row) => one.color,
        fontWeight: 600,
      }),
      Plot.text(rows, {
        y: "id",
        text: "name",
        href: "href",
        fill: "var(--color-accent)",
        textAnchor: "start",
        textOverflow: "ellipsis",
        ...(isNarrow
          ? { frameAnchor: "left" as const, dx: -8, dy: -9, lineWidth: 26 }
          : { frameAnchor: "right" as const, dx: 52, lineWidth: (margins.right - 66) / 14 }),
      }),
    ],
    symbol: { type: "identity" },
    color: { type: "identity" },
  };
}

interface Row {
  readonly id: string;
  readonly color: string;
  readonly symbol: Series["symbol"];
  readonly from: Date;
  readonly to: Date;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

/** Where a date is open, an arrow at the edge of the picture. */
function arrows(rows: readonly Row[], dy: number): Plot.Markish[] {
  const look = { y: "id", dy, symbol: "triangle", r: 5, fill: ({ color }: Row) => color } as const;
  return [
    Plot.dot(
      rows.filter(({ isOpenBefore }) => isOpenBefore),
      { ...look, x: "from", rotate: -90 },
    ),
    Plot.dot(
      rows.filter(({ isOpenAfter }) => isOpenAfter),
      { ...look, x: "to", rotate: 90 },
    ),
  ];
}

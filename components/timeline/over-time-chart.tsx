import * as Plot from "@observablehq/plot";
import type { Standing } from "@/components/inquiry/standing";
import { Chart } from "@/components/ui/chart";
import type { Moment } from "@/lib/analysis/over-time";
import { count } from "@/lib/format";
import { type Domain, domainOver, sharedMargins, toDate } from "./domain";
import { leadInWords } from "./lead-in-words";
import { OverTimeTable } from "./over-time-table";
import { seriesOf } from "./series";
import { spreadOut } from "./spread-out";

interface OverTimeChartProps {
  /** Of which some speak. */
  moments: readonly Moment[];
  /** On how many days entries begin; fewer may be told. */
  days: number;
  /** The likeliest first. */
  standing: readonly Standing[];
  isRanking: boolean;
  /** The hypothesis that the page is about; without it each has its colour. */
  focus?: string;
  /** The axis of another picture that this one stands over. */
  domain?: Domain;
}

/** Each hypothesis as a line of steps: its posterior on the entries that had happened by then. */
export function OverTimeChart({ moments, days, standing, isRanking, focus, domain }: OverTimeChartProps) {
  const shown = standing.filter(({ findings }) => findings.comparable);
  const undated = moments[0]?.entries ?? 0;
  const told = moments.length - 1;
  const turns = leadInWords(moments);
  return (
    <Chart
      isBroad
      label={`Hypotheses over time. ${turns} In the end ${shown.map(inWords).join("; ")}.`}
      caption={
        <>
          What to see: which entries’ coming moved the answer, and whether it ever changed. {turns} Each line
          is the posterior of one hypothesis on the entries that could have happened by then, with today’s
          ratings.{" "}
          {undated > 0 &&
            `${count(undated, "entry", "entries")} without a date that begins ${undated === 1 ? "counts" : "count"} from the start. `}
          {days > told && `Of ${days} days on which entries begin, ${told} are drawn. `}
          {isRanking &&
            "Higher weighs more; the scale has no per cents, because some of these can hold together."}
        </>
      }
      draw={(width, isNarrow) =>
        draw({ moments, shown, isRanking, focus, domain: domain ?? domainOf(moments) }, width, isNarrow)
      }
    >
      <OverTimeTable moments={moments} standing={shown} isRanking={isRanking} />
    </Chart>
  );
}

const inWords = ({ id, shortName, figure }: Standing): string => `${id} ${shortName}: ${figure}`;

const domainOf = (moments: readonly Moment[]): Domain =>
  domainOver(moments.flatMap(({ day }) => (day === null ? [] : [{ earliest: day, latest: day }])));

interface Picture {
  readonly moments: readonly Moment[];
  readonly shown: readonly Standing[];
  readonly isRanking: boolean;
  readonly focus: string | undefined;
  readonly domain: Domain;
}

/** Room between two names at the ends of the lines, in pixels. */
const nameHeight = 17;
/** And between a line's end and its name: there another stroke leads from the one to the other. */
const nameGap = 14;

function draw(
  { moments, shown, isRanking, focus, domain }: Picture,
  width: number,
  isNarrow: boolean,
): Plot.PlotOptions {
  const speaking = moments.filter(({ speaks }) => speaks);
  const [first, last] = domain;
  const beside = sharedMargins(width);
  const margin = {
    top: 12,
    bottom: 34,
    left: isNarrow && isRanking ? 8 : beside.left,
    right: isNarrow ? 46 : beside.right,
  };
  const height = Math.max(isNarrow ? 240 : 280, shown.length * nameHeight + margin.top + margin.bottom);
  const highest = Math.max(...speaking.flatMap(({ posterior }) => Object.values(posterior)));
  const most = isRanking ? highest * 1.05 : 1;
  const series = seriesOf(shown);
  const lines = shown.map(({ id, shortName }) => {
    const { color, symbol, dash } = series.get(id) ?? plain;
    const steps = speaking.map(({ day, posterior }) => ({
      x: toDate(day ?? first),
      y: posterior[id] ?? 0,
    }));
    const end = { x: toDate(last), y: steps.at(-1)?.y ?? 0 };
    const look = focus === undefined ? { color, symbol, dash } : id === focus ? focused : plain;
    return { id, name: isNarrow ? id : `${id} ${shortName}`, steps: [...steps, end], end, ...look };
  });
  const names = spreadOut(
    lines.map(({ end }) => end.y),
    (nameHeight * most) / (height - margin.top - margin.bottom),
    most,
  );
  // Past the end of the axis, where the names begin.
  const afterLast = toDate(last + ((last - first) * nameGap) / (width - margin.left - margin.right));
  return {
    width,
    height,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    marginRight: margin.right,
    style: { fontSize: isNarrow ? "13px" : "14px" },
    x: { type: "utc", domain: [toDate(first), toDate(last)], axis: null },
    y: { domain: [0, most], axis: null },
    marks: [
      Plot.axisX({ ticks: isNarrow ? 4 : 8, tickSize: 4, label: null, fontSize: 12 }),
      Plot.ruleY([0], { stroke: "var(--color-rule-strong)" }),
      ...(isRanking
        ? []
        : [
            Plot.gridY([0.25, 0.5, 0.75, 1], { stroke: "var(--color-rule)", strokeOpacity: 1 }),
            Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
              tickFormat: (share: number) => `${share * 100} %`,
              tickSize: 0,
              label: null,
              fontSize: 12,
            }),
          ]),
      ...lines.toReversed().flatMap(({ id, steps, end, color, symbol, dash }) => [
        Plot.line(steps, {
          x: "x",
          y: "y",
          curve: "step-after",
          stroke: color,
          strokeDasharray: dash,
          strokeWidth: id === focus ? 3 : 2,
          strokeLinejoin: "miter",
        }),
        Plot.dot([end], { x: "x", y: "y", symbol, fill: color, r: 4.5 }),
      ]),
      Plot.link(lines, {
        x1: toDate(last),
        x2: afterLast,
        y1: ({ end }) => end.y,
        y2: (_, row) => names[row] ?? 0,
        stroke: ({ color }: { color: string }) => color,
        strokeWidth: 1,
      }),
      Plot.text(lines, {
        x: afterLast,
        y: (_, row) => names[row] ?? 0,
        text: "name",
        fill: (line: { color: string }) => line.color,
        fontWeight: 600,
        textAnchor: "start",
        dx: 3,
        lineWidth: (beside.right - 31) / 14,
        textOverflow: "ellipsis",
      }),
    ],
    color: { type: "identity" },
  };
}

const focused = { color: "var(--color-accent)", symbol: "circle", dash: "none" } as const;
const plain = { color: "var(--color-ink-faint)", symbol: "circle", dash: "2,3" } as const;

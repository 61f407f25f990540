import * as Plot from "@observablehq/plot";
import { Chart } from "@/components/ui/chart";
import type { ClaimFindings } from "@/lib/analysis/claims";
import type { Opinion } from "@/lib/analysis/opinions";
import { isHidden } from "@/lib/claim/blind";
import { twoPlaces } from "@/lib/format";
import { mostOrigins, OpinionTable } from "./opinion-table";

interface OpinionTriangleProps {
  findings: ClaimFindings;
  /** Entries of which the reader does not see others' ratings yet. */
  blind: ReadonlySet<string>;
}

type Point = readonly [x: number, y: number];

/**
 * An opinion as a point of a triangle: belief draws it to the right corner, disbelief to the left, and what is open
 * upwards. Straight under it on the base stands P.
 */
export function OpinionTriangle({ findings, blind }: OpinionTriangleProps) {
  const { opinion, probability, origins } = findings;
  const seen = origins.filter((origin) => !isHidden(origin, blind)).slice(0, mostOrigins);
  return (
    <Chart
      label={`Belief ${twoPlaces(opinion.belief)}, disbelief ${twoPlaces(opinion.disbelief)}, uncertainty ${twoPlaces(opinion.uncertainty)}; straight under that, P is ${twoPlaces(probability)}.`}
      caption={
        <>
          Filled: all origins together. Hollow: each origin. The higher, the more is open; the further to the
          right, the more speaks for it. Below the dotted line enough is known for a verdict.
        </>
      }
      draw={(width, isNarrow) =>
        draw(
          opinion,
          seen.length > 1 ? seen.map((origin) => origin.opinion) : [],
          isNarrow ? width : 480,
          isNarrow,
        )
      }
    >
      <OpinionTable findings={findings} blind={blind} />
    </Chart>
  );
}

const place = ({ belief, uncertainty }: Opinion): Point => [belief + uncertainty / 2, uncertainty];

function draw(
  whole: Opinion,
  origins: readonly Opinion[],
  width: number,
  isNarrow: boolean,
): Plot.PlotOptions {
  const side = isNarrow ? 56 : 72;
  const [top, bottom] = [28, 48];
  const [x, y] = place(whole);
  const line = (points: readonly Point[], options: Plot.LineOptions = {}) =>
    Plot.line(points as Point[], { stroke: "var(--color-ink-soft)", ...options });
  const text = (points: readonly (readonly [...Point, string])[], options: Plot.TextOptions = {}) =>
    Plot.text(points as [number, number, string][], { text: "2", fill: "currentColor", ...options });
  const edge = { strokeDasharray: "2,4", stroke: "var(--color-rule-strong)" };
  return {
    width,
    height: (width - 2 * side) * 0.866 + top + bottom,
    marginLeft: side,
    marginRight: side,
    marginTop: top,
    marginBottom: bottom,
    style: { fontSize: isNarrow ? "12px" : "13px" },
    x: { domain: [0, 1], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      line(
        [
          [0.25, 0.5],
          [0.75, 0.5],
        ],
        edge,
      ),
      ...[0.3, 0.7].map((at) =>
        line(
          [
            [at, 0],
            [at, 0.5],
          ],
          edge,
        ),
      ),
      line([
        [0, 0],
        [1, 0],
        [0.5, 1],
        [0, 0],
      ]),
      line(
        [
          [x, y],
          [x, 0],
        ],
        { stroke: "var(--color-accent)", strokeDasharray: "3,3" },
      ),
      Plot.dot(origins.map(place) as Point[], {
        r: 4.5,
        fill: "var(--color-paper)",
        stroke: "var(--color-ink)",
        strokeWidth: 1.5,
      }),
      Plot.dot([[x, y]] as Point[], { r: 7, fill: "var(--color-accent)", stroke: "var(--color-paper)" }),
      text([[0.5, 1, "all open"]], { dy: -14 }),
      text([[0, 0, "disbelief"]], { dx: -6, textAnchor: "end" }),
      text([[1, 0, "belief"]], { dx: 6, textAnchor: "start" }),
      text([[0.5, 0.5, "unverified"]], { dy: -10, fill: "var(--color-ink-soft)" }),
      text(
        [0, 0.3, 0.7, 1].map((at) => [at, 0, String(at)] as const),
        { dy: 14, fill: "var(--color-ink-soft)" },
      ),
      text(
        [
          [0.15, 0, "contradicted"],
          [0.5, 0, "disputed"],
          [0.85, 0, "supported"],
        ],
        { dy: 32, fill: "var(--color-ink-soft)" },
      ),
    ],
  };
}

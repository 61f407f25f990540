/** How one hypothesis is drawn: its colour, and a shape and a stroke for whoever does not see that. */
export interface Series {
  readonly color: string;
  readonly symbol: "circle" | "square" | "triangle" | "diamond" | "star" | "wye" | "plus";
  /** Lengths of strokes and gaps; none is a whole line. */
  readonly dash: string;
}

const looks: readonly Series[] = [
  { color: "var(--color-series-1)", symbol: "circle", dash: "none" },
  { color: "var(--color-series-2)", symbol: "square", dash: "7,3" },
  { color: "var(--color-series-3)", symbol: "triangle", dash: "2,3" },
  { color: "var(--color-series-4)", symbol: "diamond", dash: "9,3,2,3" },
  { color: "var(--color-series-5)", symbol: "star", dash: "4,2" },
  { color: "var(--color-series-6)", symbol: "wye", dash: "12,4" },
];

/** More colours than those nobody tells apart: the rest look alike, and are told by their numbers. */
const rest: Series = { color: "var(--color-ink-faint)", symbol: "plus", dash: "1,2" };

/** The look of each hypothesis, in all pictures of a page: the likeliest have their own. */
export function seriesOf(standing: readonly { readonly id: string }[]): ReadonlyMap<string, Series> {
  return new Map(standing.map(({ id }, row) => [id, looks[row] ?? rest]));
}

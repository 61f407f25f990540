import edtf from "edtf";

/** The days that an uncertain date may be, both ends among them. */
export interface DateSpan {
  /** Days since 1 January 1970; −Infinity where it is said to be open to the past. */
  readonly earliest: number;
  /** The same; Infinity where it is open to the future. */
  readonly latest: number;
}

const millisecondsPerDay = 86_400_000;
const open: DateSpan = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };

/**
 * The earliest and the latest day of a date in EDTF: of an interval its ends, of several dates the first and the last
 * of them. "About" and "perhaps" widen nothing, as they say not by how much.
 *
 * @returns Null where it has neither: no date, one open on both sides, or one that no calendar of ours reaches.
 */
export function dateSpan(text: string): DateSpan | null {
  const span = spanOf(text);
  return span && (Number.isFinite(span.earliest) || Number.isFinite(span.latest)) ? span : null;
}

function spanOf(text: string): DateSpan | null {
  const list = /^[{[](.+)[}\]]$/.exec(text);
  if (list?.[1]) return spanOver(list[1].split(",").map((member) => spanBetween(member.split(".."))));
  if (text.includes("/")) return spanBetween(text.split("/"));
  return spanOfOne(text);
}

/** From the first to the last of the dates; an end that is missing or ".." is open. */
function spanBetween(ends: readonly string[]): DateSpan | null {
  const [from, to] = [ends[0] ?? "", ends.at(-1) ?? ""].map((end) =>
    end === "" || end === ".." ? open : spanOfOne(end),
  );
  return from && to ? { earliest: from.earliest, latest: to.latest } : null;
}

function spanOver(spans: readonly (DateSpan | null)[]): DateSpan | null {
  const known = spans.filter((span) => span !== null);
  if (known.length < spans.length) return null;
  return {
    earliest: Math.min(...known.map(({ earliest }) => earliest)),
    latest: Math.max(...known.map(({ latest }) => latest)),
  };
}

function spanOfOne(text: string): DateSpan | null {
  // A year of which no digit is known is no date.
  if (text.includes("XXXX")) return open;
  const date = read(text);
  // When a season is depends on where on earth it is: its year is what is sure.
  if (date?.type === "Season") return spanOfOne(text.replace(/-\d\d\D*$/, ""));
  if (!date || !Number.isFinite(date.min) || !Number.isFinite(date.max)) return null;
  return {
    earliest: Math.floor(date.min / millisecondsPerDay),
    latest: Math.floor(date.max / millisecondsPerDay),
  };
}

function read(text: string): ReturnType<typeof edtf> | null {
  try {
    return edtf(text);
  } catch {
    return null;
  }
}

/** The day, by its number since 1 January 1970, as EDTF. */
export function dayAsEdtf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, -"T00:00:00.000Z".length);
}

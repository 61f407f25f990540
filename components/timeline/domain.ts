import type { DateSpan } from "@/lib/date-span";

/** From the first to the last day of an axis, as days since 1970. */
export type Domain = readonly [first: number, last: number];

/** The least room beside the first and the last day, so that a single day is no axis without length. */
const leastRoom = 7;

/** An axis on which all these days and spans lie, with some room; open ends reach as far as it does. */
export function domainOver(spans: readonly DateSpan[]): Domain {
  const days = spans.flatMap(({ earliest, latest }) => [earliest, latest]).filter(Number.isFinite);
  // Over a thousand spans, as a call takes only so many arguments.
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const room = Math.max(leastRoom, Math.ceil((last - first) * 0.03));
  return [first - room, last + room];
}

const millisecondsPerDay = 86_400_000;

export const toDate = (day: number): Date => new Date(day * millisecondsPerDay);

/** Beside both pictures of the timeline on wide pages, in pixels, so that a day lies in one place in both. */
export const sharedMargins = (width: number) => ({ left: 48, right: width / 2 - 90 });

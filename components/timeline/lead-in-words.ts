import type { Moment } from "@/lib/analysis/over-time";
import { dayAsEdtf } from "@/lib/date-span";
import { formatEdtf, joinWords } from "@/lib/format";

/** More changes than these are counted and not told one by one. */
const mostTold = 4;

/** Who led when, in a sentence: "H3 leads at first, H0 from 22 March 2024." */
export function leadInWords(moments: readonly Moment[]): string {
  const speaking = moments.filter(({ speaks }) => speaks);
  const turns = speaking.filter(
    ({ leaders }, place) => place === 0 || leaders.join() !== speaking[place - 1]?.leaders.join(),
  );
  const [first, ...more] = turns;
  if (!first) return "";
  if (more.length === 0) return `${lead(first.leaders)} throughout.`;
  const last = more.at(-1);
  if (last && more.length > mostTold) {
    return `The lead changes ${more.length} times; from ${dayInWords(last.day)} on, ${lead(last.leaders)}.`;
  }
  return `${lead(first.leaders)} at first${more
    .map(({ day, leaders }) => `, from ${dayInWords(day)} ${lead(leaders)}`)
    .join("")}.`;
}

const lead = (leaders: readonly string[]): string =>
  leaders.length > 1 ? `${joinWords(leaders)} are level` : `${leaders.join("")} leads`;

/** The day of a moment: "22 March 2024"; the start has none. */
export const dayInWords = (day: number | null): string =>
  day === null ? "the start" : formatEdtf(dayAsEdtf(day));

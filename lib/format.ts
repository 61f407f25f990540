const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date with its uncertainty in words: "2022-10/2023" is "October 2022 to 2023". What has no short words stays. */
export function formatEdtf(text: string): string {
  const list = /^([{[])(.+)[}\]]$/.exec(text);
  if (list?.[2]) return joinWords(list[2].split(",").map(formatEdtf), list[1] === "{" ? "and" : "or");
  const interval = /^([^/]*)\/([^/]*)$/.exec(text);
  if (interval) {
    const [, from = "", to = ""] = interval;
    if (from === ".." || from === "") return `until ${formatEdtf(to)}`;
    if (to === ".." || to === "") return `from ${formatEdtf(from)}`;
    return `${formatEdtf(from)} to ${formatEdtf(to)}`;
  }
  const date = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)$/.exec(text);
  if (!date) return text;
  const [, year = "", month, day, mark] = date;
  const name = month ? months[Number(month) - 1] : undefined;
  if (month && !name) return text;
  const words = [day ? String(Number(day)) : "", name ?? "", year].filter((part) => part !== "").join(" ");
  if (mark === "~") return `about ${words}`;
  if (mark === "?") return `perhaps ${words}`;
  if (mark === "%") return `perhaps about ${words}`;
  return words;
}

/** "H1", "H1 and H2", "H1, H2 and H3". */
export function joinWords(words: readonly string[], last = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

const mostInLine = 12;

/** The same where there may be many: "E1, E2 and 30 more", with a dozen before that. */
export const shortList = (words: readonly string[]): string =>
  words.length <= mostInLine
    ? joinWords(words)
    : `${words.slice(0, mostInLine).join(", ")} and ${words.length - mostInLine} more`;

/** "1 entry", "24 entries". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** A share of 0..1 to two places, with a real zero before the point. */
export const twoPlaces = (number: number): string => number.toFixed(2);

/** A share, 0 to 1, that is counted and no probability: it may be 0 % or 100 %. */
export const formatWhole = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** Odds of so many to one. */
export const odds = (number: number): string =>
  `${number < 10 ? number.toFixed(1) : Math.round(number)} to 1`;

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Scripts whose signs are as wide as they are high. */
const isWide = (sign: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u.test(
    sign,
  );

/**
 * A text that fits a width in a picture, whose own measure knows Latin letters alone; shortened with an ellipsis where it
 * must be, and kept from turning what stands around it (Unicode's first strong isolate).
 *
 * @param ems How wide at most, in heights of the letters.
 */
export function fitted(text: string, ems: number): string {
  let left = ems;
  let fits = "";
  for (const { segment } of letters.segment(text.trim())) {
    left -= isWide(segment) ? 1 : /[\p{Lu}mw@%]/u.test(segment) ? 0.75 : 0.53;
    if (left < 0) return `\u2068${fits.trimEnd()}…\u2069`;
    fits += segment;
  }
  return `\u2068${fits}\u2069`;
}

/** A line of so many letters at most, cut between words; inside one only where that is most of what there is room for. */
export function shortenLine(line: string, most: number): string {
  if (line.length <= most) return line;
  const room = line.slice(0, most - 1);
  const end = line.charAt(most - 1) === " " ? room.length : room.lastIndexOf(" ");
  const cut = end > most / 2 ? room.slice(0, end) : room;
  return `${cut.replace(/[\s,;:–-]+$/, "")}…`;
}

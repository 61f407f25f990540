import { fold, parts, type Word } from "./fold";
import { isNear } from "./near";

/** A stretch of a text, and whether it is what was looked for. In the order of the text, and together all of it. */
export interface Segment {
  readonly text: string;
  readonly isHit: boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A text as a search reads it, and where in the text each of the characters read began. */
function read(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const read = fold(character);
    folded += read;
    for (let i = 0; i < read.length; i++) places.push(at);
    at += character.length;
  }
  return { folded, places };
}

/** The words of folded text: where each begins and ends. */
function wordsIn(folded: string): Range[] {
  const ranges: Range[] = [];
  let from = -1;
  let at = 0;
  for (const character of folded) {
    if (parts(character)) {
      if (from >= 0) ranges.push({ from, to: at });
      from = -1;
    } else if (from < 0) from = at;
    at += character.length;
  }
  return from < 0 ? ranges : [...ranges, { from, to: at }];
}

/** Where in folded text a word stands. */
function findWord(folded: string, { folded: word, isShort }: Word): Range[] {
  const ranges: Range[] = [];
  for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
    if (isShort && from > 0 && !parts(folded.charAt(from - 1))) continue;
    ranges.push({ from, to: from + word.length });
  }
  return ranges;
}

/** Where the words that were looked for stand in a text: themselves, and where one stands nowhere, what is near it. */
function findHits(text: string, words: readonly Word[]): Range[] {
  const { folded, places } = read(text);
  const hits = words.flatMap((word) => {
    const found = findWord(folded, word);
    if (found.length > 0 || !word.mayBeNear) return found;
    return wordsIn(folded).filter(({ from, to }) => isNear(word.folded, folded.slice(from, to)));
  });
  // A hit takes in the accents that follow it, which are read as nothing.
  const endOf = (to: number) => {
    const last = places[to - 1] ?? 0;
    for (let next = to; next < places.length; next++) if (places[next] !== last) return places[next];
    return text.length;
  };
  const inText = hits.map(({ from, to }) => ({ from: places[from] ?? 0, to: endOf(to) ?? text.length }));
  return merge(inText);
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else merged.push(range);
  }
  return merged;
}

/** How much of a text stands before its first hit. */
const before = 50;

/**
 * A text with its hits marked, or where it is longer than that, so many characters of it around the first of them.
 * Null where it has none and `mustHit` says so.
 */
export function highlight(
  text: string,
  words: readonly Word[],
  { longest, mustHit = false }: { longest: number; mustHit?: boolean },
): Segment[] | null {
  const hits = findHits(text, words);
  const first = hits[0];
  if (!first && mustHit) return null;
  const from = !first || first.from <= before || text.length <= longest ? 0 : startNear(text, first.from);
  const to = text.length - from <= longest ? text.length : endNear(text, from + longest);
  const segments: Segment[] = [];
  const add = (part: string, isHit: boolean) => {
    if (part !== "") segments.push({ text: part, isHit });
  };
  add(from > 0 ? "… " : "", false);
  let at = from;
  for (const hit of hits.filter((each) => each.from < to)) {
    add(text.slice(at, hit.from), false);
    add(text.slice(hit.from, Math.min(hit.to, to)), true);
    at = Math.min(hit.to, to);
  }
  add(text.slice(at, to), false);
  add(to < text.length ? " …" : "", false);
  return segments;
}

/** Where an excerpt begins: before the hit, with a word if there are any. */
function startNear(text: string, hit: number): number {
  const from = hit - before;
  const space = text.slice(from, hit).search(/\s/u);
  return space < 0 ? wholeAt(text, from) : from + space + 1;
}

/** Where an excerpt ends: after a word, if one ends shortly before. */
function endNear(text: string, to: number): number {
  const space = /\s\S*$/u.exec(text.slice(to - before, to + 1));
  return space ? to - before + space.index : wholeAt(text, to);
}

/** No character is cut in two. */
const wholeAt = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);

import { fold } from "@/lib/search/fold";

/** A word, or a number with the signs that part its thousands. */
export const wordPattern = /\p{N}+(?:[.,'’٬٫]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** A sign of a script that puts no space between words. */
export const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const isNumber = (word: string): boolean => /^\p{N}/u.test(word);

/**
 * The words of a text as a search reads them: without case, accents and punctuation, each once. Where a script does not
 * part its words, two signs side by side stand for one. 1,329 and 1329 are one number.
 */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of fold(text).matchAll(wordPattern)) {
    if (isNumber(word)) words.add(word.replace(/[,'’٬]/g, ""));
    else if (unparted.test(word)) for (const pair of pairsOf([...word])) words.add(pair);
    else words.add(word);
  }
  return words;
}

const pairsOf = (signs: readonly string[]): string[] =>
  signs.length < 2 ? [...signs] : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);

/** A number against another one weighs as much as so many words more that only one text has. */
const numberMatters = 4;

/**
 * How far two texts are one, 0 to 1: of all words that either has, the share that both have. Where each gives a number
 * that the other has not, 1,329 against 1,392, they are less alike; where one only says more, they are not.
 */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  let numbers = 0;
  for (const word of few) {
    if (many.has(word)) both++;
    else if (isNumber(word)) numbers++;
  }
  const all = one.size + other.size - both;
  if (both === 0) return 0;
  const against = numbers === 0 ? 0 : Math.min(numbers, numbersBeyond(many, few).length);
  return both / (all + numberMatters * against);
}

/** The numbers that the one has and the other has not. */
export const numbersBeyond = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((word) => !other.has(word) && isNumber(word));

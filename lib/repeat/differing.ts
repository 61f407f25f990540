import { unparted, wordPattern, wordsOf } from "./words";

/** A stretch of a text; a hit where the other text has it not. */
export interface Stretch {
  readonly text: string;
  readonly isHit: boolean;
}

/** A text beside another, with the words marked that it alone has; the space between two of them is marked with them. */
export function differingWords(text: string, other: string): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (part: string, isHit: boolean) => {
    const last = stretches.at(-1);
    if (part === "") return;
    if (last?.isHit === isHit) stretches[stretches.length - 1] = { text: last.text + part, isHit };
    else stretches.push({ text: part, isHit });
  };
  let at = 0;
  for (const { from, word, isHit } of markedWords(text, wordsOf(other))) {
    const between = text.slice(at, from);
    add(between, isHit && stretches.at(-1)?.isHit === true && between.trim() === "");
    add(word, isHit);
    at = from + word.length;
  }
  add(text.slice(at), false);
  return stretches;
}

interface MarkedWord {
  readonly from: number;
  readonly word: string;
  readonly isHit: boolean;
}

function markedWords(text: string, known: ReadonlySet<string>): MarkedWord[] {
  const isNew = (word: string) => [...wordsOf(word)].some((each) => !known.has(each));
  return [...text.matchAll(wordPattern)].flatMap(({ index, 0: word }): MarkedWord[] => {
    if (!unparted.test(word)) return [{ from: index, word, isHit: isNew(word) }];
    const signs = [...word];
    let from = index;
    return signs.map((sign, i) => {
      // New where it stands in no pair that the other text has.
      const pairs = [signs.slice(Math.max(0, i - 1), i + 1), signs.slice(i, i + 2)];
      const marked = { from, word: sign, isHit: pairs.every((pair) => isNew(pair.join(""))) };
      from += sign.length;
      return marked;
    });
  });
}

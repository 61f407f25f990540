/**
 * How a search reads text. The database does just the same in `search_fold` and `search_code` (the migration
 * "search"), where it says why; a test holds the two together.
 */

/** Accents, vowel points, joiners: what a reader passes over. Not the vowel signs of Indic scripts. */
const passedOver =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: after NFKD each stands for itself
  /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u2060-\u2069\ufeff]/g;

/** Letters that Unicode does not take apart, and what people type in their place. */
const plainer: Readonly<Record<string, string>> = {
  ς: "σ",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  ŧ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/** Small letters without accents, in whatever form they were typed. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(passedOver, "")
    .toLowerCase()
    .replace(/[ςøđðħıłŋŧßæœþ]/g, (letter) => plainer[letter] ?? letter);

const signs = "0123456789abcdefghijklmnopqrstuvwxyz";
const separators = new Set([215, 247, 1470, 1548, 1563, 1567, 1748, 2404, 2405]);
const firstOfHan = 11_904;

const sign = (number: number): string => signs.charAt(Math.floor(number) % 36);

/** One character of folded text in the signs of the index; a space where words part. */
function signOf(character: string): string {
  if (/^[a-z0-9]$/.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  if (point < 192 || separators.has(point)) return " ";
  if ((point >= 8_192 && point <= 11_263) || (point >= 12_288 && point <= 12_351)) return " ";
  if (point < firstOfHan) return sign(point % 36);
  return sign(point / 1_296) + sign(point / 36) + sign(point);
}

/** Folded text as the index holds it: words of a to z and 0 to 9 between single spaces. */
export const encode = (folded: string): string => ` ${[...folded].map(signOf).join("")} `.replace(/ +/g, " ");

/** Whether words part at a character of folded text. */
export const parts = (character: string): boolean => signOf(character) === " ";

export interface Word {
  readonly folded: string;
  readonly code: string;
  /** Too short to mean anything in the middle of another word: looked for where words begin. */
  readonly isShort: boolean;
  /** Whether one may have mistyped it: four letters or more of a script that parts its words. */
  readonly mayBeNear: boolean;
}

/** However much is typed or pasted, the first twelve different words are what is looked for. */
const mostWords = 12;

export function searchWords(text: string): Word[] {
  const characters = [...fold(text)].map((character) => (parts(character) ? " " : character));
  const words = characters
    .join("")
    .split(" ")
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, mostWords).map((folded) => {
    const code = encode(folded).trim();
    const hasHan = [...folded].some((character) => (character.codePointAt(0) ?? 0) >= firstOfHan);
    return { folded, code, isShort: code.length < 3, mayBeNear: !hasHan && code.length >= 4 };
  });
}

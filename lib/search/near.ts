/**
 * From which share of common pieces on a word counts as another one mistyped: what one wrong letter leaves of a short
 * word, and two letters in the wrong order of a longer one.
 */
export const nearEnough = (length: number): number => Math.min(0.38, (length - 2) / (length + 4));

/**
 * A slip leaves the first letters of a word as they are, or the last: by these the index finds what may be near, and
 * then the words are compared. More letters for longer words, which else would find too much.
 */
export const keptLetters = (length: number): number => (length < 7 ? 2 : 3);

/** The pieces of three letters by which pg_trgm compares words, the beginning and the end among them. */
function pieces(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** Whether a word may be another one mistyped. */
export function isNear(typed: string, word: string): boolean {
  const [one, other] = [pieces(typed), pieces(word)];
  const common = [...one].filter((piece) => other.has(piece)).length;
  return common / (one.size + other.size - common) >= nearEnough(typed.length);
}

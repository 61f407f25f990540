import { shareOf, wordsOf } from "./words";

/** A text and where it stands: in an entry, in a citation, in an earlier row. */
export interface Wording<Place = string> {
  readonly where: Place;
  readonly text: string;
}

/** A wording that is much like another, and how far the two are one, 0 to 1. */
export interface Alike<Place = string> extends Wording<Place> {
  readonly share: number;
}

/**
 * The share of common words from which on two texts say nearly the same: a word more, another order or spelling stay
 * over it. The examples by which it was chosen are in tests/unit/repeat/likeness.test.ts.
 */
export const muchAlike = 0.75;

/** Fewer words than this say too little to be a repetition of anything: "No comment." */
const fewestWords = 4;

/**
 * So many others a text is compared with at most. Where rows of one form differ in a name alone, each shares even its
 * rarest words with nearly all the others.
 */
export const mostCompared = 100;

/**
 * Finds the texts that are much like another one, by the words they share. It compares only what shares one of the
 * rarest of them, so that many texts cost little: docs/decisions/017-what-is-told-twice.md has the figures.
 */
export class Likeness<Place = string> {
  private readonly standing: { readonly at: Wording<Place>; readonly words: ReadonlySet<string> }[] = [];
  private readonly withWord = new Map<string, number[]>();
  private hasLeftOut = false;

  constructor(wordings: Iterable<Wording<Place>> = []) {
    for (const wording of wordings) this.add(wording);
  }

  add(at: Wording<Place>): void {
    const words = wordsOf(at.text);
    if (words.size < fewestWords) return;
    for (const word of words) {
      const rows = this.withWord.get(word);
      if (rows) rows.push(this.standing.length);
      else this.withWord.set(word, [this.standing.length]);
    }
    this.standing.push({ at, words });
  }

  /** Whether some text was like more others than it was compared with: then there may be more than was found. */
  get isPartial(): boolean {
    return this.hasLeftOut;
  }

  /**
   * All that are much like a text, of the {@link mostCompared} that share its rarest words; the nearest first, of equals
   * the one that was added first.
   */
  near(text: string): Alike<Place>[] {
    const words = wordsOf(text);
    if (words.size < fewestWords) return [];
    return [...this.sharing(words)]
      .toSorted((one, other) => one - other)
      .flatMap((row) => {
        const other = this.standing[row];
        const share = other ? shareOf(words, other.words) : 0;
        return other && share >= muchAlike ? [{ ...other.at, share }] : [];
      })
      .sort((one, other) => other.share - one.share);
  }

  nearest(text: string): Alike<Place> | null {
    return this.near(text)[0] ?? null;
  }

  /**
   * Every row that may be much like these words. One that is has at least that share of them, and so one of any that
   * are more than the rest: the rarest are looked up, until there are too many.
   */
  private sharing(words: ReadonlySet<string>): ReadonlySet<number> {
    const rows = [...words].map((word) => this.withWord.get(word) ?? []);
    const enough = words.size - Math.ceil(muchAlike * words.size) + 1;
    const sharing = new Set<number>();
    for (const those of rows.sort((one, other) => one.length - other.length).slice(0, enough)) {
      for (const row of those) {
        if (sharing.size === mostCompared && !sharing.has(row)) {
          this.hasLeftOut = true;
          return sharing;
        }
        sharing.add(row);
      }
    }
    return sharing;
  }
}

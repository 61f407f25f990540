/** A statement that stands somewhere: in an entry, or in an earlier row. */
export interface Standing {
  readonly where: string;
  readonly statement: string;
}

/** Of all words that either of two statements has, the share that both must have to be much alike. */
const muchAlike = 0.75;

/**
 * Finds the statement that is nearest to another one, and much like it, by the words they share: whatever their order,
 * case, accents and punctuation. It looks only at statements that share a word, so that many cost little.
 */
export class Likeness {
  private readonly standing: { readonly at: Standing; readonly size: number }[] = [];
  private readonly withWord = new Map<string, number[]>();

  constructor(statements: Iterable<Standing> = []) {
    for (const statement of statements) this.add(statement);
  }

  add(at: Standing): void {
    const words = wordsOf(at.statement);
    for (const word of words) {
      const rows = this.withWord.get(word);
      if (rows) rows.push(this.standing.length);
      else this.withWord.set(word, [this.standing.length]);
    }
    this.standing.push({ at, size: words.size });
  }

  nearest(statement: string): Standing | null {
    const words = wordsOf(statement);
    const shared = new Map<number, number>();
    for (const word of words) {
      for (const row of this.withWord.get(word) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1);
    }
    let best: Standing | null = null;
    let most = muchAlike;
    for (const [row, both] of shared) {
      const other = this.standing[row];
      const share = other ? both / (words.size + other.size - both) : 0;
      if (!other || share < most || (best && share === most)) continue;
      [best, most] = [other.at, share];
    }
    return best;
  }
}

function wordsOf(statement: string): Set<string> {
  const plain = statement.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]+/gu));
}

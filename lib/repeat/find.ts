import { Likeness } from "./likeness";
import { inOrder } from "./order";

/** A citation as far as its origin and its words go. */
export interface Cited {
  readonly sourceId: string;
  readonly viaId: string | null;
  readonly quote: string;
}

/** An entry as it is compared with the others. */
export interface ComparedEntry {
  readonly id: string;
  readonly statement: string;
  readonly mergedIntoId: string | null;
  readonly citations: readonly Cited[];
}

/** Two entries that say nearly the same, the one with the lower number first. */
export interface Repeat {
  readonly one: string;
  readonly other: string;
  readonly share: number;
}

/** Words that a source is cited with, and the entry where they stand. */
export interface Quoted {
  readonly source: string;
  readonly entry: string;
  readonly text: string;
}

/** Two sources that count as two origins, and say something in nearly the same words. */
export interface Echo {
  readonly one: Quoted;
  readonly other: Quoted;
  readonly share: number;
  /** Whether the words are quotations of the sources, or the statements of the entries that cite them. */
  readonly words: "quoted" | "stated";
}

/** What was found, and whether there may be more: where very many are alike, not all are compared. */
export interface Found<Pair> {
  readonly found: readonly Pair[];
  readonly isPartial: boolean;
}

/**
 * Each entry with the nearest of those before it, so that of eleven that say the same ten pairs are proposed, and not
 * each with each. The nearest pair first.
 *
 * @param isApart Whether somebody has said of two that they are two things.
 */
export function findRepeats(
  entries: readonly ComparedEntry[],
  isApart: (one: string, other: string) => boolean,
): Found<Repeat> {
  const likeness = new Likeness();
  const found = entries
    .flatMap(({ id, statement }) => {
      const nearest = likeness.near(statement).find(({ where }) => !isApart(where, id));
      likeness.add({ where: id, text: statement });
      if (!nearest) return [];
      const [one, other] = inOrder(nearest.where, id);
      return [{ one, other, share: nearest.share }];
    })
    .sort((a, b) => b.share - a.share);
  return { found, isPartial: likeness.isPartial };
}

/** What joins sources. */
export interface Joined {
  /** The first source of the group that links make one origin. */
  readonly groupOf: (source: string) => string;
  /** Whether somebody has said how two stand to each other already, be it that they are two origins. */
  readonly isLinked: (one: string, other: string) => boolean;
}

/**
 * Pairs of sources of two origins that are cited with nearly the same words, each pair once with its nearest words: by
 * quotations, wherever they stand, and by the statements of entries that repeat each other.
 */
export function findEchoes(
  entries: readonly ComparedEntry[],
  repeats: readonly Repeat[],
  joined: Joined,
): Found<Echo> {
  const pairs = new Map<string, Echo>();
  const propose = (words: Echo["words"], a: Quoted, b: Quoted, share: number) => {
    const [one, other] = inOrder(a.source, b.source)[0] === a.source ? [a, b] : [b, a];
    const pair = `${one.source}/${other.source}`;
    if (share > (pairs.get(pair)?.share ?? 0)) pairs.set(pair, { one, other, share, words });
  };
  const quotes = new Likeness<{ readonly entry: string; readonly cited: Cited }>();
  for (const { id: entry, citations } of entries) {
    for (const cited of citations.filter(({ quote }) => quote !== "")) {
      for (const { where, text, share } of quotes.near(cited.quote)) {
        if (!areApart([where.cited], [cited], joined)) continue;
        propose(
          "quoted",
          { source: where.cited.sourceId, entry: where.entry, text },
          { source: cited.sourceId, entry, text: cited.quote },
          share,
        );
      }
      quotes.add({ where: { entry, cited }, text: cited.quote });
    }
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const repeat of repeats) {
    const [one, other] = [byId.get(repeat.one), byId.get(repeat.other)];
    if (!one || !other) continue;
    const [ours, theirs] = [citedBy(one, other), citedBy(other, one)];
    const [a, b] = [ours[0], theirs[0]];
    if (!a || !b || !areApart(ours, theirs, joined)) continue;
    propose(
      "stated",
      { source: a.sourceId, entry: one.id, text: one.statement },
      { source: b.sourceId, entry: other.id, text: other.statement },
      repeat.share,
    );
  }
  const found = [...pairs.values()].sort((a, b) => b.share - a.share);
  return { found, isPartial: quotes.isPartial };
}

/** What an entry cites by itself: where another was merged into it, without what that one cites as well. */
function citedBy(entry: ComparedEntry, other: ComparedEntry): readonly Cited[] {
  if (other.mergedIntoId !== entry.id) return entry.citations;
  const handsOf = ({ sourceId, viaId }: Cited) => `${sourceId}/${viaId}`;
  const brought = new Set(other.citations.map(handsOf));
  return entry.citations.filter((cited) => !brought.has(handsOf(cited)));
}

/** Whether some citations pass through no hand that others pass through as well, and nobody has linked them. */
function areApart(some: readonly Cited[], others: readonly Cited[], { groupOf, isLinked }: Joined): boolean {
  const handsOf = ({ sourceId, viaId }: Cited) => (viaId === null ? [sourceId] : [sourceId, viaId]);
  const ours = some.flatMap(handsOf);
  const theirs = others.flatMap(handsOf);
  return ours.every((hand) =>
    theirs.every((other) => groupOf(hand) !== groupOf(other) && !isLinked(hand, other)),
  );
}

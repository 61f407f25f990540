import type { ScorePart } from "@/lib/analysis/open-score";

/** A score as somebody may see it who is blind to some entries. */
export interface SeenScore {
  /** What it is made of, as far as that tells of no such entry. */
  readonly parts: readonly ScorePart[];
  /** The rest in one sum, which tells of no single entry; null where there is none. */
  readonly hidden: { readonly entries: number; readonly amount: number } | null;
}

/**
 * Sums up the parts that would tell what one entry does whose ratings are not to be seen yet. A single one would still
 * be told by what the others leave of the whole: then nothing but the whole is left.
 *
 * @param blind Entries that the reader has not rated and others have.
 */
export function seenScore(all: readonly ScorePart[], blind: ReadonlySet<string>): SeenScore {
  const telling = all.filter((part) => blindIn(part, blind).length === 1);
  if (telling.length === 0) return { parts: all, hidden: null };
  const hidden = telling.length === 1 ? all : telling;
  return {
    parts: all.filter((part) => !hidden.includes(part)),
    hidden: {
      entries: new Set(telling.flatMap((part) => blindIn(part, blind))).size,
      amount: hidden.reduce((sum, { amount }) => sum + amount, 0),
    },
  };
}

function blindIn(part: ScorePart, blind: ReadonlySet<string>): readonly string[] {
  if (part.kind === "evidence") return blind.has(part.id) ? [part.id] : [];
  return part.kind === "origin" ? part.evidence.filter((id) => blind.has(id)) : [];
}

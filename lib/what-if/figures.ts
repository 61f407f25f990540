import type { Stand } from "@/lib/analysis/describe-what-if";
import { findFront, isComparable } from "@/lib/analysis/front";
import { formatWhole } from "@/lib/format";
import type { Matrix } from "@/lib/matrix/queries";
import { shareInWords, type Voice } from "@/lib/voice";

/** One hypothesis, as things are or would be. */
export interface Figure {
  /** Length of its bar, 0 to 1; null where no figure may be shown. */
  readonly bar: number | null;
  /** "38 % · unlikely", or "H0 weighs 1.6 times as much"; or why there is none. */
  readonly words: string;
}

/**
 * The hypotheses in figures, as the pages of an inquiry show them: none while nothing tells them apart, none for one
 * that too few entries are rated on, and relative weights in place of per cents where they are only ranked.
 *
 * @param hypotheses Their ids, in the order of the posteriors.
 */
export function figuresOf(
  hypotheses: readonly string[],
  { posterior, speaks, coverage }: Omit<Stand, "separated">,
  voice: Voice,
): Figure[] {
  const placed = hypotheses.map((id, row) => {
    const [share, covered] = [posterior[row] ?? 0, coverage[row] ?? 0];
    return { id, posterior: share, covered, comparable: isComparable(covered) };
  });
  const { leaders } = findFront(placed);
  const first = placed.find(({ id }) => id === leaders[0]);
  const front = first ? { id: first.id, share: first.posterior } : null;
  return placed.map(({ id, posterior: share, covered, comparable }): Figure => {
    if (covered === 0) return { bar: null, words: "not rated" };
    if (!speaks) return { bar: null, words: "nothing to say" };
    if (!comparable) {
      return { bar: null, words: `not comparable: rated on ${formatWhole(covered)} of the entries` };
    }
    return { bar: share, words: shareInWords(share, front, leaders.includes(id), voice) };
  });
}

/** The hypotheses of an inquiry as they stand, by id. */
export function figuresIn({ analysis, isRanking, lexicon }: Matrix): ReadonlyMap<string, Figure> {
  const { hypotheses, speaks } = analysis;
  const ids = hypotheses.map(({ id }) => id);
  const figures = figuresOf(
    ids,
    {
      posterior: hypotheses.map(({ posterior }) => posterior),
      coverage: hypotheses.map(({ coverage }) => coverage),
      speaks,
    },
    { isRanking, lexicon },
  );
  return new Map(ids.flatMap((id, row) => (figures[row] ? [[id, figures[row]] as const] : [])));
}

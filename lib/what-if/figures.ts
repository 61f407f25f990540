import { formatPercent } from "@/lib/analysis/likelihood";
import { isUnder } from "@/lib/analysis/numbers";
import type { Matrix } from "@/lib/matrix/queries";
import { shareInWords, type Voice } from "@/lib/voice";
import type { Situation } from "./situation";

/** One hypothesis, as things are or would be. */
export interface Figure {
  /** Length of its bar, 0 to 1; null where no figure may be shown. */
  readonly bar: number | null;
  /** "38 % · unlikely", or "H0 weighs 1.6 times as much"; or why there is none. */
  readonly words: string;
}

/** Under this share of the entries a hypothesis is not yet comparable. */
const leastCoverage = 0.8;

/**
 * The hypotheses in figures, as the pages of an inquiry show them: none while nothing tells them apart, none for one
 * that too few entries are rated on, and relative weights in place of per cents where they are only ranked.
 *
 * @param hypotheses Their ids, in the order of the posteriors.
 */
export function figuresOf(
  hypotheses: readonly string[],
  { posterior, leader, tied, speaks, coverage }: Omit<Situation, "separated">,
  voice: Voice,
): Figure[] {
  const leaders = new Set([leader, ...tied]);
  const front = leader === null ? null : { id: leader, share: posterior[hypotheses.indexOf(leader)] ?? 1 };
  return hypotheses.map((id, row): Figure => {
    const share = posterior[row] ?? 0;
    const covered = coverage[row] ?? 0;
    if (covered === 0) return { bar: null, words: "not rated" };
    if (!speaks) return { bar: null, words: "nothing to say" };
    if (isUnder(covered, leastCoverage)) {
      return { bar: null, words: `not comparable: rated on ${formatPercent(covered)} of the entries` };
    }
    return { bar: share, words: shareInWords(share, front, leaders.has(id), voice) };
  });
}

/** The hypotheses of an inquiry as they stand, by id. */
export function figuresIn({ analysis, isRanking, lexicon }: Matrix): ReadonlyMap<string, Figure> {
  const { hypotheses, leader, speaks } = analysis;
  const ids = hypotheses.map(({ id }) => id);
  const figures = figuresOf(
    ids,
    {
      posterior: hypotheses.map(({ posterior }) => posterior),
      coverage: hypotheses.map(({ coverage }) => coverage),
      leader: leader?.id ?? null,
      tied: leader?.tied ?? [],
      speaks,
    },
    { isRanking, lexicon },
  );
  return new Map(ids.flatMap((id, row) => (figures[row] ? [[id, figures[row]] as const] : [])));
}

import { movesBetween } from "./drops";
import { isOver } from "./numbers";
import type { Drop, WholeAnalysis } from "./types";

/** A drop with how much it matters. */
export type WeighedDrop = Drop & {
  /** Half the sum of the absolute changes of the posteriors, 0 to 1. */
  readonly moves: number;
  /** The odds of the whole matrix's leader over its best rival once this is left out: 1 is level, under 1 it trails. */
  readonly odds: number;
};

/**
 * The drops that matter, the weightiest first: those that change the answer before the others, then by how much they
 * move, equals in their own order. What moves nothing is left out.
 *
 * @param atMost How many at most.
 */
export function weightiestDrops(analysis: WholeAnalysis, atMost: number): readonly WeighedDrop[] {
  const ids = analysis.hypotheses.map(({ id }) => id);
  const whole = Float64Array.from(analysis.hypotheses, ({ posterior }) => posterior);
  return analysis.drops
    .map((drop): WeighedDrop => {
      const posterior = Float64Array.from(ids, (id) => drop.posterior[id] ?? 0);
      return { ...drop, moves: movesBetween(whole, posterior), odds: oddsOfLeader(analysis, drop.posterior) };
    })
    .filter(({ moves, changes }) => changes || isOver(moves, 0))
    .toSorted((one, other) => Number(other.changes) - Number(one.changes) || other.moves - one.moves)
    .slice(0, atMost);
}

/**
 * The odds of the whole matrix's leader over its best rival, 0 to infinity, under some posteriors. 1 where there is no
 * leader or no rival.
 */
export function oddsOfLeader(
  { leader }: Pick<WholeAnalysis, "leader">,
  posterior: Readonly<Record<string, number>>,
): number {
  if (!leader) return 1;
  const rivals = Object.entries(posterior).flatMap(([id, share]) => (id === leader.id ? [] : [share]));
  return rivals.length === 0 ? 1 : (posterior[leader.id] ?? 0) / Math.max(...rivals);
}

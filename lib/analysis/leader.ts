import { at } from "./columns";
import { isEqual, isUnder, rank } from "./numbers";
import { highest } from "./posterior";

/** Rows of hypotheses: the one in front, and the others equal to it. */
export type Lead = { readonly leader: number; readonly tied: readonly number[] };

/** The rows of the highest figures first; equals in their own order. */
export function highestFirst(figures: Float64Array): readonly number[] {
  return rank([...figures.keys()], [(row) => -at(figures, row)]);
}

/** Who leads by support S, which is finer than the posterior where that is close to 0 or 1; null of nobody. */
export function findLead(support: Float64Array): Lead | null {
  const most = highest(support);
  const equals: number[] = [];
  for (let row = 0; row < support.length; row++) if (isEqual(at(support, row), most)) equals.push(row);
  const [leader, ...tied] = equals;
  return leader === undefined ? null : { leader, tied };
}

/**
 * Whether the odds of the leader over the second reach the smallest bound among the origins: under that, one origin
 * could make the difference alone.
 */
export function isSeparated(support: Float64Array, bounds: readonly number[]): boolean {
  const [first, second] = highestFirst(support);
  if (first === undefined || second === undefined) return false;
  const odds = Math.exp(at(support, first) - at(support, second));
  return !isUnder(odds, Math.min(...bounds));
}

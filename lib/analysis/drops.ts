import { add, at } from "./columns";
import { groupBy } from "./group-by";
import { Held } from "./held";
import { findLead, type Lead } from "./leader";
import { softmax } from "./posterior";
import type { Reckoning } from "./reckoning";
import { supportAfter } from "./revision";
import type { DropKind } from "./scales";
import { analystSilencer } from "./without-analyst";
import { sourceSilencer } from "./without-sources";

/** Analysts can be left out where somebody is left. A group of one is its source. */
const FEWEST = 2;

/** The answer without one thing. */
export type DropRow = {
  readonly kind: DropKind;
  readonly id: string;
  readonly posterior: Float64Array;
  readonly lead: Lead;
  /** Whether another hypothesis leads, or others are tied with it. */
  readonly changes: boolean;
};

/** By entry and hypothesis, what leaving out that entry alone adds to S, but for an amount common to all hypotheses. */
export function effectsOfEntries(reckoning: Reckoning): Float64Array {
  const held = new Held(reckoning);
  const width = held.support.length;
  const effects = new Float64Array(held.origin.length * width);
  const factors = new Float64Array(width);
  for (let entry = 0; entry < held.origin.length; entry++) {
    held.try(entry, factors);
    for (let row = 0; row < width; row++) effects[entry * width + row] = Math.log(at(factors, row));
  }
  return effects;
}

/** Leaves out each entry, source, group and analyst in turn, at the cost of what that touches. */
export function findDrops(reckoning: Reckoning, effects: Float64Array): readonly DropRow[] {
  const { matrix, support, weights } = reckoning;
  const whole = findLead(support);
  if (!whole) return [];
  const before = whole;

  const silenceSources = sourceSilencer(reckoning);
  const silenceAnalyst = analystSilencer(reckoning);
  const groups = [...groupBy(matrix.sources.keys(), (source) => at(weights.groups, source))];
  const analysts = matrix.analysts.length < FEWEST ? [] : matrix.analysts;
  return [
    ...matrix.entries.map((id, entry) => drop("evidence", id, supportWithoutEntry(entry))),
    ...matrix.sources.map((id, source) => drop("source", id, without(new Set([source])))),
    ...groups
      .filter(([, members]) => members.length >= FEWEST)
      .map(([name, members]) => drop("group", matrix.sources[name] ?? "", without(new Set(members)))),
    ...analysts.map((id, analyst) => drop("analyst", id, supportAfter(reckoning, silenceAnalyst(analyst)))),
  ];

  function supportWithoutEntry(entry: number): Float64Array {
    const after = support.slice();
    for (let row = 0; row < after.length; row++) add(after, row, at(effects, entry * after.length + row));
    return after;
  }

  function without(sources: ReadonlySet<number>): Float64Array {
    return supportAfter(reckoning, silenceSources(sources));
  }

  function drop(kind: DropKind, id: string, after: Float64Array): DropRow {
    const lead = findLead(after) ?? before;
    const changes = lead.leader !== before.leader || lead.tied.join() !== before.tied.join();
    return { kind, id, posterior: softmax(after), lead, changes };
  }
}

/** By hypothesis, the lowest and highest posterior over the whole matrix and all drops. */
export function rangesOver(
  whole: Float64Array,
  drops: readonly DropRow[],
): readonly (readonly [number, number])[] {
  const [lowest, highest] = [whole.slice(), whole.slice()];
  for (const { posterior } of drops) {
    for (let row = 0; row < whole.length; row++) {
      lowest[row] = Math.min(at(lowest, row), at(posterior, row));
      highest[row] = Math.max(at(highest, row), at(posterior, row));
    }
  }
  return Array.from(lowest, (low, row) => [low, at(highest, row)] as const);
}

/** Half the sum of the absolute changes, 0 to 1: how much of the probability moves. */
export function movesBetween(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += Math.abs(at(one, row) - at(other, row));
  return sum / 2;
}

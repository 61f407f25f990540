import { at, wholeAt } from "./columns";
import { groupBy } from "./group-by";
import { Held } from "./held";
import { findLead, type Lead } from "./leader";
import { softmax } from "./posterior";
import type { Reckoning } from "./reckoning";
import { reviser } from "./revision";
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

  const width = support.length;
  const groups = [...groupBy(matrix.sources.keys(), (source) => wholeAt(weights.groups, source))].filter(
    ([, members]) => members.length >= FEWEST,
  );
  const analysts = matrix.analysts.length < FEWEST ? [] : matrix.analysts;
  const size = matrix.entries.length + matrix.sources.length + groups.length + analysts.length;
  // One column for all, as each of ten thousand would cost more than what is in it.
  const posteriors = new Float64Array(size * width);
  const drops: DropRow[] = [];

  const after = new Float64Array(width);
  matrix.entries.forEach((id, entry) => {
    for (let row = 0; row < width; row++) after[row] = at(support, row) + at(effects, entry * width + row);
    drop("evidence", id, after);
  });
  const supportAfter = reviser(reckoning);
  const silenceSources = sourceSilencer(reckoning);
  matrix.sources.forEach((id, source) => {
    drop("source", id, supportAfter(silenceSources(new Set([source]))));
  });
  for (const [name, members] of groups) {
    drop("group", matrix.sources[name] ?? "", supportAfter(silenceSources(new Set(members))));
  }
  const silenceAnalyst = analystSilencer(reckoning);
  analysts.forEach((id, analyst) => {
    drop("analyst", id, supportAfter(silenceAnalyst(analyst)));
  });
  return drops;

  function drop(kind: DropKind, id: string, support: Float64Array): void {
    const first = drops.length * width;
    const posterior = softmax(support, posteriors.subarray(first, first + width));
    const lead = findLead(support) ?? before;
    const changes = lead.leader !== before.leader || lead.tied.join() !== before.tied.join();
    drops.push({ kind, id, posterior, lead, changes });
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

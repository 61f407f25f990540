import { at, wholeAt } from "./columns";
import { groupBy } from "./group-by";
import { Held } from "./held";
import { findLead } from "./leader";
import { isEqual, isOver, rank } from "./numbers";
import type { Reckoning } from "./reckoning";
import { hushed, reviser } from "./revision";

const MOST_FOR_PAIRS = 500;

/** Rows: the entries on which the lead hangs, and who leads or ties without them. */
export type LinchpinRows = {
  readonly rival: number;
  readonly entries: readonly number[];
  /** Whether no smaller set can exist. */
  readonly smallest: boolean;
};

/**
 * A smallest set of entries without which the leader leads no more, everything else being held; null if the lead does
 * not rest on entries. (Heuer, Psychology of Intelligence Analysis, 1999, chapter 8, step 6: "a few critical items".)
 *
 * @param effects By entry and hypothesis, what leaving out that entry alone adds to S.
 * @param mostForPairs Up to how many entries every pair is tried.
 */
export function findLinchpins(
  reckoning: Reckoning,
  effects: Float64Array,
  mostForPairs = MOST_FOR_PAIRS,
): LinchpinRows | null {
  const lead = findLead(reckoning.support);
  if (!lead || reckoning.support.length < 2) return null;
  const { leader, tied } = lead;
  const [firstTied] = tied;
  if (firstTied !== undefined) return { rival: firstTied, entries: [], smallest: true };

  const arePairsTried = reckoning.threads.length <= mostForPairs;
  const entries =
    leastOf(trySingles(reckoning, effects, leader)) ??
    (arePairsTried ? leastOf(tryPairs(new Held(reckoning), effects, leader)) : null) ??
    removeStepByStep(new Held(reckoning), leader);
  if (!entries) return null;
  const smallest = entries.length <= 2 || (entries.length === 3 && arePairsTried);
  return { rival: leaderWithout(reckoning, entries, leader), entries, smallest };
}

/** Who leads without some entries, or ties, apart from who led with them. */
function leaderWithout(reckoning: Reckoning, entries: readonly number[], leader: number): number {
  const lead = findLead(reviser(reckoning)(hushed(reckoning, new Map(), entries)));
  return [lead?.leader, ...(lead?.tied ?? [])].find((other) => other !== leader) ?? leader;
}

/** A set of entries without which the lead is over, and how far the leader is then ahead: 0 or less. */
type Candidate = { readonly entries: readonly number[]; readonly ahead: number };

/** Of several, the one that leaves the leader furthest behind, the first of equals. */
function leastOf(candidates: readonly Candidate[]): readonly number[] | null {
  const [first] = rank([...candidates.keys()], [(row) => candidates[row]?.ahead ?? 0]);
  return first === undefined ? null : (candidates[first]?.entries ?? null);
}

function trySingles(
  { support, threads }: Reckoning,
  effects: Float64Array,
  leader: number,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let entry = 0; entry < threads.length; entry++) {
    const ahead = aheadAfter(support, leader, effects, entry);
    if (!isOver(ahead, 0)) candidates.push({ entries: [entry], ahead });
  }
  return candidates;
}

/** What two entries do together is what each does alone, unless they lean on the same origin. */
function tryPairs(held: Held, effects: Float64Array, leader: number): readonly Candidate[] {
  const { support, origin } = held;
  const width = support.length;
  const candidates: Candidate[] = [];
  const pair = new Float64Array(width);
  for (let one = 0; one < origin.length; one++) {
    const singly = support.map((amount, hypothesis) => amount + at(effects, one * width + hypothesis));
    held.leaveOut(one);
    for (let other = one + 1; other < origin.length; other++) {
      let ahead: number;
      if (wholeAt(origin, one) === wholeAt(origin, other)) {
        held.try(other, pair);
        ahead = aheadAfter(support, leader, pair.map(Math.log), 0);
      } else {
        ahead = aheadAfter(singly, leader, effects, other);
      }
      if (!isOver(ahead, 0)) candidates.push({ entries: [one, other], ahead });
    }
    held.putBack(one);
  }
  return candidates;
}

/** How far S of the leader is above the best rival's, with the effects of one row added. */
function aheadAfter(support: Float64Array, leader: number, effects: Float64Array, row: number): number {
  const first = row * support.length;
  let rival = Number.NEGATIVE_INFINITY;
  for (let hypothesis = 0; hypothesis < support.length; hypothesis++) {
    if (hypothesis === leader) continue;
    rival = Math.max(rival, at(support, hypothesis) + at(effects, first + hypothesis));
  }
  return at(support, leader) + at(effects, first + leader) - rival;
}

/**
 * Removes what brings the leader closest to the best rival, one by one, until the lead is over; then puts back, first
 * removed first, whatever the end of the lead does not need.
 */
function removeStepByStep(held: Held, leader: number): readonly number[] | null {
  const candidates = new Candidates(held, leader);
  const removed: number[] = [];
  while (isLeading(held, leader)) {
    const next = candidates.takeBest();
    if (next === null) break;
    held.leaveOut(next);
    candidates.refresh(next);
    removed.push(next);
  }
  if (isLeading(held, leader)) return null;
  const needed = removed.filter((entry) => !canBePutBack(entry));
  return needed.sort((one, other) => one - other);

  function canBePutBack(entry: number): boolean {
    held.putBack(entry);
    if (!isLeading(held, leader)) return true;
    held.leaveOut(entry);
    return false;
  }
}

function isLeading({ support }: Held, leader: number): boolean {
  return support.every((amount, hypothesis) => hypothesis === leader || isOver(at(support, leader), amount));
}

/**
 * The entries left, by the origin that they lean on: for each rival the one whose removal costs the leader most
 * against it. A removal changes that for the entries of its own origin only.
 */
class Candidates {
  readonly #held: Held;
  readonly #leader: number;
  readonly #left: ReadonlyMap<number, Set<number>>;
  /** By origin, then by hypothesis. */
  readonly #best: ReadonlyMap<number, { readonly change: Float64Array; readonly entry: Int32Array }>;

  constructor(held: Held, leader: number) {
    const width = held.support.length;
    this.#held = held;
    this.#leader = leader;
    this.#left = new Map(
      [...groupBy(held.origin.keys(), (entry) => wholeAt(held.origin, entry))].map(([origin, entries]) => [
        origin,
        new Set(entries),
      ]),
    );
    this.#best = new Map(
      [...this.#left.keys()].map((origin) => [
        origin,
        { change: new Float64Array(width), entry: new Int32Array(width) },
      ]),
    );
    for (const origin of this.#left.keys()) this.#findBest(origin);
  }

  /** The entry after whose removal the leader is least ahead of the best rival, the first of equals. */
  takeBest(): number | null {
    const { support } = this.#held;
    let least = Number.POSITIVE_INFINITY;
    let best: number | null = null;
    for (const { change, entry } of this.#best.values()) {
      for (let rival = 0; rival < support.length; rival++) {
        const ahead = at(support, this.#leader) - at(support, rival) + at(change, rival);
        // Infinite where an origin has no entry left, and for the leader, who is no rival.
        if (ahead === Number.POSITIVE_INFINITY) continue;
        const isFirstOfEquals = best !== null && isEqual(ahead, least) && wholeAt(entry, rival) < best;
        if (!isFirstOfEquals && (isEqual(ahead, least) || ahead > least)) continue;
        least = Math.min(least, ahead);
        best = wholeAt(entry, rival);
      }
    }
    return best;
  }

  refresh(removed: number): void {
    const origin = wholeAt(this.#held.origin, removed);
    this.#left.get(origin)?.delete(removed);
    this.#findBest(origin);
  }

  #findBest(origin: number): void {
    const { support } = this.#held;
    const { change, entry } = this.#best.get(origin) as { change: Float64Array; entry: Int32Array };
    const factors = new Float64Array(support.length);
    change.fill(Number.POSITIVE_INFINITY);
    for (const candidate of this.#left.get(origin) ?? []) {
      this.#held.try(candidate, factors);
      for (let rival = 0; rival < support.length; rival++) {
        const odds = at(factors, this.#leader) / at(factors, rival);
        // Odds that differ by so small a factor are equal, as logarithms are that differ by as little.
        if (rival === this.#leader || !(odds * (1 + 1e-9) < at(change, rival))) continue;
        change[rival] = odds;
        entry[rival] = candidate;
      }
    }
    for (let rival = 0; rival < support.length; rival++) change[rival] = Math.log(at(change, rival));
  }
}

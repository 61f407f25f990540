/** One source resting on another: what `from` says, or is made to say, comes from `on`. */
export interface Reliance {
  readonly from: string;
  readonly on: string;
}

/** Longer rounds are told by the shorter ones in them; and past so many nobody reads on. */
const LONGEST = 8;
const MOST = 20;
/** So many steps are taken in looking; a web in which they do not suffice is told as far as it was seen. */
const MOST_STEPS = 100_000;

export interface Cycles {
  /** Each begins with the source that comes first in its order and names every source once. */
  readonly cycles: readonly (readonly string[])[];
  /** Whether there may be more than are told. */
  readonly isCut: boolean;
}

/**
 * The rounds in which sources rest on each other, each told once: A cites B cites A. They matter since what goes round
 * seems confirmed by each hand it passes, and may come from none. Of up to eight sources, twenty at most, the shortest
 * first.
 *
 * Every round is found from the source in it that comes first (by number), by going only through those after it; and all
 * of one length before any longer one, so that where the search is cut off the short ones are known.
 */
export function findCycles(reliances: readonly Reliance[]): Cycles {
  const next = neighboursOf(reliances);
  const cycles: (readonly string[])[] = [];
  let steps = 0;
  let isCut = false;

  /** Goes on along a way until it is as long as asked for, and then looks whether it closes. */
  function walk(way: string[], length: number): void {
    const [start = "", last = ""] = [way[0], way.at(-1)];
    for (const id of next.get(last) ?? []) {
      if (cycles.length > MOST || ++steps > MOST_STEPS) return;
      if (id === start) {
        if (way.length === length) cycles.push([...way]);
      } else if (byNumber(id, start) > 0 && !way.includes(id)) {
        if (way.length === LONGEST) isCut = true;
        if (way.length >= length) continue;
        way.push(id);
        walk(way, length);
        way.pop();
      }
    }
  }
  for (let length = 2; length <= LONGEST; length++) {
    for (const start of next.keys()) walk([start], length);
  }
  return {
    cycles: cycles.slice(0, MOST),
    isCut: isCut || cycles.length > MOST || steps > MOST_STEPS,
  };
}

/** By source, those it rests on, all in the order of their numbers. */
function neighboursOf(reliances: readonly Reliance[]): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, Set<string>>();
  for (const { from, on } of reliances) {
    if (from !== on) next.set(from, (next.get(from) ?? new Set()).add(on));
  }
  const sorted = [...next].map(([id, ons]) => [id, [...ons].toSorted(byNumber)] as const);
  return new Map(sorted.toSorted(([one], [other]) => byNumber(one, other)));
}

const numbers = new Intl.Collator("en", { numeric: true });

/** S2 before S10. */
const byNumber = (one: string, other: string): number => numbers.compare(one, other);

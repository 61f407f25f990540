/** One source resting on another: what `from` says, or is made to say, comes from `on`. */
export interface Reliance {
  readonly from: string;
  readonly on: string;
}

/** Longer rounds are told by the shorter ones in them; and past so many nobody reads on. */
const LONGEST = 8;
const MOST = 20;
/** So many steps are taken in looking; a web in which they do not suffice is told as far as it was seen. */
const MOST_STEPS = 200_000;

export interface Cycles {
  /** Each begins with the source that comes first in its order and names every source once. */
  readonly cycles: readonly (readonly string[])[];
  /** Whether there may be more than are told. */
  readonly isCut: boolean;
}

/**
 * The rounds in which sources rest on each other, each told once: A cites B cites A. They matter since what goes round
 * seems confirmed by each hand it passes, and comes from none. Of up to eight sources, twenty at most; the shortest come
 * first.
 *
 * Every round is found from the source in it that comes first (by number), and by going only through those after it.
 */
export function findCycles(reliances: readonly Reliance[]): Cycles {
  const next = new Map<string, Set<string>>();
  for (const { from, on } of reliances) {
    if (from !== on) next.set(from, (next.get(from) ?? new Set()).add(on));
  }
  const ids = [...next.keys()].toSorted(byNumber);
  const place = new Map(ids.map((id, row) => [id, row]));
  const cycles: string[][] = [];
  let steps = 0;
  let isCut = false;

  function walk(path: readonly string[], start: string): void {
    const last = path.at(-1) ?? start;
    for (const id of [...(next.get(last) ?? [])].toSorted(byNumber)) {
      if (++steps > MOST_STEPS) {
        isCut = true;
        return;
      }
      if (id === start) cycles.push([...path]);
      else if ((place.get(id) ?? -1) > (place.get(start) ?? 0) && !path.includes(id)) {
        if (path.length < LONGEST) walk([...path, id], start);
        else isCut = true;
      }
    }
  }
  for (const start of ids) walk([start], start);

  const ordered = cycles.toSorted((one, other) => one.length - other.length);
  return { cycles: ordered.slice(0, MOST), isCut: isCut || ordered.length > MOST };
}

/** S2 before S10. */
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

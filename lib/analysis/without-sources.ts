import { count } from "./columns";
import type { Citation } from "./matrix";
import { handsOf, lean, nameOf, type Part, type Passing, partsOf } from "./origins";
import type { Reckoning } from "./reckoning";
import { type Revision, rereader } from "./revision";
import type { Thread } from "./threads";

/**
 * How the entries read once some sources are silenced: every citation of them or via them is gone, and so is an entry
 * that thereby loses its last one.
 *
 * @returns The revision for any set of sources.
 */
export function sourceSilencer(reckoning: Reckoning): (silenced: ReadonlySet<number>) => Revision {
  const { matrix, weights } = reckoning;
  const { groups, parts, sourceReliability } = weights;
  const citing = findCiting(reckoning);
  const contested = findContested(reckoning);

  return (silenced) => {
    const left = citationsLeft(silenced);
    const passing = weights.passing.slice();
    const fewer = new Set<number>();
    for (const [entry, citations] of left) {
      const hands = handsOf(citations, groups);
      for (const hand of handsOf(matrix.citations[entry] ?? [], groups)) {
        if (hands.has(hand)) continue;
        count(passing, hand, -1);
        fewer.add(hand);
      }
    }

    // Where fewer pass through a hand, others that do may be called after another hand than before.
    const renamed = new Set<number>();
    for (const hand of fewer) {
      for (const entry of contested[hand] ?? []) {
        if (!left.has(entry) && isRenamed(parts[entry] ?? [], passing)) renamed.add(entry);
      }
    }

    const reread = rereader(reckoning, left.size + renamed.size);
    const revision = new Map<number, Thread | null>();
    for (const [entry, citations] of left) {
      const isOut = citations.length === 0;
      const provenance = isOut ? undefined : lean(partsOf(citations, groups, sourceReliability), passing);
      revision.set(entry, isOut ? null : reread(entry, { provenance }));
    }
    for (const entry of renamed) {
      revision.set(entry, reread(entry, { provenance: lean(parts[entry] ?? [], passing) }));
    }
    return revision;
  };

  function isRenamed(ofEntry: readonly Part[], passing: Passing): boolean {
    for (const part of ofEntry) if (nameOf(part, passing) !== nameOf(part, weights.passing)) return true;
    return false;
  }

  function citationsLeft(silenced: ReadonlySet<number>): ReadonlyMap<number, readonly Citation[]> {
    const left = new Map<number, readonly Citation[]>();
    for (const silent of silenced) {
      for (const entry of citing[silent] ?? []) {
        const citations = matrix.citations[entry] ?? [];
        left.set(
          entry,
          citations.filter(
            ({ source, via }) => !silenced.has(source) && (via === null || !silenced.has(via)),
          ),
        );
      }
    }
    return left;
  }
}

/** By source, the entries that cite it or have something via it. */
function findCiting({ matrix }: Reckoning): readonly (readonly number[])[] {
  const citing = matrix.sources.map((): number[] => []);
  matrix.citations.forEach((citations, entry) => {
    for (const { source, via } of citations) {
      citing[source]?.push(entry);
      if (via !== null) citing[via]?.push(entry);
    }
  });
  return citing;
}

/** By hand, the entries of which some part could be called after it or after another. */
export function findContested({ matrix, weights: { parts } }: Reckoning): readonly (readonly number[])[] {
  const contested = matrix.sources.map((): number[] => []);
  parts.forEach((ofEntry, entry) => {
    for (const { bearers } of ofEntry) {
      if (bearers.length < 2) continue;
      for (const hand of bearers) contested[hand]?.push(entry);
    }
  });
  return contested;
}

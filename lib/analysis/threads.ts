import { at } from "./columns";
import { isOver } from "./numbers";
import type { Place } from "./places";
import { cellLikelihood } from "./posterior";

/** One entry as the strands take it in: where it belongs and what it says. */
export type Thread = {
  readonly place: Place;
  /** A column that holds its ln p − ln ½ by hypothesis, from `first` on. */
  readonly likelihoods: Float64Array;
  readonly first: number;
  /** Whether it says something of some hypothesis: some consensus is not 0. */
  readonly speaks: boolean;
};

/** A row of a column that has many: where it starts. */
type Row = { readonly column: Float64Array; readonly first: number };

/**
 * @param consensus The entry's consensus by hypothesis.
 * @param likelihoods Where to write; all 0.
 */
export function spin(
  place: Place,
  { step, weight }: { readonly step: number; readonly weight: number },
  consensus: Row,
  likelihoods: Row,
  width: number,
): Thread {
  let speaks = false;
  for (let row = 0; row < width; row++) {
    const number = at(consensus.column, consensus.first + row);
    if (number === 0) continue;
    speaks = true;
    likelihoods.column[likelihoods.first + row] = cellLikelihood(step, weight, number);
  }
  return { place, likelihoods: likelihoods.column, first: likelihoods.first, speaks };
}

/** An entry left out with doubts held: its origin is doubted as before, but what it said counts no more. */
export function hush(thread: Thread, width: number): Thread {
  return { ...thread, likelihoods: new Float64Array(width), first: 0 };
}

/** Whether an entry's diagnosticity is over 0: it is likelier under some hypothesis than under another. */
export function tellsApart({ likelihoods, first }: Thread, width: number): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let cell = first; cell < first + width; cell++) {
    least = Math.min(least, at(likelihoods, cell));
    most = Math.max(most, at(likelihoods, cell));
  }
  return isOver((most - least) / Math.LN2, 0);
}

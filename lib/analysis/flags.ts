import { at, wholeAt } from "./columns";
import { isOver, isUnder } from "./numbers";
import type { Reckoning } from "./reckoning";
import { CREDIBILITY, FLAGS, type Flag } from "./scales";

/** How far the consensus of an entry may spread over the hypotheses while it still fits them all alike. */
const LARGEST_SPREAD = 0.5;
/** The weight under which an entry barely counts. */
const LEAST_WEIGHT = 0.1;
/** How many judged origins "confirmed" takes. */
const FEWEST_ORIGINS = 2;

/** By entry, what is worth a second look, in the order of the table of flags. */
export function findFlags(reckoning: Reckoning): readonly (readonly Flag[])[] {
  const { matrix, weights } = reckoning;
  const confirmed = findConfirmed(reckoning);
  return matrix.entries.map((_, entry) => {
    const citations = matrix.citations[entry] ?? [];
    const judgedOrigins = weights.provenance[entry]?.origins.filter(({ judged }) => judged).length ?? 0;
    const holds: Readonly<Record<Flag, boolean>> = {
      "fits-everything": fitsEverything(reckoning, entry),
      disbelieved: isUnder(at(weights.weight, entry), LEAST_WEIGHT),
      "confirmed-alone": confirmed.has(entry) && judgedOrigins < FEWEST_ORIGINS,
      "relayed-only": citations.length > 0 && citations.every(({ via }) => via !== null),
      unsourced: citations.length === 0,
    };
    return FLAGS.map(({ code }) => code).filter((code) => holds[code]);
  });
}

/** The entries that some analyst graded as confirmed. */
function findConfirmed({ matrix: { credibility } }: Reckoning): ReadonlySet<number> {
  const confirmed = CREDIBILITY.findIndex(({ code }) => code === 1);
  return new Set(credibility.subject.filter((_, row) => wholeAt(credibility.code, row) === confirmed));
}

/** With fewer than two hypotheses there is no everything to fit. */
function fitsEverything({ cells, matrix }: Reckoning, entry: number): boolean {
  const width = matrix.hypotheses.length;
  if (width < 2) return false;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let cell = entry * width; cell < (entry + 1) * width; cell++) {
    if (wholeAt(cells.votes, cell) === 0) return false;
    lowest = Math.min(lowest, at(cells.consensus, cell));
    highest = Math.max(highest, at(cells.consensus, cell));
  }
  return !isOver(highest - lowest, LARGEST_SPREAD);
}

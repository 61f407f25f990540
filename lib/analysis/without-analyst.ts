import { at } from "./columns";
import type { Grades } from "./matrix";
import { lean, partsOf } from "./origins";
import type { Reckoning } from "./reckoning";
import { type Revision, reread, rowsBy } from "./revision";
import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY } from "./scales";
import { type Means, meanWithout } from "./tallies";
import type { Thread } from "./threads";

/**
 * How the entries read once an analyst has said nothing: no rating, no grade of an entry or of a source.
 *
 * @returns The revision for any analyst.
 */
export function analystSilencer(reckoning: Reckoning): (analyst: number) => Revision {
  const { matrix, cells, weights } = reckoning;
  const width = matrix.hypotheses.length;
  const rated = byAnalyst(matrix.consistency, CONSISTENCY);
  const believed = byAnalyst(matrix.credibility, CREDIBILITY);
  const relevant = byAnalyst(matrix.relevance, RELEVANCE);
  const trusted = byAnalyst(matrix.reliability, RELIABILITY);

  return (analyst) => {
    const consensus = new Map<number, Float64Array>();
    for (const [cell, number] of rated(analyst)) {
      const entry = Math.floor(cell / width);
      let row = consensus.get(entry);
      if (!row) {
        row = cells.consensus.slice(entry * width, (entry + 1) * width);
        consensus.set(entry, row);
      }
      row[cell - entry * width] = meanWithout(cells.means, cell, number);
    }
    const credibility = meansWithout(weights.credibility, believed(analyst));
    const relevance = meansWithout(weights.relevance, relevant(analyst));
    const regraded = meansWithout(weights.sourceReliability, trusted(analyst));
    const touched = new Set([...consensus.keys(), ...credibility.keys(), ...relevance.keys()]);
    const citing = new Set<number>();
    if (regraded.size > 0) {
      matrix.citations.forEach((citations, entry) => {
        const cites = citations.some(
          ({ source, via }) => regraded.has(source) || (via !== null && regraded.has(via)),
        );
        if (cites) touched.add(entry) && citing.add(entry);
      });
    }
    const reliability = withMeans(weights.sourceReliability, regraded);

    const revision = new Map<number, Thread>();
    for (const entry of touched) {
      const provenance = citing.has(entry)
        ? lean(partsOf(matrix.citations[entry] ?? [], weights.groups, reliability), weights.passing)
        : undefined;
      const reading = {
        provenance,
        credibility: credibility.get(entry),
        relevance: relevance.get(entry),
        consensus: consensus.get(entry),
      };
      revision.set(entry, reread(reckoning, entry, reading));
    }
    return revision;
  };

  /** The numbers that an analyst gave, with their subjects. */
  function byAnalyst(grades: Grades, scale: readonly { readonly value: number | null }[]) {
    const rows = rowsBy(grades.analyst, matrix.analysts.length);
    return function* (analyst: number): Generator<readonly [number, number]> {
      for (const row of rows[analyst] ?? []) {
        const number = scale[at(grades.code, row)]?.value ?? null;
        if (number !== null) yield [at(grades.subject, row), number];
      }
    };
  }
}

function meansWithout(
  means: Means,
  numbers: Iterable<readonly [number, number]>,
): ReadonlyMap<number, number> {
  return new Map([...numbers].map(([subject, number]) => [subject, meanWithout(means, subject, number)]));
}

/** The means with some of them otherwise, each short of one vote. */
function withMeans(means: Means, otherwise: ReadonlyMap<number, number>): Means {
  const [mean, votes] = [means.mean.slice(), means.votes.slice()];
  for (const [subject, number] of otherwise) {
    mean[subject] = number;
    votes[subject] = at(votes, subject) - 1;
  }
  return { ...means, mean, votes };
}

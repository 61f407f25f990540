import { at } from "./columns";
import type { Grades } from "./matrix";
import { lean, partsOf } from "./origins";
import type { Reckoning } from "./reckoning";
import { type Revision, rereader } from "./revision";
import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY } from "./scales";
import { type Means, meanWithout, type Opinions, opinionsByAnalyst } from "./tallies";
import type { Thread } from "./threads";

type Scale = readonly { readonly value: number | null }[];

/**
 * How the entries read once an analyst has said nothing: no rating, no grade of an entry or of a source.
 *
 * @returns The revision for any analyst.
 */
export function analystSilencer(reckoning: Reckoning): (analyst: number) => Revision {
  const { matrix, weights } = reckoning;
  const rated = byAnalyst(matrix.consistency, CONSISTENCY);
  const believed = byAnalyst(matrix.credibility, CREDIBILITY);
  const relevant = byAnalyst(matrix.relevance, RELEVANCE);
  const trusted = byAnalyst(matrix.reliability, RELIABILITY);

  return (analyst) => {
    const consensus = consensusWithout(reckoning, rated(analyst));
    const credibility = meansWithout(weights.credibility, believed(analyst));
    const relevance = meansWithout(weights.relevance, relevant(analyst));
    const regraded = meansWithout(weights.sourceReliability, trusted(analyst));
    const reliability = withMeans(weights.sourceReliability, regraded);
    const citing = entriesCiting(regraded);

    const touched = new Set([...consensus.keys(), ...credibility.keys(), ...relevance.keys(), ...citing]);
    const reread = rereader(reckoning, touched.size);
    const revision = new Map<number, Thread>();
    for (const entry of touched) {
      const citations = citing.has(entry) ? matrix.citations[entry] : undefined;
      const reading = {
        provenance: citations && lean(partsOf(citations, weights.groups, reliability), weights.passing),
        credibility: credibility.get(entry),
        relevance: relevance.get(entry),
        consensus: consensus.get(entry),
      };
      revision.set(entry, reread(entry, reading));
    }
    return revision;
  };

  function byAnalyst(grades: Grades, scale: Scale): (analyst: number) => Opinions {
    const opinions = opinionsByAnalyst(grades, scale, matrix.analysts.length);
    return (analyst) => opinions[analyst] as Opinions;
  }

  function entriesCiting(sources: ReadonlyMap<number, number>): ReadonlySet<number> {
    const citing = new Set<number>();
    if (sources.size === 0) return citing;
    matrix.citations.forEach((citations, entry) => {
      const isCiting = citations.some(
        ({ source, via }) => sources.has(source) || (via !== null && sources.has(via)),
      );
      if (isCiting) citing.add(entry);
    });
    return citing;
  }
}

/** By entry that they rated, its consensus by hypothesis without these ratings. */
function consensusWithout(
  { matrix, cells }: Reckoning,
  { subject, number }: Opinions,
): ReadonlyMap<number, { readonly column: Float64Array; readonly first: number }> {
  const width = matrix.hypotheses.length;
  const column = new Float64Array(Math.min(subject.length, matrix.entries.length) * width);
  const rows = new Map<number, { readonly column: Float64Array; readonly first: number }>();
  for (let rating = 0; rating < subject.length; rating++) {
    const cell = at(subject, rating);
    const entry = Math.floor(cell / width);
    let row = rows.get(entry);
    if (!row) {
      row = { column, first: rows.size * width };
      rows.set(entry, row);
      for (let place = 0; place < width; place++) {
        column[row.first + place] = at(cells.consensus, entry * width + place);
      }
    }
    column[row.first + cell - entry * width] = meanWithout(cells.means, cell, at(number, rating));
  }
  return rows;
}

function meansWithout(means: Means, { subject, number }: Opinions): ReadonlyMap<number, number> {
  const without = new Map<number, number>();
  subject.forEach((one, row) => {
    without.set(one, meanWithout(means, one, at(number, row)));
  });
  return without;
}

/** The means with some of them otherwise, each short of one vote. */
function withMeans(means: Means, otherwise: ReadonlyMap<number, number>): Means {
  if (otherwise.size === 0) return means;
  const [mean, votes] = [means.mean.slice(), means.votes.slice()];
  for (const [subject, number] of otherwise) {
    mean[subject] = number;
    votes[subject] = at(votes, subject) - 1;
  }
  return { ...means, mean, votes };
}

import { at } from "./columns";
import type { Citation, Grades } from "./matrix";
import { lean, partsOf } from "./origins";
import type { Reckoning } from "./reckoning";
import { type Revision, rereader } from "./revision";
import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY } from "./scales";
import { meansWithout, type Opinions, opinionsByAnalyst, type Scale } from "./tallies";
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
    const consensus = meansWithout(cells.means, rated(analyst)).mean;
    const credibility = meansWithout(weights.credibility, believed(analyst)).mean;
    const relevance = meansWithout(weights.relevance, relevant(analyst)).mean;
    const reliability = meansWithout(weights.sourceReliability, trusted(analyst));
    const regraded = new Set(trusted(analyst).subject);

    const reread = rereader(reckoning, matrix.entries.length);
    const revision = new Map<number, Thread>();
    matrix.citations.forEach((citations, entry) => {
      const isRegraded = citesAny(citations, regraded);
      const isAsItWas =
        !isRegraded &&
        isSame(credibility, weights.credibility.mean, entry, 1) &&
        isSame(relevance, weights.relevance.mean, entry, 1) &&
        isSame(consensus, cells.consensus, entry, width);
      if (isAsItWas) return;
      const reading = {
        provenance: isRegraded
          ? lean(partsOf(citations, weights.groups, reliability), weights.passing)
          : undefined,
        credibility: at(credibility, entry),
        relevance: at(relevance, entry),
        consensus,
      };
      revision.set(entry, reread(entry, reading));
    });
    return revision;
  };

  function byAnalyst(grades: Grades, scale: Scale): (analyst: number) => Opinions {
    const opinions = opinionsByAnalyst(grades, scale, matrix.analysts.length);
    return (analyst) => opinions[analyst] as Opinions;
  }
}

function citesAny(citations: readonly Citation[], sources: ReadonlySet<number>): boolean {
  for (const { source, via } of citations) {
    if (sources.has(source) || (via !== null && sources.has(via))) return true;
  }
  return false;
}

/** Whether two columns have the same figures in one row, rows being so wide. */
function isSame(one: Float64Array, other: Float64Array, row: number, width: number): boolean {
  for (let place = row * width; place < (row + 1) * width; place++) {
    if (at(one, place) !== at(other, place)) return false;
  }
  return true;
}

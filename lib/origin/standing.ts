import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";
import type { TrackRecord } from "@/lib/analysis/track-record";
import type { Analysis, MatrixInput, OriginFindings } from "@/lib/analysis/types";
import { groupsOf } from "@/lib/matrix/seen";
import { nearestReliability } from "@/lib/source/grade";
import { entriesByHand } from "@/lib/source/hands";

/** How a source stands in one inquiry. */
export interface SourceStanding {
  readonly id: string;
  /** The letter nearest to the mean of its grades; F where nobody judged it. */
  readonly letter: Reliability;
  /** The mean itself, 0 to 1. */
  readonly reliability: number | null;
  /** The best and the worst grade given, apart from F; null where there is none. */
  readonly spread: readonly [best: Reliability, worst: Reliability] | null;
  /** How many entries cite it, as asserter or as channel. */
  readonly entries: number;
  /** The others that are one origin with it, as far as they may be seen. */
  readonly together: readonly string[];
  /** How many entries lean on its origin. */
  readonly leaning: number;
  /** The origins on which the entries that cite it lean, the one with most of all entries first. */
  readonly origins: readonly OriginFindings[];
  readonly record: TrackRecord | null;
}

/**
 * How every source that may be seen stands in an inquiry, those on which most entries rest first.
 *
 * @param seen Every source that the inquiry cites.
 */
export function sourceStandings(
  input: MatrixInput,
  analysis: Analysis,
  records: readonly TrackRecord[],
  seen: { has(id: string): boolean },
): readonly SourceStanding[] {
  const entriesOf = entriesByHand(input);
  const grades = new Map((input.sources ?? []).map(({ id, reliability }) => [id, reliability ?? {}]));
  const leansOn = new Map(analysis.evidence.map(({ id, leansOn: origin }) => [id, origin]));
  const groups = groupsOf(analysis.sources, seen);
  return analysis.sources
    .filter(({ id }) => seen.has(id))
    .map(({ id, reliability }) => {
      const entries = [...(entriesOf.get(id) ?? [])];
      const named = new Set(entries.map((entry) => leansOn.get(entry)));
      return {
        id,
        letter: nearestReliability(reliability),
        reliability,
        spread: spreadOf(Object.values(grades.get(id) ?? {})),
        entries: entries.length,
        together: (groups.find(({ members }) => members.includes(id))?.members ?? []).filter(
          (member) => member !== id,
        ),
        leaning: analysis.origins.find(({ sources }) => sources.includes(id))?.evidence ?? 0,
        origins: analysis.origins
          .filter((origin) => named.has(origin.id))
          .toSorted((one, other) => other.evidence - one.evidence),
        record: records.find(({ source }) => source === id) ?? null,
      };
    })
    .toSorted((one, other) => other.entries - one.entries);
}

function spreadOf(given: readonly Reliability[]): readonly [Reliability, Reliability] | null {
  const judged = RELIABILITY.filter(({ code, value }) => value !== null && given.includes(code));
  const [best, worst] = [judged[0], judged.at(-1)];
  return best && worst ? [best.code, worst.code] : null;
}

import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";
import type { TrackRecord } from "@/lib/analysis/track-record";
import type { Analysis, MatrixInput } from "@/lib/analysis/types";
import { nearestReliability } from "@/lib/source/grade";

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
  /** The origin it belongs to; null where no entry leans on that. */
  readonly origin: {
    readonly id: string;
    readonly sources: readonly string[];
    readonly evidence: number;
    readonly doubt: number;
    readonly bound: number;
  } | null;
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
  const entriesOf = new Map<string, Set<string>>();
  for (const { id, citations } of input.evidence ?? []) {
    for (const { source, via } of citations ?? []) {
      for (const hand of via === undefined ? [source] : [source, via]) {
        entriesOf.set(hand, (entriesOf.get(hand) ?? new Set()).add(id));
      }
    }
  }
  const grades = new Map((input.sources ?? []).map(({ id, reliability }) => [id, reliability ?? {}]));
  const originOf = new Map(
    analysis.origins.flatMap((origin) => origin.sources.map((source) => [source, origin] as const)),
  );
  return analysis.sources
    .filter(({ id }) => seen.has(id))
    .map(({ id, reliability }) => {
      const origin = originOf.get(id);
      return {
        id,
        letter: nearestReliability(reliability),
        reliability,
        spread: spreadOf(Object.values(grades.get(id) ?? {})),
        entries: entriesOf.get(id)?.size ?? 0,
        origin: origin ? { ...origin, sources: origin.sources.filter((source) => seen.has(source)) } : null,
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

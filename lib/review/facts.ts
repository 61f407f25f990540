import type { ClaimInput } from "@/lib/analysis/claims";
import { weightiestDrops } from "@/lib/analysis/drop-order";
import type { Reliability } from "@/lib/analysis/scales";
import { type TrackRecord, trackRecords } from "@/lib/analysis/track-record";
import type { MatrixInput, WholeAnalysis } from "@/lib/analysis/types";
import { sourcesInHalo } from "@/lib/source/halo";
import { entriesByHand } from "@/lib/source/hands";

/** What one inquiry says of one source to one of its analysts. */
export interface SourceFacts {
  /** How far its posteriors would move if the source fell, 0 to 1. */
  readonly moves: number;
  /** The entries that rest on it. */
  readonly entries: readonly string[];
  /** Those of them that somebody graded as confirmed without two judged origins. */
  readonly confirmedAlone: readonly string[];
  /** The grades of the inquiry's other analysts, by analyst. */
  readonly others: ReadonlyMap<string, Reliability>;
  /** What became of the claims that it asserts; null where it asserts none. */
  readonly record: TrackRecord | null;
  readonly isInHalo: boolean;
}

/** What an inquiry says of every source that it cites or that asserts a claim in it, by source. */
export function sourceFacts(
  input: MatrixInput,
  whole: WholeAnalysis,
  claims: readonly ClaimInput[],
  analystId: string,
): ReadonlyMap<string, SourceFacts> {
  const moves = new Map(
    weightiestDrops(whole, whole.drops.length)
      .filter(({ kind }) => kind === "source")
      .map((drop) => [drop.id, drop.moves]),
  );
  const records = new Map(trackRecords(input, claims).map((record) => [record.source, record]));
  const confirmed = new Set(
    whole.evidence.filter(({ flags }) => flags.includes("confirmed-alone")).map(({ id }) => id),
  );
  const halo = sourcesInHalo(input, whole, analystId);
  const entriesOf = entriesByHand(input);
  for (const { asserter } of claims) {
    if (asserter !== undefined && !entriesOf.has(asserter)) entriesOf.set(asserter, new Set());
  }
  const grades = new Map((input.sources ?? []).map(({ id, reliability }) => [id, reliability ?? {}]));
  return new Map(
    [...entriesOf].map(([id, entries]) => [
      id,
      {
        moves: moves.get(id) ?? 0,
        entries: [...entries],
        confirmedAlone: [...entries].filter((entry) => confirmed.has(entry)),
        others: new Map(Object.entries(grades.get(id) ?? {}).filter(([analyst]) => analyst !== analystId)),
        record: records.get(id) ?? null,
        isInHalo: halo.has(id),
      },
    ]),
  );
}

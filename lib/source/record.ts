import type { ClaimInput } from "@/lib/analysis/claims";
import { mean } from "@/lib/analysis/numbers";
import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";
import { type RecordFigures, recordOf, type TrackRecord, trackRecords } from "@/lib/analysis/track-record";
import type { CitingInquiry } from "@/lib/citing/queries";
import type { Matrix } from "@/lib/matrix/queries";
import { standsIn } from "./may";
import type { SourceFound } from "./queries";

/** What became of a source's claims in all the inquiries that somebody sees. */
export interface PooledRecord extends RecordFigures {
  readonly claims: number;
}

/**
 * One record out of those of several inquiries; null where the source asserts nothing in them.
 *
 * @param grades The grades it is held against; F counts as none.
 */
export function poolRecords(
  records: readonly TrackRecord[],
  grades: readonly Reliability[],
): PooledRecord | null {
  const sum = (figure: (record: TrackRecord) => number) =>
    records.reduce((total, record) => total + figure(record), 0);
  const claims = sum((record) => record.claims);
  if (claims === 0) return null;
  return {
    claims,
    ...recordOf(
      sum(({ supported }) => supported),
      sum(({ contradicted }) => contradicted),
      meanReliability(grades),
    ),
  };
}

/** The records of sources in an inquiry. One that is withdrawn has none: nothing counts on it now. */
export function recordsIn(
  { input, withdrawnSources }: Pick<Matrix, "input" | "withdrawnSources">,
  claims: readonly ClaimInput[],
): readonly TrackRecord[] {
  return trackRecords(
    input,
    claims.filter(({ asserter }) => asserter === undefined || !withdrawnSources.has(asserter)),
  );
}

/** What is known of a source's claims over some inquiries, with the claims behind it. */
export function recordIn(
  source: Pick<SourceFound, "id" | "grades">,
  citing: readonly CitingInquiry[],
  matrices: ReadonlyMap<string, Matrix>,
  claims: ReadonlyMap<string, readonly ClaimInput[]>,
) {
  const found = citing.flatMap((inquiry) => {
    const matrix = matrices.get(inquiry.id);
    const record =
      matrix && recordsIn(matrix, claims.get(inquiry.id) ?? []).find((one) => one.source === source.id);
    return record ? [{ inquiry, record }] : [];
  });
  const counting = source.grades
    .filter(({ isCurrent, analystId }) => isCurrent && standsIn(citing, analystId).length > 0)
    .map(({ reliability }) => reliability);
  return {
    reliability: meanReliability(counting),
    record: poolRecords(
      found.map(({ record }) => record),
      counting,
    ),
    recorded: found.flatMap(({ inquiry: { slug, claims: own }, record }) =>
      record.verdicts.map(({ claim: id, verdict }) => ({
        slug,
        id,
        statement: own.find((one) => one.id === id)?.statement ?? "",
        verdict,
      })),
    ),
  };
}

/** The mean of some grades, 0 to 1; null where none of them is a judgement. */
export function meanReliability(grades: readonly Reliability[]): number | null {
  return mean(grades.flatMap((grade) => RELIABILITY.find(({ code }) => code === grade)?.value ?? []));
}

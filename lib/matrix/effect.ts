import "server-only";
import { analyse } from "@/lib/analysis/analyse";
import { compareAnalyses } from "@/lib/analysis/compare";
import { describeChange } from "@/lib/analysis/describe-change";
import type { Analysis } from "@/lib/analysis/types";
import { withoutEvidence } from "@/lib/analysis/without";
import type { Outcome } from "@/lib/outcome";
import { getMatrix, type Matrix } from "./queries";

/** Does something to an inquiry and says in one line what it moved, from what to what, and through which step. */
export async function withEffect<T>(
  inquiryId: string,
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<{ value: T; effect: string }>> {
  const before = await getMatrix(inquiryId);
  const outcome = await act();
  if (!outcome.ok) return outcome;
  return {
    ok: true,
    value: { value: outcome.value, effect: describeEffect(before, await getMatrix(inquiryId)) },
  };
}

export function describeEffect(before: Matrix, after: Matrix): string {
  return inWords(before.analysis, after.analysis, after.isRanking);
}

/** What one entry does: the matrix without it against the matrix with it. `isNew`: it was just added. */
export function describeEntry(
  matrix: Matrix,
  evidenceId: string,
  { isNew }: { readonly isNew: boolean },
): string {
  const without = analyse(withoutEvidence(matrix.input, evidenceId));
  return inWords(without, matrix.analysis, matrix.isRanking, isNew);
}

/** What a matrix that is not saved would do against the one that is. */
export function describePreview(matrix: Matrix, analysis: Analysis): string {
  return inWords(matrix.analysis, analysis, matrix.isRanking);
}

function inWords(
  before: Matrix["analysis"],
  after: Matrix["analysis"],
  isRanking: boolean,
  isAddedNew = true,
): string {
  const figures = isRanking ? "relative" : "per-cent";
  return describeChange(compareAnalyses(before, after), { figures, isAddedNew });
}

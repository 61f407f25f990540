import "server-only";
import { analyse } from "@/lib/analysis/analyse";
import { compareAnalyses, type Difference, type Step } from "@/lib/analysis/compare";
import { describeChange } from "@/lib/analysis/describe-change";
import type { Analysis } from "@/lib/analysis/types";
import { withoutEvidence } from "@/lib/analysis/without";
import type { Person } from "@/lib/auth/actor";
import { findInquiry, type InquiryScope } from "@/lib/inquiry/scope";
import type { Outcome } from "@/lib/outcome";
import { listBlindEntries } from "@/lib/rating/queries";
import { getMatrix, type Matrix } from "./queries";

/**
 * Does something to an inquiry and says in one line what it moved, from what to what, and through which step, but for
 * the entries to which whoever does it is blind: of these a step would tell what others gave.
 */
export async function withEffect<T>(
  actor: Person,
  scope: InquiryScope,
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<{ value: T; effect: string }>> {
  const before = await getMatrix(scope.id);
  const outcome = await act();
  if (!outcome.ok) return outcome;
  const after = await getMatrix(scope.id);
  const ids = new Set([before, after].flatMap(({ analysis }) => analysis.evidence.map(({ id }) => id)));
  // Whoever contributes is an analyst from then on.
  const now = (await findInquiry(actor, scope.slug)) ?? scope;
  const blind = await listBlindEntries(actor, now, [...ids]);
  return { ok: true, value: { value: outcome.value, effect: describeEffect(before, after, blind) } };
}

/** @param blind The entries of which no step is told. */
export function describeEffect(before: Matrix, after: Matrix, blind: ReadonlySet<string>): string {
  const difference = withoutSteps(compareAnalyses(before.analysis, after.analysis), blind);
  return describeChange(difference, { figures: after.isRanking ? "relative" : "per-cent" });
}

function withoutSteps(difference: Difference, blind: ReadonlySet<string>): Difference {
  const isTold = (step: Step) => {
    if (step.kind === "origin") return !step.evidence.some((id) => blind.has(id));
    return step.kind === "evidence" || !("evidence" in step) || !blind.has(step.evidence);
  };
  const { steps, stillness } = difference;
  const isStillTold =
    stillness === null || !("evidence" in stillness) || !stillness.evidence.some((id) => blind.has(id));
  return {
    ...difference,
    steps: steps.filter(isTold),
    stillness: isStillTold ? stillness : { reason: "slight" },
  };
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

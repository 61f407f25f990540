import { CREDIBILITY, RELIABILITY } from "@/lib/analysis/scales";
import type { Analysis, MatrixInput } from "@/lib/analysis/types";

/**
 * The sources that somebody graded just as the entries that cite them, A with 1 to E with 5, if they rate the two
 * scales as one in this matrix; none otherwise.
 */
export function sourcesInHalo(
  input: MatrixInput,
  { analysts }: Pick<Analysis, "analysts">,
  analystId: string,
): ReadonlySet<string> {
  if (!analysts.find(({ id }) => id === analystId)?.halo) return new Set();
  const grades = new Map((input.sources ?? []).map(({ id, reliability }) => [id, reliability?.[analystId]]));
  const alike = new Set<string>();
  for (const { citations, credibility } of input.evidence ?? []) {
    const step = CREDIBILITY.findIndex(
      ({ code, value }) => code === credibility?.[analystId] && value !== null,
    );
    if (step < 0) continue;
    for (const { source } of citations ?? []) {
      if (RELIABILITY[step]?.code === grades.get(source)) alike.add(source);
    }
  }
  return alike;
}

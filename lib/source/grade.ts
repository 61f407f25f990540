import { RELIABILITY, type Reliability } from "@/lib/analysis/scales";

/** The letter nearest to a mean reliability of 0..1; halfway it is the lower one. F where nobody judged (null). */
export function nearestReliability(reliability: number | null): Reliability {
  if (reliability === null) return "F";
  const letter = RELIABILITY[Math.ceil((1 - reliability) * 4 - 0.5)];
  return letter?.code ?? "F";
}

import { formatPercent } from "@/lib/analysis/likelihood";
import type { RecordFigures } from "@/lib/analysis/track-record";
import { count } from "@/lib/format";

/** A track record in a few words, its interval with it; what has none settled says so and gives no share. */
export function recordWords(record: RecordFigures & { readonly claims: number }): string {
  const settled = record.supported + record.contradicted;
  if (settled === 0) return `none of ${count(record.claims, "claim")} settled`;
  const [low, high] = record.interval.map((end) => formatPercent(end));
  return `${formatPercent(record.mean)} right (90 % between ${low} and ${high}), of ${settled} settled`;
}

import type { MatrixInput } from "@/lib/analysis/types";

/** By source, the entries that cite it, as asserter or as the one through which they came. */
export function entriesByHand({ evidence = [] }: MatrixInput): Map<string, Set<string>> {
  const entries = new Map<string, Set<string>>();
  for (const { id, citations } of evidence) {
    for (const { source, via } of citations ?? []) {
      for (const hand of via === undefined ? [source] : [source, via]) {
        entries.set(hand, (entries.get(hand) ?? new Set()).add(id));
      }
    }
  }
  return entries;
}

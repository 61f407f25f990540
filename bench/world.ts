import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY } from "@/lib/analysis/scales";
import type { MatrixInput } from "@/lib/analysis/types";
import { numbersFrom } from "./random";

/** How large a matrix is. */
export type Size = { readonly entries: number; readonly hypotheses: number; readonly analysts: number };

/**
 * A matrix with a truth in it and noise: every analyst rates every cell, the first hypothesis a little better; one
 * source for twenty entries; one or two citations an entry, a third of them relayed. The same for the same size.
 */
export function buildWorld({ entries, hypotheses, analysts }: Size): MatrixInput {
  const random = numbersFrom(entries + hypotheses + analysts);
  const below = (limit: number) => Math.floor(random() * limit);
  const codeOf = <Code>(scale: readonly { readonly code: Code }[]) =>
    scale[below(scale.length)]?.code as Code;
  const people = Array.from({ length: analysts }, (_, row) => `analyst-${row}`);
  const anyone = () => people[below(people.length)] ?? "";
  const sources = Array.from({ length: Math.ceil(entries / 20) }, (_, row) => `source-${row}`);
  const anySource = () => sources[below(sources.length)] ?? "";
  const entryIds = Array.from({ length: entries }, (_, row) => `entry-${row}`);
  const hypothesisIds = Array.from({ length: hypotheses }, (_, row) => `hypothesis-${row}`);

  return {
    hypotheses: hypothesisIds.map((id) => ({ id })),
    sources: sources.map((id) => ({
      id,
      reliability: { [anyone()]: codeOf(RELIABILITY), [anyone()]: codeOf(RELIABILITY) },
    })),
    sourceLinks: sources
      .filter((_, row) => row % 10 === 1)
      .map((from, row) => ({ from, to: sources[row * 10] ?? "", kind: "owns" as const })),
    evidence: entryIds.map((id) => ({
      id,
      citations: Array.from({ length: 1 + below(2) }, () => {
        const [source, via] = [anySource(), anySource()];
        return random() < 1 / 3 && via !== source ? { source, via } : { source };
      }),
      credibility: { [anyone()]: codeOf(CREDIBILITY), [anyone()]: codeOf(CREDIBILITY) },
      relevance: { [anyone()]: codeOf(RELEVANCE) },
    })),
    ratings: entryIds.flatMap((evidence) =>
      hypothesisIds.flatMap((hypothesis, column) => {
        // What the entry is like for this hypothesis; the analysts see it with noise.
        const fit = below(5) + (column === 0 && random() < 0.3 ? 1 : 0);
        return people.map((analyst) => {
          const step = Math.max(0, Math.min(4, fit + below(3) - 1));
          const code = random() < 0.05 ? "NA" : CONSISTENCY[step]?.code;
          return { evidence, hypothesis, analyst, consistency: code ?? "NA" };
        });
      }),
    ),
  };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import type { MatrixInput } from "@/lib/analysis/types";
import { expectClose } from "./close";
import { matrices } from "./matrices";
import { reference, referenceWhole } from "./reference";

describe("the engine and the naive reference", () => {
  it("give the same figures for any matrix, to 1e-9", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const { support: _, ...expected } = reference(input);
        expectClose(analyse(input), expected);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it("give the same drops, linchpins, ranges and confidence, though one recomputes and the other does not", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        expectClose(analyseWhole(input), referenceWhole(input));
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  it("give the same figures for a matrix of two hundred entries", () => {
    let state = 7;
    const below = (limit: number) => {
      state = (state * 48271) % 2147483647;
      return state % limit;
    };
    const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
    const analysts = ["ana", "ben", "cleo"];
    const sources = Array.from({ length: 30 }, (_, row) => ({
      id: `S${row}`,
      reliability: { [pick(analysts)]: pick(["A", "B", "C", "D", "E", "F"] as const) },
    }));
    const hypotheses = ["H1", "H2", "H3", "H4", "H5"].map((id) => ({ id }));
    const evidence = Array.from({ length: 200 }, (_, row) => ({
      id: `E${row}`,
      citations: Array.from({ length: below(4) }, () => ({
        source: `S${below(20)}`,
        via: `S${20 + below(10)}`,
      })),
      credibility: { [pick(analysts)]: pick([1, 2, 3, 4, 5, 6] as const) },
    }));
    const input: MatrixInput = {
      hypotheses,
      sources,
      evidence,
      ratings: evidence.flatMap((entry) =>
        hypotheses.flatMap((hypothesis) =>
          analysts.map((analyst) => ({
            evidence: entry.id,
            hypothesis: hypothesis.id,
            analyst,
            consistency: pick(["II", "I", "N", "C", "CC", "NA"] as const),
          })),
        ),
      ),
    };
    const analysis = analyse(input);
    expect(new Set(analysis.evidence.map(({ leansOn }) => leansOn)).size).toBeGreaterThan(3);
    const { support: _, ...expected } = reference(input);
    expectClose(analysis, expected);
  });
});

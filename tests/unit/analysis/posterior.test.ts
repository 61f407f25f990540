import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { doubted } from "@/lib/analysis/posterior";
import type { Analysis, MatrixInput } from "@/lib/analysis/types";
import { expectClose } from "./close";
import { entry, matrices, rated, source, twoHypotheses } from "./matrices";

const posteriors = ({ hypotheses }: Analysis) => hypotheses.map(({ posterior }) => posterior);
const odds = (analysis: Analysis, one: number, other: number) =>
  (posteriors(analysis)[one] as number) / (posteriors(analysis)[other] as number);

/** A matrix in which everything leans on one source graded C and nothing is corroborated. */
const oneOrigin = (entries: number, codes: readonly ("II" | "I" | "N" | "C" | "CC")[]): MatrixInput => {
  const ids = Array.from({ length: entries }, (_, row) => `E${row}`);
  return {
    hypotheses: codes.map((_, row) => ({ id: `H${row + 1}` })),
    sources: [source("S1", "C")],
    evidence: ids.map((id) => ({ ...entry(id, "S1"), credibility: { ana: 1 }, relevance: { ana: "high" } })),
    ratings: ids.flatMap((id) => rated(id, codes)),
  };
};

describe("one origin", () => {
  it("tends to odds of 5 to 1 at a doubt of a fifth, with entries without end", () => {
    const found = [1, 2, 10, 1000].map((entries) => odds(analyse(oneOrigin(entries, ["CC", "II"])), 0, 1));
    // One entry of this weight says 0.78 to 0.22; the origin may be false, and then it says nothing.
    expect(found[0]).toBeCloseTo(
      1 / ((0.8 * (0.5 - 0.4 * Math.SQRT1_2)) / (0.5 + 0.4 * Math.SQRT1_2) + 0.2),
      12,
    );
    expect(found[1]).toBeGreaterThan(found[0] as number);
    expect(found[2]).toBeLessThan(5);
    expect(found[3]).toBeCloseTo(5, 9);
  });

  it("never moves the odds past its bound, whatever it says", () => {
    const said = fc.array(
      fc.array(fc.constantFrom("II", "I", "N", "C", "CC"), { minLength: 3, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    const grades = fc.constantFrom("A", "B", "C", "D", "E");
    fc.assert(
      fc.property(said, grades, fc.double({ min: 0, max: 1, noNaN: true }), (codes, grade, doubt) => {
        const analysis = analyse({
          hypotheses: ["H1", "H2", "H3"].map((id) => ({ id })),
          sources: [source("S1", grade)],
          evidence: codes.map((_, row) => entry(`E${row}`, "S1")),
          ratings: codes.flatMap((of, row) => rated(`E${row}`, of)),
          settings: { doubt, step: 0.2499 },
        });
        const bound = analysis.origins[0]?.bound ?? 0;
        for (const [one, other] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const) {
          expect(odds(analysis, one, other)).toBeLessThanOrEqual(bound * (1 + 1e-12));
        }
      }),
    );
  });

  it("moves the odds between two hypotheses no further because of a third, at the same doubt", () => {
    const cell = fc.constantFrom("II", "I", "N", "C", "CC");
    const said = fc.array(fc.tuple(fc.constantFrom("II", "I", "C", "CC"), cell, cell), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(said, (codes) => {
        const withFirst = (hypotheses: number) =>
          analyse({
            hypotheses: ["H1", "H2", "H3"].slice(0, hypotheses).map((id) => ({ id })),
            sources: [source("S1", "B")],
            evidence: codes.map((_, row) => entry(`E${row}`, "S1")),
            ratings: codes.flatMap((of, row) => rated(`E${row}`, of.slice(0, hypotheses))),
          });
        const [two, three] = [withFirst(2), withFirst(3)].map((one) => Math.abs(Math.log(odds(one, 0, 1))));
        expect(three).toBeLessThanOrEqual((two as number) + 1e-12);
      }),
    );
  });

  it("is outdone by what a reliable second origin corroborates, within a bound of its own", () => {
    const input = (...citations: string[]): MatrixInput => {
      const ids = Array.from({ length: 200 }, (_, row) => `E${row}`);
      return {
        hypotheses: twoHypotheses,
        sources: [source("S1", "C"), source("S2", "C")],
        evidence: ids.map((id) => entry(id, ...citations)),
        ratings: ids.flatMap((id) => rated(id, ["CC", "II"])),
      };
    };
    // The doubt is 0.2 for either: alone 1/0.2, and for the part vouched for 1/(0.2 · 0.2).
    expect(odds(analyse(input("S1")), 0, 1)).toBeCloseTo(5, 6);
    expect(odds(analyse(input("S1", "S2")), 0, 1)).toBeCloseTo(5 * 25, 3);
  });
});

describe("the posterior", () => {
  it("multiplies what separate origins say", () => {
    const codes = ["C", "I"] as const;
    const input = (...ids: string[]): MatrixInput => ({
      hypotheses: twoHypotheses,
      sources: [source("S1", "C"), source("S2", "C")],
      evidence: ids.map((id) => entry(`E-${id}`, id)),
      ratings: ids.flatMap((id) => rated(`E-${id}`, codes)),
    });
    expect(odds(analyse(input("S1", "S2")), 0, 1)).toBeCloseTo(odds(analyse(input("S1")), 0, 1) ** 2, 12);
  });

  it("is not moved by an entry that is neutral on every hypothesis and comes from nobody else's source", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const more = {
          ...input,
          sources: [...(input.sources ?? []), source("S9", "A")],
          evidence: [...(input.evidence ?? []), entry("E9", "S9")],
          ratings: [
            ...(input.ratings ?? []),
            ...input.hypotheses.map(({ id }) => ({
              evidence: "E9",
              hypothesis: id,
              analyst: "ana",
              consistency: "N" as const,
            })),
          ],
        };
        expectClose(posteriors(analyse(more)), posteriors(analyse(input)));
      }),
    );
  });

  it("is not moved by doubling every prior", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const doubled = {
          ...input,
          hypotheses: input.hypotheses.map(({ id, prior = 1 }) => ({ id, prior: prior * 2 })),
        };
        expectClose(posteriors(analyse(doubled)), posteriors(analyse(input)));
      }),
    );
  });

  it("sums to 1", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        expect(posteriors(analyse(input)).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("stays a number for ten thousand entries of one mind from a thousand origins", () => {
    const ids = Array.from({ length: 10_000 }, (_, row) => row);
    const analysis = analyse({
      hypotheses: twoHypotheses,
      sources: Array.from({ length: 1000 }, (_, row) => source(`S${row}`, "A")),
      evidence: ids.map((row) => entry(`E${row}`, `S${row % 1000}`)),
      ratings: ids.flatMap((row) => rated(`E${row}`, ["II", "CC"])),
    });
    expect(posteriors(analysis)).toEqual([0, 1]);
    expect(analysis.leader).toEqual({ id: "H2", tied: [] });
  });
});

describe("a strand that may be false as a whole", () => {
  it("says nothing at a doubt of 1", () => {
    expect([...doubted(Float64Array.of(-3, -1), 1)]).toEqual([-1, -1]);
  });

  it("mixes what it says with what its favourite says", () => {
    const [favoured, other] = doubted(Float64Array.of(Math.log(0.8), Math.log(0.35)), 0.1);
    expect(Math.exp(favoured as number)).toBeCloseTo(0.8, 12);
    expect(Math.exp(other as number)).toBeCloseTo(0.395, 12);
  });
});

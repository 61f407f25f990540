import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { labelOf } from "@/lib/analysis/cells";
import type { Consistency } from "@/lib/analysis/scales";
import { entry } from "./matrices";

/** The one cell of a matrix, rated by as many analysts as there are codes. */
function cellOf(...codes: Consistency[]) {
  const analysis = analyse({
    hypotheses: [{ id: "H1" }],
    evidence: [entry("E1")],
    ratings: codes.map((consistency, row) => ({
      evidence: "E1",
      hypothesis: "H1",
      analyst: `a${row}`,
      consistency,
    })),
  });
  return analysis.cells[0];
}

describe("the consensus of a cell", () => {
  it("is the mean of the numbers given, those who say that it does not apply left out", () => {
    expect(cellOf("CC", "N", "NA", "C")).toMatchObject({ consensus: 1, label: "C", votes: 3 });
  });

  it("is null where nobody rated it, or all say that it does not apply", () => {
    for (const cell of [cellOf(), cellOf("NA", "NA")]) {
      expect(cell).toMatchObject({ consensus: null, label: null, votes: 0, disagreement: null });
    }
  });

  it("has as its label the nearest code, a half going towards N", () => {
    const labels = [-2, -1.51, -1.5, -0.51, -0.5, 0, 0.5, 0.51, 1.5, 1.51, 2].map(labelOf);
    expect(labels).toEqual(["II", "II", "I", "I", "N", "N", "N", "C", "C", "CC", "CC"]);
  });
});

describe("the disagreement in a cell", () => {
  it("is 0 where all say the same, 1 where they stand at opposite ends", () => {
    expect(cellOf("C", "C", "C")?.disagreement).toBe(0);
    expect(cellOf("II", "CC")?.disagreement).toBe(1);
  });

  it("is half the population standard deviation between", () => {
    expect(cellOf("N", "C", "CC")?.disagreement).toBeCloseTo(Math.sqrt(2 / 3) / 2, 12);
  });

  it("is null under two votes", () => {
    expect(cellOf("C", "NA")?.disagreement).toBeNull();
  });
});

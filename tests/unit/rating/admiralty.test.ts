import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { Credibility } from "@/lib/analysis/scales";
import { admiraltyCells, gradedEntries } from "@/lib/rating/admiralty";
import { entry, source, twoHypotheses } from "../analysis/matrices";

/** The cell, such as B3, of an entry with these grades of its credibility and of its source's reliability. */
function gradeOf(
  credibility: readonly Credibility[],
  reliability?: Parameters<typeof source>[1],
  unrated = 0.25,
) {
  const input = {
    hypotheses: twoHypotheses,
    sources: [source("S1", reliability)],
    evidence: [
      {
        ...entry("E1", "S1"),
        credibility: Object.fromEntries(credibility.map((grade, row) => [`analyst ${row}`, grade])),
      },
    ],
    settings: { unrated },
  };
  const analysis = analyse(input);
  const full = admiraltyCells(analysis, gradedEntries(analysis, input)).filter(
    ({ evidence }) => evidence.length > 0,
  );
  return full.map((cell) => `${cell.reliability}${cell.credibility}`).join();
}

describe("the Admiralty grid", () => {
  it.each([
    ["one grade", [3], "3"],
    ["the nearest to the mean", [1, 1, 2], "1"],
    ["the better half-way, as letters are", [1, 2], "1"],
    ["those who cannot judge left out", [5, 6, 6], "5"],
    ["6 where all say that they cannot judge", [6, 6], "6"],
    ["6 where nobody judged", [], "6"],
  ] as const)("has an entry at %s", (_, credibility, number) => {
    expect(gradeOf(credibility, "B")).toBe(`B${number}`);
  });

  it.each(["A", "B", "C", "D", "E", "F"] as const)("has it by its source at %s", (letter) => {
    expect(gradeOf([1], letter)).toBe(`${letter}1`);
  });

  it("has what nobody judged at F6, whatever that counts as in the analysis", () => {
    expect(gradeOf([], undefined, 1)).toBe("F6");
  });

  it("gives all 36 cells, and has A1 to E5 on the diagonal, but not F6", () => {
    const cells = admiraltyCells({ sources: [] }, []);
    expect(cells).toHaveLength(36);
    const diagonal = cells.filter(({ isDiagonal }) => isDiagonal);
    expect(diagonal.map(({ reliability, credibility }) => `${reliability}${credibility}`)).toEqual([
      "A1",
      "B2",
      "C3",
      "D4",
      "E5",
    ]);
  });
});

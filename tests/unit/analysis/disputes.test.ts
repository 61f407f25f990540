import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { disputesIn } from "@/lib/analysis/disputes";
import { halosOver } from "@/lib/analysis/halo";
import { supportedMost } from "@/lib/analysis/stances";
import { entry, rated, source, twoHypotheses } from "./matrices";

const { cells } = analyse({
  hypotheses: twoHypotheses,
  evidence: ["E1", "E2", "E3", "E4", "E5"].map((id) => entry(id)),
  ratings: [
    // Alike, alone, a step apart, two steps apart once, two steps apart twice.
    ...rated("E1", ["C", "I"], "ana"),
    ...rated("E1", ["C", "I"], "ben"),
    ...rated("E2", ["CC", "II"], "ana"),
    ...rated("E3", ["C", "I"], "ana"),
    ...rated("E3", ["CC", "I"], "ben"),
    ...rated("E4", ["N", "N"], "ana"),
    ...rated("E4", ["CC", "N"], "ben"),
    ...rated("E5", ["N", "N"], "ana"),
    ...rated("E5", ["CC", "II"], "ben"),
  ],
});

describe("what analysts dispute", () => {
  it("is every entry with a cell they part on, the furthest apart first, of equals the one with more such cells", () => {
    expect(disputesIn(cells).map(({ evidence }) => evidence)).toEqual(["E5", "E4", "E3"]);
  });

  it("comes with all cells of the entry, those too that are agreed on", () => {
    expect(disputesIn(cells)[1]?.cells.map(({ disagreement }) => disagreement)).toEqual([0.5, 0]);
  });

  it("is nothing where nobody parts", () => {
    expect(disputesIn(cells.filter(({ evidence }) => evidence === "E1" || evidence === "E2"))).toEqual([]);
  });
});

it("an entry supports most the hypothesis that it bears on most, and none where it fits all alike", () => {
  const analysis = analyse({
    hypotheses: [{ id: "H1" }, { id: "H2" }, { id: "H3" }],
    evidence: ["E1", "E2", "E3"].map((id) => entry(id)),
    ratings: [
      ...rated("E1", ["C", "CC", "II"]),
      ...rated("E2", ["C", "C", "II"]),
      ...rated("E3", ["C", "C", "C"]),
    ],
  });
  expect([...supportedMost(analysis)]).toEqual([
    ["E1", "H2"],
    ["E2", "H1"],
  ]);
});

it("the diagonal of an analyst over some entries counts the pairs of those alone", () => {
  const input = {
    hypotheses: twoHypotheses,
    sources: [source("S1", "B")],
    evidence: [
      { ...entry("E1", "S1"), credibility: { ana: 2 as const } },
      { ...entry("E2", "S1"), credibility: { ana: 4 as const } },
    ],
    ratings: rated("E2", ["C", "I"]),
  };
  const over = (...ids: string[]) => halosOver(input, new Set(ids));
  expect(over("E1", "E2")).toEqual(analyse(input).analysts);
  expect(over("E2")).toEqual([{ id: "ana", pairs: 1, diagonal: 0, halo: false }]);
  expect(over()).toEqual([{ id: "ana", pairs: 0, diagonal: null, halo: false }]);
});

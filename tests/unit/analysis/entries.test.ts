import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { Consistency, Credibility, Reliability } from "@/lib/analysis/scales";
import { stancesOn } from "@/lib/analysis/stances";
import type { EvidenceInput, MatrixInput, SourceInput } from "@/lib/analysis/types";
import { entry, rated, source } from "./matrices";

const hypotheses = ["H1", "H2", "H3"].map((id) => ({ id }));

function findings(
  codes: readonly Consistency[],
  one: EvidenceInput = entry("E1"),
  sources: SourceInput[] = [],
) {
  const analysis = analyse({ hypotheses, sources, evidence: [one], ratings: rated("E1", codes) });
  return { ...analysis.evidence[0], cells: analysis.cells };
}

describe("the bearing of an entry on a hypothesis", () => {
  const p = (consensus: number) => Math.log2(0.5 + 0.2 * 0.1875 * consensus);

  it("compares it with the mean over the rivals, in bits", () => {
    const { cells, diagnosticity } = findings(["CC", "N", "I"]);
    expect(cells[0]?.bearing).toBeCloseTo(p(2) - (p(0) + p(-1)) / 2, 12);
    expect(diagnosticity).toBeCloseTo(p(2) - p(-1), 12);
  });

  it("supports only what it fits better than the rivals", () => {
    expect(findings(["C", "CC", "CC"]).cells.map(({ column }) => column)).toEqual([
      "fits-all",
      "supports",
      "supports",
    ]);
    expect(findings(["C", "C", "C"]).cells.map(({ column }) => column)).toEqual(Array(3).fill("fits-all"));
  });

  it("contradicts only what it goes against more than against the rivals", () => {
    expect(findings(["I", "II", "II"]).cells.map(({ column }) => column)).toEqual([
      null,
      "contradicts",
      "contradicts",
    ]);
  });

  it("puts what is neutral, unrated or does not apply in no column, whatever it does to the rivals", () => {
    expect(findings(["N", "NA", "II"]).cells.map(({ column }) => column)).toEqual([
      null,
      null,
      "contradicts",
    ]);
  });

  it("is too little for a column up to two hundredths of a bit", () => {
    const doubtful = { ...entry("E1"), credibility: { ana: 5 } } as const;
    expect(findings(["CC", "II", "II"], doubtful).cells.map(({ column }) => column)).toEqual([
      "fits-all",
      null,
      null,
    ]);
  });

  it("orders the columns of a hypothesis by its size", () => {
    const input: MatrixInput = {
      hypotheses,
      evidence: ["E1", "E2", "E3", "E4", "E5"].map((id) => entry(id)),
      ratings: [
        ...rated("E1", ["C", "N", "N"]),
        ...rated("E2", ["CC", "II", "II"]),
        ...rated("E3", ["II", "N", "N"]),
        ...rated("E4", ["C", "C", "C"]),
        ...rated("E5", ["C", "N", "N"]),
      ],
    };
    const stances = stancesOn(analyse(input), "H1");
    expect(stances.supports.map(({ evidence }) => evidence)).toEqual(["E2", "E1", "E5"]);
    expect(stances.contradicts.map(({ evidence }) => evidence)).toEqual(["E3"]);
    expect(stances["fits-all"].map(({ evidence }) => evidence)).toEqual(["E4"]);
  });
});

describe("the flags of an entry", () => {
  const believed = { ...entry("E1", "S1"), credibility: { ana: 2 }, relevance: { ana: "high" } } as const;
  const sources = [source("S1", "A"), source("S2", "B"), source("S3")];

  it("are none for one that tells hypotheses apart, is believed, and is held first hand", () => {
    expect(findings(["C", "N", "I"], believed, sources).flags).toEqual([]);
  });

  it("say that it fits everything where its consensus spreads by no more than a half", () => {
    const spread = (...codes: [Consistency, Consistency][]) => {
      const ratings = codes.flatMap(([ana, ben], row) =>
        [ana, ben].map((consistency, of) => ({
          evidence: "E1",
          hypothesis: `H${row + 1}`,
          analyst: `a${of}`,
          consistency,
        })),
      );
      return analyse({ hypotheses, sources, evidence: [believed], ratings }).evidence[0]?.flags;
    };
    expect(spread(["C", "C"], ["N", "C"], ["C", "C"])).toEqual(["fits-everything"]);
    expect(spread(["C", "C"], ["N", "N"], ["C", "C"])).toEqual([]);
    expect(spread(["C", "C"], ["NA", "NA"], ["C", "C"])).toEqual([]);
  });

  it("do not say so of a single hypothesis", () => {
    const one = { hypotheses: [{ id: "H1" }], sources, evidence: [believed], ratings: rated("E1", ["C"]) };
    expect(analyse(one).evidence[0]?.flags).toEqual([]);
  });

  it("say that it is disbelieved where it weighs under a tenth", () => {
    const at = (credibility: Credibility) =>
      findings(["C", "N", "I"], { ...entry("E1", "S2"), credibility: { ana: credibility } }, sources).flags;
    expect(at(4)).toEqual([]);
    expect(at(5)).toEqual(["disbelieved"]);
  });

  it("say that it is confirmed by nobody else under two judged origins", () => {
    const confirmed = (...citations: string[]) =>
      findings(
        ["C", "N", "I"],
        { ...entry("E1", ...citations), credibility: { ana: 3, ben: 1 }, relevance: { ana: "high" } },
        sources,
      ).flags;
    expect(confirmed("S1")).toEqual(["confirmed-alone"]);
    expect(confirmed("S1", "S3")).toEqual(["confirmed-alone"]);
    expect(confirmed("S1", "S2")).toEqual([]);
  });

  it("say that it is second hand where every citation is", () => {
    expect(
      findings(["C", "N", "I"], { ...believed, citations: [{ source: "S2", via: "S1" }] }, sources).flags,
    ).toEqual(["relayed-only"]);
    const alsoDirect = { ...believed, citations: [{ source: "S2", via: "S1" }, { source: "S1" }] };
    expect(findings(["C", "N", "I"], alsoDirect, sources).flags).toEqual([]);
  });
});

describe("the halo of an analyst", () => {
  const grades = "ABCDE";
  /** Ten entries or so, each of its own source: Ana gives the pairs, as in "A1". */
  const halo = (...pairs: string[]) => {
    const { analysts } = analyse({
      hypotheses,
      sources: pairs.map((pair, row) => ({ id: `S${row}`, reliability: { ana: pair[0] as Reliability } })),
      evidence: pairs.map((pair, row) => ({
        ...entry(`E${row}`, `S${row}`),
        credibility: { ana: Number(pair[1]) as Credibility },
      })),
    });
    return analysts.find(({ id }) => id === "ana");
  };
  const diagonal = (count: number) =>
    Array.from({ length: count }, (_, row) => `${grades[row % 5]}${(row % 5) + 1}`);

  it("is there from ten pairs on, four fifths of them on the diagonal", () => {
    expect(halo(...diagonal(8), "A5", "E1")).toEqual({ id: "ana", pairs: 10, diagonal: 0.8, halo: true });
    expect(halo(...diagonal(7), "B3", "A5", "E1")).toMatchObject({ diagonal: 0.7, halo: false });
    expect(halo(...diagonal(9))).toMatchObject({ pairs: 9, diagonal: 1, halo: false });
  });

  it("leaves out what cannot be judged", () => {
    expect(halo("F6", "A6", "F1", "A2")).toMatchObject({ pairs: 1, diagonal: 0 });
    expect(halo("F6")).toMatchObject({ pairs: 0, diagonal: null, halo: false });
  });

  it("counts each asserter of an entry once, and no channel", () => {
    const { analysts } = analyse({
      hypotheses,
      sources: [source("S1", "B"), source("S2", "B"), source("S3", "B")],
      evidence: [{ ...entry("E1", "S1 via S2", "S1 via S3", "S1", "S3"), credibility: { ana: 2 } }],
    });
    expect(analysts).toEqual([{ id: "ana", pairs: 2, diagonal: 1, halo: false }]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { openScore } from "@/lib/analysis/open-score";
import type { Credibility, Method, Relevance } from "@/lib/analysis/scales";
import { METHODS } from "@/lib/analysis/scales";
import type { EvidenceInput, MatrixInput } from "@/lib/analysis/types";
import { entry, matrices, rated, source, twoHypotheses } from "./matrices";

const graded = (credibility?: Credibility, relevance?: Relevance): EvidenceInput => ({
  ...entry("E1"),
  credibility: credibility ? { ana: credibility } : {},
  relevance: relevance ? { ana: relevance } : {},
});

describe("Heuer's score", () => {
  it("sums what goes against a hypothesis and ignores what goes for it", () => {
    const { methods } = analyse({
      hypotheses: twoHypotheses,
      evidence: [entry("E1"), entry("E2"), entry("E3")],
      ratings: [...rated("E1", ["II", "CC"]), ...rated("E2", ["CC", "I"]), ...rated("E3", ["I", "NA"])],
    });
    expect(methods.heuer).toEqual({ order: ["H2", "H1"], scores: { H1: 3, H2: 1 } });
  });
});

describe("the score of PARC ACH", () => {
  const score = (one: EvidenceInput) =>
    analyse({ hypotheses: twoHypotheses, evidence: [one], ratings: rated("E1", ["I", "N"]) }).methods.parc
      .scores.H1;

  it("has the published factors", () => {
    expect(score(graded(1, "high"))).toBeCloseTo(2, 12);
    expect(score(graded(1, "medium"))).toBeCloseTo(Math.SQRT2, 12);
    expect(score(graded(3, "low"))).toBeCloseTo(Math.SQRT1_2, 12);
    expect(score(graded(5, "low"))).toBeCloseTo(0.5, 12);
  });

  it("takes as medium what nobody judged", () => {
    expect(score(graded())).toBe(1);
    expect(score(graded(6))).toBe(1);
  });

  it("takes credibility from 0.625 as high, to 0.375 as low", () => {
    const mean = (...codes: Credibility[]) => ({
      ...entry("E1"),
      credibility: Object.fromEntries(codes.map((code, row) => [`a${row}`, code])),
    });
    expect(score(mean(2, 3))).toBe(Math.SQRT2);
    expect(score(mean(2, 3, 3))).toBe(1);
    expect(score(mean(3, 4))).toBe(Math.SQRT1_2);
  });

  it("takes relevance of 0.875 and of 0.625 as medium still", () => {
    const mean = (...codes: Relevance[]) => ({
      ...entry("E1"),
      relevance: Object.fromEntries(codes.map((code, row) => [`a${row}`, code])),
    });
    expect(score(mean("high", "medium"))).toBe(1);
    expect(score(mean("high", "high", "medium"))).toBe(Math.SQRT2);
    expect(score(mean("low", "medium"))).toBe(1);
    expect(score(mean("low", "low", "medium"))).toBe(Math.SQRT1_2);
  });
});

describe("the score of Open Synthesis", () => {
  it("squares what goes against a hypothesis", () => {
    const ids = ["E1", "E2", "E3", "E4"];
    const ratings = [["CC"], ["NA"], ["I"], ["I"]].flatMap((codes, row) =>
      rated(ids[row] as string, codes as ["CC"]),
    );
    const { methods } = analyse({
      hypotheses: [{ id: "H1" }],
      evidence: ids.map((id) => entry(id)),
      ratings,
    });
    expect(methods.squared.scores).toEqual({ H1: 2 });
  });

  it("counts those who say that it does not apply as neutral", () => {
    const ratings = [...rated("E1", ["II"], "ana"), ...rated("E1", ["NA"], "ben")];
    const { methods } = analyse({ hypotheses: [{ id: "H1" }], evidence: [entry("E1")], ratings });
    expect(methods.squared.scores).toEqual({ H1: 1 });
  });

  it("puts first, among equals, what fits better", () => {
    const ratings = [...rated("E1", ["I", "I"]), ...rated("E2", ["C", "CC"])];
    const { methods } = analyse({ hypotheses: twoHypotheses, evidence: [entry("E1"), entry("E2")], ratings });
    expect(methods.squared).toEqual({ order: ["H2", "H1"], scores: { H1: 1, H2: 1 } });
    expect(methods.heuer.order).toEqual(["H1", "H2"]);
  });
});

describe("Burton's score", () => {
  it("weighs every rating by what its own analyst thinks of the entry", () => {
    const byCode = ([1, 2, 3, 4, 5, 6] as const).map((code) => {
      const evidence = [{ ...entry("E1"), credibility: { ana: code, ben: 3 } as const }];
      const ratings = rated("E1", ["II", "I"]);
      return analyse({ hypotheses: twoHypotheses, evidence, ratings }).methods.burton.scores;
    });
    expect(byCode.map(({ H1 }) => H1)).toEqual([4, 4, 2, 1, 1, 2]);
    expect(byCode.map(({ H2 }) => H2)).toEqual([2, 2, 1, 0.5, 0.5, 1]);
  });

  it("takes the rating of one who did not grade the entry as it is", () => {
    const evidence = [{ ...entry("E1"), credibility: { ben: 1 } as const }];
    const ratings = [...rated("E1", ["I", "CC"], "ana"), ...rated("E1", ["I", "N"], "ben")];
    expect(analyse({ hypotheses: twoHypotheses, evidence, ratings }).methods.burton.scores).toEqual({
      H1: 3,
      H2: 0,
    });
  });
});

describe("orders", () => {
  it("keep the order of the input among equals, against the first of a run", () => {
    // Three scores within 1.2e-9 of each other: the third is level with the second, but not with the first.
    const credibility = Object.fromEntries([["ana", 3 as const]]);
    const { methods } = analyse({
      hypotheses: ["H1", "H2", "H3"].map((id) => ({ id })),
      judgements: [{ analyst: "ana", probabilities: { H1: 33.3333333, H2: 33.33333336, H3: 33.33333342 } }],
      evidence: [{ ...entry("E1"), credibility }],
    });
    expect(methods.judgement?.order).toEqual(["H2", "H3", "H1"]);
  });
});

describe("a score, opened", () => {
  const amounts = (input: MatrixInput, method: Method, hypothesis: string) =>
    openScore(input, method, hypothesis).map(({ amount }) => amount);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

  it("sums to the score, by entry, for every inconsistency score", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const { methods } = analyse(input);
        for (const method of ["heuer", "parc", "squared", "burton"] as const) {
          for (const { id } of input.hypotheses) {
            const parts = openScore(input, method, id);
            expect(parts.map((part) => part.kind === "evidence" && part.id)).toEqual(
              (input.evidence ?? []).map((one) => one.id),
            );
            expect(sum(parts.map(({ amount }) => amount))).toBeCloseTo(
              methods[method].scores[id] as number,
              9,
            );
          }
        }
      }),
    );
  });

  it("sums to the posterior's bits above the mean, by prior and origin", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const bits = analyse(input).hypotheses.map(({ posterior }) => Math.log2(posterior));
        input.hypotheses.forEach(({ id }, row) => {
          const expected = (bits[row] as number) - sum(bits) / bits.length;
          expect(sum(amounts(input, "posterior", id))).toBeCloseTo(expected, 8);
        });
      }),
    );
  });

  it("names the origins, the entries in each and who vouches for them", () => {
    const input: MatrixInput = {
      hypotheses: twoHypotheses,
      sources: [source("S1", "C"), source("S2", "D")],
      evidence: [entry("E1", "S1"), entry("E2", "S1", "S2")],
      ratings: [...rated("E1", ["C", "I"]), ...rated("E2", ["C", "I"])],
    };
    expect(openScore(input, "posterior", "H1")).toMatchObject([
      { kind: "prior", amount: 0 },
      { kind: "origin", id: "S1", corroborators: [], evidence: ["E1", "E2"] },
      { kind: "origin", id: "S1", corroborators: ["S2"], evidence: ["E2"] },
    ]);
  });

  it("averages to the judgement, by analyst", () => {
    const input: MatrixInput = {
      hypotheses: twoHypotheses,
      judgements: [
        { analyst: "ben", probabilities: { H1: 20, H2: 90 } },
        { analyst: "ana", probabilities: { H1: 50, H2: 50 } },
      ],
    };
    const parts = openScore(input, "judgement", "H1");
    expect(parts).toMatchObject([
      { kind: "analyst", id: "ben" },
      { kind: "analyst", id: "ana", amount: 0.5 },
    ]);
    expect(parts[0]?.amount).toBeCloseTo(0.15, 12);
    expect(analyse(input).hypotheses[0]?.judgement).toBeCloseTo(0.325, 12);
  });

  it("can be had for every method, and for no unknown hypothesis", () => {
    for (const { code } of METHODS) {
      expect(() => openScore({ hypotheses: twoHypotheses }, code, "H1")).not.toThrow();
      expect(() => openScore({ hypotheses: twoHypotheses }, code, "H9")).toThrow("H9");
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { withoutAnalyst, withoutEvidence, withoutSources } from "@/lib/analysis/without";
import { pack } from "@/lib/matrix/packed";
import { coverageIn } from "@/lib/what-if/coverage";
import { figuresOf } from "@/lib/what-if/figures";
import { nothingTried } from "@/lib/what-if/scenario";
import { expectClose } from "../analysis/close";
import { matrices } from "../analysis/matrices";

const coverage = (input: MatrixInput) => analyse(input).hypotheses.map((hypothesis) => hypothesis.coverage);

describe("on how much the figures rest", () => {
  it("is the coverage of the analysis, whatever is struck", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const packed = pack(input);
        const group = { id: "S2", members: ["S2", "S3"] };
        const trials = [
          [nothingTried, input],
          [{ ...nothingTried, entries: ["E2"] }, withoutEvidence(input, "E2")],
          [{ ...nothingTried, sources: ["S1"] }, withoutSources(input, new Set(["S1"]))],
          [{ ...nothingTried, groups: ["S2"] }, withoutSources(input, new Set(group.members))],
          [{ ...nothingTried, analysts: ["ana"] }, withoutAnalyst(input, "ana")],
        ] as const;
        for (const [trial, less] of trials) expectClose(coverageIn(packed, [group], trial), coverage(less));
      }),
    );
  });
});

describe("the figures of the hypotheses", () => {
  const hypotheses = ["H0", "H1", "H2"];
  const situation = {
    posterior: [0.6, 0.1, 0.3],
    speaks: true,
    coverage: [1, 1, 1],
  };
  const inPerCent = { isRanking: false, lexicon: "icd203" } as const;

  it("are per cents with the word of the inquiry's lexicon", () => {
    expect(figuresOf(hypotheses, situation, inPerCent)[0]).toEqual({ bar: 0.6, words: "60\u00a0% · likely" });
    expect(figuresOf(hypotheses, situation, { isRanking: false, lexicon: "phia" })[2]?.words).toBe(
      "30\u00a0% · unlikely",
    );
  });

  it("are relative weights where the hypotheses are only ranked", () => {
    const figures = figuresOf(hypotheses, situation, { isRanking: true, lexicon: "icd203" });
    expect(figures.map(({ words }) => words)).toEqual([
      "weighs most",
      "H0 weighs 6.0 times as much",
      "H0 weighs 2.0 times as much",
    ]);
  });

  it("are none while nothing tells the hypotheses apart, or where too few entries are rated", () => {
    const silent = figuresOf(hypotheses, { ...situation, speaks: false }, inPerCent);
    expect(silent.map(({ bar, words }) => [bar, words])).toEqual(
      hypotheses.map(() => [null, "nothing to say"]),
    );
    const gaps = figuresOf(hypotheses, { ...situation, coverage: [0.8, 0.5, 0] }, inPerCent);
    expect(gaps.map(({ words }) => words)).toEqual([
      "60\u00a0% · likely",
      "not comparable: rated on 50\u00a0% of the entries",
      "not rated",
    ]);
  });

  it("are relative to the first that can be compared, whoever stands apart in front", () => {
    const figures = figuresOf(
      hypotheses,
      { ...situation, coverage: [0.5, 1, 1] },
      { isRanking: true, lexicon: "icd203" },
    );
    expect(figures.map(({ words }) => words)).toEqual([
      "not comparable: rated on 50\u00a0% of the entries",
      "H2 weighs 3.0 times as much",
      "weighs most",
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { firstsBy, firstsByAll } from "@/lib/analysis/firsts";
import type { MatrixInput } from "@/lib/analysis/types";
import { withoutJudgements } from "@/lib/analysis/without-judgements";
import { matrices, rated } from "./matrices";

const level: MatrixInput = {
  hypotheses: [{ id: "H1" }, { id: "H2" }, { id: "H3" }],
  evidence: [{ id: "E1" }],
  ratings: rated("E1", ["C", "C", "I"]),
};

describe("those that a method puts first", () => {
  it("are all that are level in its score, and none where nobody judged", () => {
    const analysis = analyseWhole(level);
    expect(firstsBy(analysis, "heuer")).toEqual(["H1", "H2"]);
    expect(firstsBy(analysis, "posterior")).toEqual(["H1", "H2"]);
    expect(firstsBy(analysis, "judgement")).toEqual([]);
  });

  it("have one in common just where the methods do not part as a ground against confidence", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const analysis = analyseWhole(input);
        expect(firstsByAll(analysis).length === 0).toBe(analysis.confidence.grounds.includes("methods-part"));
      }),
    );
  });
});

describe("an analysis without judgements", () => {
  it("is the one of a matrix that nobody judged: confidence, methods and hypotheses tell nothing of them", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const blind = withoutJudgements(analyseWhole(input));
        const unjudged = analyseWhole({ ...input, judgements: [] });
        expect(blind.methods).toEqual(unjudged.methods);
        expect(blind.hypotheses).toEqual(unjudged.hypotheses);
        // Who only judged is no analyst of the other: without them agreement and drops are as they were.
        expect(blind.confidence).toEqual(unjudged.confidence);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { CONFIDENCE_GROUNDS } from "@/lib/analysis/scales";
import type { MatrixInput } from "@/lib/analysis/types";
import { whyItHolds } from "@/lib/confidence/why";
import { entry, rated, source, twoHypotheses } from "../analysis/matrices";

const one: MatrixInput = {
  hypotheses: twoHypotheses,
  sources: [source("S1", "A")],
  evidence: [entry("E1", "S1")],
  ratings: rated("E1", ["CC", "II"], "ana"),
};

function told(input: MatrixInput): readonly string[] {
  const { confidence } = analyseWhole(input);
  return CONFIDENCE_GROUNDS.filter(({ code }) => confidence.grounds.includes(code)).map((ground) =>
    whyItHolds(ground, confidence),
  );
}

describe("why a ground against confidence holds", () => {
  it("is that there is nothing to compare where one analyst rates alone", () => {
    expect(told(one)).toContain("There is nothing to compare.");
  });

  it("is the low agreement where there are two who part", () => {
    const input = { ...one, ratings: [...(one.ratings ?? []), ...rated("E1", ["II", "CC"], "ben")] };
    expect(told(input)).toContain("Krippendorff's alpha is under 0.667.");
  });

  it("is the one entry without which the leader leads no more, or that the lead rests on none", () => {
    expect(told(one)).toContain("Without one or two entries the leader leads no more.");
    const byPrior = {
      ...one,
      hypotheses: [
        { id: "H1", prior: 1 },
        { id: "H2", prior: 1000 },
      ],
    };
    expect(told(byPrior)).toContain("The lead does not rest on entries at all.");
  });
});

import { describe, expect, it } from "vitest";
import { brierScore, brierScores, calibrate } from "@/lib/analysis/after-the-fact";
import { workedExample } from "./matrices";

describe("Brier's score", () => {
  it("is 0 for certainty that came true, 2 for certainty that did not, and adds up over the hypotheses", () => {
    expect(brierScore([1, 0], 0)).toBe(0);
    expect(brierScore([1, 0], 1)).toBe(2);
    expect(brierScore([0.5, 0.3, 0.2], 1)).toBeCloseTo(0.25 + 0.49 + 0.04, 12);
  });

  it("is given for the posterior and for each analyst, whose numbers are projected first", () => {
    const { posterior, analysts } = brierScores(workedExample, "H2");
    expect(posterior).toBeCloseTo(2 * 0.3305439330543933 ** 2, 12);
    expect(analysts).toEqual([{ id: "ana", score: expect.closeTo(2 * 0.15 ** 2, 12) }]);
  });

  it("needs a hypothesis of the inquiry", () => {
    expect(() => brierScores(workedExample, "H9")).toThrow("H9");
  });
});

describe("a calibration plot", () => {
  it("tells for each tenth how often what was forecast came true", () => {
    const bins = calibrate([
      { probability: 0.72, cameTrue: true },
      { probability: 0.78, cameTrue: false },
      { probability: 1, cameTrue: true },
    ]);
    expect(bins).toHaveLength(10);
    expect(bins[7]).toEqual({ from: 0.7, to: 0.8, forecasts: 2, forecast: 0.75, outcome: 0.5 });
    expect(bins[9]).toMatchObject({ forecasts: 1, forecast: 1, outcome: 1 });
    expect(bins[0]).toMatchObject({ forecasts: 0, forecast: null, outcome: null });
  });
});

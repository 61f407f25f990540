import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { findFront, headlineOf } from "@/lib/analysis/front";
import { matrices } from "./matrices";

const placed = (id: string, posterior: number, comparable = true) => ({ id, posterior, comparable });

describe("who is in front", () => {
  it("is the engine's leader with those tied, and separated as the engine says, where all can be compared", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const whole = analyseWhole(input);
        const hypotheses = whole.hypotheses.map((one) => ({ ...one, comparable: true }));
        const headline = headlineOf({ ...whole, hypotheses });
        expect(headline.leaders).toEqual(whole.leader ? [whole.leader.id, ...whole.leader.tied] : []);
        expect(headline.apart).toEqual([]);
        expect(headline.separated).toBe(whole.separated);
      }),
    );
  });

  it("is never one that too few entries were rated on: it stands apart, also where it is only level", () => {
    expect(findFront([placed("H1", 0.3), placed("H2", 0.1), placed("H3", 0.6, false)])).toEqual({
      leaders: ["H1"],
      apart: ["H3"],
      lead: expect.closeTo(3, 9),
    });
    expect(findFront([placed("H1", 0.4), placed("H2", 0.2), placed("H3", 0.4, false)]).apart).toEqual(["H3"]);
    expect(findFront([placed("H1", 0.5), placed("H2", 0.3), placed("H3", 0.2, false)]).apart).toEqual([]);
  });

  it("is nobody where none can be compared, and has no lead where only one can", () => {
    expect(findFront([placed("H1", 0.5, false), placed("H2", 0.5, false)])).toEqual({
      leaders: [],
      apart: ["H1", "H2"],
      lead: null,
    });
    expect(findFront([placed("H1", 0.2), placed("H2", 0.8, false)])).toMatchObject({
      leaders: ["H1"],
      lead: null,
    });
  });

  it("is told from posteriors too small to be numbers", () => {
    expect(findFront([placed("H1", 0), placed("H2", 0), placed("H3", 1, false)])).toMatchObject({
      leaders: ["H1", "H2"],
      lead: 1,
    });
  });
});

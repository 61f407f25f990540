import { describe, expect, it } from "vitest";
import { krippendorffAlpha } from "@/lib/analysis/agreement";
import { analyse } from "@/lib/analysis/analyse";
import type { Consistency } from "@/lib/analysis/scales";
import { entry, rated, twoHypotheses } from "./matrices";

/** Krippendorff 2011, section D: four observers, twelve units, a dot where one is missing. */
const OBSERVERS = [
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
].map((row) => row.split(" "));

const VALUES = 5;

function tally(units: readonly (readonly number[])[]) {
  const counts = new Int32Array(units.length * VALUES);
  units.forEach((unit, row) => {
    for (const value of unit) counts[row * VALUES + value - 1] = (counts[row * VALUES + value - 1] ?? 0) + 1;
  });
  return { counts, subjects: units.length, codes: VALUES };
}

const published = tally(
  Array.from({ length: 12 }, (_, unit) =>
    OBSERVERS.flatMap((observer) => (observer[unit] === "." ? [] : [Number(observer[unit])])),
  ),
);

describe("Krippendorff's alpha", () => {
  it("is .815 for the published example, ordinal", () => {
    expect(krippendorffAlpha(published, VALUES)).toBeCloseTo(0.815, 3);
  });

  it("is .743 for the published example, nominal", () => {
    expect(krippendorffAlpha(published, VALUES, "nominal")).toBeCloseTo(0.743, 3);
  });

  it("is 1 where all agree and yet not all units are alike", () => {
    expect(
      krippendorffAlpha(
        tally([
          [1, 1],
          [4, 4, 4],
        ]),
        VALUES,
      ),
    ).toBe(1);
  });

  it("is undefined, and not 1, where every value is the same, or nothing can be compared", () => {
    expect(
      krippendorffAlpha(
        tally([
          [2, 2],
          [2, 2],
        ]),
        VALUES,
      ),
    ).toBeNull();
    expect(krippendorffAlpha(tally([[1], [5], []]), VALUES)).toBeNull();
  });

  it("is below 0 where they disagree more than chance would", () => {
    expect(
      krippendorffAlpha(
        tally([
          [1, 5],
          [5, 1],
        ]),
        VALUES,
      ),
    ).toBeCloseTo(-0.5, 12);
  });
});

describe("the agreement of analysts", () => {
  it("takes cells as units and leaves out those that do not apply", () => {
    const codes = (...ana: Consistency[]) => ana;
    const agreement = (ben: Consistency[]) =>
      analyse({
        hypotheses: twoHypotheses,
        evidence: [entry("E1"), entry("E2")],
        ratings: [
          ...rated("E1", codes("CC", "II"), "ana"),
          ...rated("E2", codes("C", "N"), "ana"),
          ...rated("E1", ben.slice(0, 2), "ben"),
          ...rated("E2", ben.slice(2), "ben"),
        ],
      }).agreement.alpha;
    expect(agreement(["CC", "II", "C", "N"])).toBe(1);
    expect(agreement(["CC", "II", "NA", "NA"])).toBe(1);
    expect(agreement(["NA", "NA", "NA", "NA"])).toBeNull();
    expect(agreement(["II", "CC", "N", "C"])).toBeLessThan(0);
  });
});

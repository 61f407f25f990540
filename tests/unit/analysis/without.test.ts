import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { withoutAnalyst, withoutEvidence, withoutOpinions, withoutSource } from "@/lib/analysis/without";
import { entry, matrices, rated, source, twoHypotheses, workedExample } from "./matrices";

const input: MatrixInput = {
  hypotheses: twoHypotheses,
  sources: [source("S1", "C"), source("S2", "B"), source("S3", "D")],
  sourceLinks: [{ from: "S1", to: "S3", kind: "owns" }],
  evidence: [entry("E1", "S1", "S2"), entry("E2", "S2 via S1"), entry("E3"), entry("E4", "S3")],
  ratings: ["E1", "E2", "E3", "E4"].flatMap((id) => [
    ...rated(id, ["C", "I"], "ana"),
    ...rated(id, ["CC", "N"], "ben"),
  ]),
};
const ids = ({ evidence = [] }: MatrixInput) => evidence.map(({ id }) => id);

describe("a matrix less something", () => {
  it("without an entry has neither it nor its ratings, and all the rest", () => {
    const less = withoutEvidence(input, "E2");
    expect(ids(less)).toEqual(["E1", "E3", "E4"]);
    expect(less.ratings).toHaveLength(12);
    expect(less.ratings?.some(({ evidence }) => evidence === "E2")).toBe(false);
    expect(less.sources).toEqual(input.sources);
  });

  it("without a source has none of its citations, nor an entry that rested on those alone", () => {
    const less = withoutSource(input, "S1");
    expect(ids(less)).toEqual(["E1", "E3", "E4"]);
    expect(less.evidence?.[0]?.citations).toEqual([{ source: "S2" }]);
    expect(less.ratings?.some(({ evidence }) => evidence === "E2")).toBe(false);
    expect(less.sources).toEqual(input.sources);
    expect(less.sourceLinks).toEqual(input.sourceLinks);
  });

  it("without an analyst has nothing that they gave", () => {
    const less = withoutAnalyst(workedExample, "ana");
    expect(analyse(less).analysts.map(({ id }) => id)).toEqual(["ben"]);
    expect(less.ratings).toEqual([]);
    expect(less.judgements).toEqual([]);
    expect(less.sources?.map(({ reliability }) => reliability)).toEqual([{ ben: "F" }, {}]);
  });

  it("without the opinions on an entry keeps it, neither rated nor graded", () => {
    const less = withoutOpinions(workedExample, "E1");
    expect(ids(less)).toEqual(["E1", "E2"]);
    expect(less.evidence?.[0]).toMatchObject({ credibility: {}, relevance: {} });
    expect(less.evidence?.[0]?.citations).toEqual([{ source: "S2", via: "S1" }]);
    expect(less.ratings?.map(({ evidence }) => evidence)).toEqual(["E2"]);
  });

  it("is as it was without what it does not have", () => {
    for (const less of [withoutEvidence, withoutSource, withoutAnalyst, withoutOpinions]) {
      expect(analyse(less(input, "nobody"))).toEqual(analyse(input));
    }
  });

  it("is a matrix that can be analysed, and leaves the whole as it was", () => {
    fc.assert(
      fc.property(matrices, (whole) => {
        const copy = structuredClone(whole);
        const lesser = [
          withoutEvidence(whole, "E1"),
          withoutSource(whole, "S1"),
          withoutAnalyst(whole, "__proto__"),
          withoutOpinions(whole, "E1"),
        ];
        for (const less of lesser) expect(() => analyse(less)).not.toThrow();
        expect(whole).toEqual(copy);
      }),
    );
  });
});

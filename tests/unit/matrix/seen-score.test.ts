import { describe, expect, it } from "vitest";
import type { ScorePart } from "@/lib/analysis/open-score";
import { seenScore } from "@/lib/matrix/seen-score";

const entry = (id: string, amount: number): ScorePart => ({ kind: "evidence", id, amount });
const origin = (id: string, evidence: readonly string[], amount: number): ScorePart => ({
  kind: "origin",
  id,
  corroborators: [],
  evidence,
  amount,
});
const entries = [entry("E1", 1), entry("E2", 2), entry("E3", 0), entry("E4", 0.5)];

describe("a score", () => {
  it("is open to whoever is blind to nothing in it", () => {
    expect(seenScore(entries, new Set(["E9"]))).toEqual({ parts: entries, hidden: null });
  });

  it("has the entries summed up that somebody is blind to, those that add nothing among them", () => {
    expect(seenScore(entries, new Set(["E2", "E3"]))).toEqual({
      parts: [entries[0], entries[3]],
      hidden: { entries: 2, amount: 2 },
    });
  });

  it("is only the whole where one entry alone is hidden: the others would tell it by what they leave", () => {
    for (const blind of ["E2", "E3"]) {
      expect(seenScore(entries, new Set([blind]))).toEqual({
        parts: [],
        hidden: { entries: 1, amount: 3.5 },
      });
    }
  });

  it("opens an origin of several hidden entries, which is a sum itself, and none of just one", () => {
    const parts: ScorePart[] = [
      { kind: "prior", amount: 0.1 },
      origin("S1", ["E1", "E2"], 1),
      origin("S2", ["E3"], -2),
      origin("S3", ["E4", "E5"], 0.25),
    ];
    expect(seenScore(parts, new Set(["E1", "E2"]))).toEqual({ parts, hidden: null });
    expect(seenScore(parts, new Set(["E3", "E4"]))).toEqual({
      parts: parts.slice(0, 2),
      hidden: { entries: 2, amount: -1.75 },
    });
    expect(seenScore(parts, new Set(["E3"])).parts).toEqual([]);
  });
});

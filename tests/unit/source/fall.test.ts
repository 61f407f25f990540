import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { changesAnything, imagineFall } from "@/lib/source/fall";

const ratings = (evidence: string, consistency: "CC" | "N") => [
  { evidence, hypothesis: "H1", analyst: "ana", consistency },
  {
    evidence,
    hypothesis: "H2",
    analyst: "ana",
    consistency: consistency === "CC" ? ("II" as const) : ("N" as const),
  },
];
const entry = (id: string, source: string) => ({
  id,
  citations: [{ source }],
  credibility: { ana: 1 as const },
});
const input: MatrixInput = {
  hypotheses: [{ id: "H1" }, { id: "H2" }],
  sources: ["S1", "S2", "S3"].map((id) => ({ id, reliability: { ana: "A" } })),
  evidence: [entry("E1", "S1"), entry("E2", "S2"), entry("E3", "S3")],
  ratings: [...ratings("E1", "CC"), ...ratings("E2", "N"), ...ratings("E3", "N")],
};
const matrix = {
  sequence: 1,
  input,
  analysis: analyse(input),
  isRanking: false,
  lexicon: "icd203" as const,
  occurredOn: new Map<string, string>(),
  claimHands: new Set<string>(),
  withdrawnSources: new Set<string>(),
};
const claim = (id: string, ...entries: string[]) => ({
  id,
  ratings: entries.map((evidence) => ({ evidence, analyst: "ana", consistency: "CC" as const })),
});

describe("the fall of a source", () => {
  it("takes a claim that two bear out to one origin only, and one that it alone bears out to unverified", () => {
    const claims = [claim("C1", "E1", "E2"), claim("C2", "E1"), claim("C3", "E2", "E3")];
    expect(imagineFall(matrix, claims, "S1").claims).toEqual([
      { id: "C1", now: "supported", without: "single-origin" },
      { id: "C2", now: "single-origin", without: "unverified" },
    ]);
  });

  it("passes over what was rated on entries that its reader does not see", () => {
    const { claims } = imagineFall(matrix, [claim("C1", "E1", "E2", "E99")], "S1");
    expect(claims).toEqual([{ id: "C1", now: "supported", without: "single-origin" }]);
  });

  it("takes along the entries that rest on it alone, and their origin", () => {
    const left = { entries: { now: 3, without: 2 }, origins: { now: 3, without: 2 } };
    expect(imagineFall(matrix, [], "S1")).toMatchObject(left);
  });

  it("says whether the same hypothesis leads, or none any more", () => {
    expect(imagineFall(matrix, [], "S1").lead).not.toBe("same");
    expect(imagineFall(matrix, [], "S2").lead).toBe("same");
  });

  it("changes something by the hypotheses alone, by a claim alone, or not at all", () => {
    expect(changesAnything(imagineFall(matrix, [], "S1"))).toBe(true);
    expect(changesAnything(imagineFall(matrix, [], "S2"))).toBe(false);
    expect(changesAnything(imagineFall(matrix, [claim("C1", "E2", "E3")], "S2"))).toBe(true);
  });
});

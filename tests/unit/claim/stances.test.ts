import { describe, expect, it } from "vitest";
import { type ClaimInput, judgeClaims } from "@/lib/analysis/claims";
import { stancesOnClaim } from "@/lib/claim/stances";
import { claimsWithin } from "@/lib/claim/within";
import { entry, source, twoHypotheses } from "../analysis/matrices";

const input = {
  hypotheses: twoHypotheses,
  sources: [source("A1", "A"), source("party", "D")],
  evidence: [entry("E1", "A1"), entry("E2", "A1"), entry("E3", "A1"), entry("E4", "party via A1")],
};
const by = (
  evidence: string,
  consistency: ClaimInput["ratings"][number]["consistency"],
  analyst = "ana",
) => ({
  evidence,
  consistency,
  analyst,
});
const claim: ClaimInput = {
  id: "C1",
  asserter: "party",
  ratings: [
    by("E1", "C"),
    by("E2", "I"),
    by("E2", "NA", "ben"),
    by("E3", "CC"),
    by("E3", "II", "ben"),
    by("E4", "CC"),
    by("E9", "CC"),
  ],
};

describe("What is rated on a claim", () => {
  it("stands for it, against it, on neither side, as its asserter's own word, or does not count", () => {
    const [within] = claimsWithin(input, [claim]);
    if (!within) throw new Error("no claim");
    const [findings] = judgeClaims(input, [within]);
    if (!findings) throw new Error("not judged");
    expect(stancesOnClaim(["E1", "E2", "E3", "E4", "E9"], { input: within, findings })).toEqual({
      for: ["E1"],
      against: ["E2"],
      neither: ["E3"],
      ownWord: ["E4"],
      out: ["E9"],
    });
  });

  it("counts nowhere where the claim is withdrawn", () => {
    expect(stancesOnClaim(["E1"], undefined)).toMatchObject({ for: [], out: ["E1"] });
  });

  it("loses no claim with an entry or an asserter that the matrix does not list", () => {
    const [within] = claimsWithin({ ...input, sources: [source("A1")] }, [claim]);
    expect(within?.asserter).toBeUndefined();
    expect(within?.ratings).toHaveLength(6);
  });
});

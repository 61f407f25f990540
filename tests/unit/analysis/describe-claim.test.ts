import { describe, expect, it } from "vitest";
import { type ClaimInput, judgeClaims, withoutOrigin } from "@/lib/analysis/claims";
import { countSides, describeClaim, describeDependence } from "@/lib/analysis/describe-claim";
import type { Consistency, Reliability } from "@/lib/analysis/scales";
import type { EvidenceInput, MatrixInput } from "@/lib/analysis/types";
import { entry, source, twoHypotheses } from "./matrices";

const grades: Readonly<Record<string, Reliability>> = { A1: "A", B1: "B", B2: "B", B3: "B", party: "D" };

function judge(
  evidence: readonly EvidenceInput[],
  said: Readonly<Record<string, Consistency>>,
  asserter?: string,
) {
  const input: MatrixInput = {
    hypotheses: twoHypotheses,
    sources: [...Object.entries(grades).map(([id, grade]) => source(id, grade as "A")), source("nobody")],
    evidence: evidence.map((each) => ({ ...each, credibility: { ana: 1 } })),
  };
  const claim: ClaimInput = {
    id: "C1",
    ...(asserter ? { asserter } : {}),
    ratings: Object.entries(said).map(([id, consistency]) => ({ evidence: id, analyst: "ana", consistency })),
  };
  const [findings] = judgeClaims(input, [claim]);
  if (!findings) throw new Error("not judged");
  return findings;
}

const told = (findings: ReturnType<typeof judge>, rated: number) =>
  describeClaim(findings, { gradeOf: (id) => grades[id] ?? "F", rated });

describe("the reasons of a verdict", () => {
  it("say that nobody has rated anything, while nobody has", () => {
    expect(told(judge([], {}), 0)).toEqual([
      "Nobody has rated an entry on it yet, so nothing speaks for it or against it.",
    ]);
  });

  it("name both sides with their grades, and why neither prevails", () => {
    const evidence = [entry("E1", "A1"), entry("E2", "B1"), entry("E3", "B2"), entry("E4", "B3")];
    const findings = judge(evidence, { E1: "CC", E2: "II", E3: "II", E4: "II" });
    expect(findings.verdict).toBe("disputed");
    expect(countSides(findings)).toEqual({ for: 1, against: 3 });
    expect(told(findings, 4)).toEqual([
      "One origin graded A speaks for it, three graded B against it.",
      expect.stringMatching(
        /^Together they put it at 0\.\d\d, between 0\.30 and 0\.70: neither side prevails\.$/,
      ),
    ]);
  });

  it("say it of an origin that says as much for it as against it, too", () => {
    const evidence = [entry("E1", "A1"), entry("E2", "B1"), entry("E3", "B1")];
    expect(told(judge(evidence, { E1: "CC", E2: "C", E3: "I" }), 3)[0]).toBe(
      "One origin graded A speaks for it, one graded B as much for it as against it.",
    );
  });

  it("put the better grades of a side first, and those of unknown reliability last", () => {
    const evidence = [
      entry("E1", "nobody"),
      entry("E2", "B1"),
      entry("E3", "B2"),
      entry("E4", "A1"),
      entry("E5"),
    ];
    const findings = judge(evidence, { E1: "CC", E2: "CC", E3: "CC", E4: "CC", E5: "C" });
    expect(findings.verdict).toBe("supported");
    expect(told(findings, 5)[0]).toBe(
      "One origin graded A, two graded B, one of unknown reliability and one that names no source speak for it.",
    );
    expect(told(findings, 5)[1]).toMatch(
      /^Together they put it at 0\.9\d, 0\.70 or more, and five origins speak for it\.$/,
    );
  });

  it("say that the asserter's own word counts nothing, and that nothing else is there", () => {
    const evidence = ["B1", "B2", "B3"].map((outlet, row) => entry(`E${row + 1}`, `party via ${outlet}`));
    const findings = judge(evidence, { E1: "CC", E2: "CC", E3: "CC" }, "party");
    expect(told(findings, 3)).toEqual([
      "All that is rated on it (E1, E2 and E3) is the asserter’s own word and counts nothing.",
      "Nothing that counts says anything either way.",
    ]);
  });

  it("tell no figure where the reader does not see what all say together", () => {
    const [alone, both] = [
      judge([entry("E1", "A1")], { E1: "CC" }),
      judge([entry("E1", "A1"), entry("E2", "B1")], { E1: "II", E2: "II" }),
    ];
    const withoutSums = (findings: typeof alone, rated: number) =>
      describeClaim(findings, { gradeOf: (id) => grades[id] ?? "F", rated, hidesSums: true });
    expect(withoutSums(alone, 1)).toEqual([
      "One origin graded A speaks for it.",
      "Only one origin speaks on the side that prevails, and one alone neither supports nor contradicts.",
    ]);
    expect(withoutSums(both, 2)[1]).toBe(
      "Together they put it at 0.30 or less, and two origins speak against it.",
    );
  });

  it("say of one origin that one alone neither supports nor contradicts", () => {
    const findings = judge([entry("E1", "A1"), entry("E2", "A1")], { E1: "CC", E2: "CC" });
    expect(findings.verdict).toBe("single-origin");
    expect(told(findings, 2)).toEqual([
      "One origin graded A speaks for it.",
      expect.stringMatching(
        /only one origin speaks on that side, and one alone neither supports nor contradicts\.$/,
      ),
    ]);
  });

  it("say how much is open where too little is known", () => {
    const findings = judge([entry("E1", "party")], { E1: "I" });
    expect(told(findings, 1)).toEqual([
      "One origin graded D speaks against it.",
      "Together they leave 75 % open, more than half: that is too little to go by.",
    ]);
  });
});

describe("what a verdict hangs on", () => {
  it("is each origin without which it is another", () => {
    const findings = judge([entry("E1", "A1"), entry("E2", "B1")], { E1: "CC", E2: "CC" });
    expect(findings.verdict).toBe("supported");
    expect(withoutOrigin(findings, "A1").verdict).toBe("single-origin");
    expect(describeDependence(findings)).toEqual([
      "Without any one of A1 and B1 it would be one origin only.",
    ]);
  });

  it("is no single origin where enough of them agree", () => {
    const evidence = [entry("E1", "A1"), entry("E2", "B1"), entry("E3", "B2")];
    expect(describeDependence(judge(evidence, { E1: "II", E2: "II", E3: "II" }))).toEqual([
      "No single origin changes it: without any one of them it is still contradicted.",
    ]);
  });

  it("is the one origin there is, and a second would settle it", () => {
    expect(describeDependence(judge([entry("E1", "A1")], { E1: "CC" }))).toEqual([
      "Without A1 it would be unverified.",
      "A second origin, independent of that one and saying the same, would settle it.",
    ]);
  });

  it("leaves nothing changed where an origin is taken away that is none of it", () => {
    const findings = judge([entry("E1", "A1"), entry("E2", "B1")], { E1: "CC", E2: "II" });
    const { verdict, opinion, probability } = findings;
    expect(withoutOrigin(findings, "B3")).toEqual({ verdict, opinion, probability });
  });

  it("is whatever anybody else says, where there is the asserter's word alone", () => {
    expect(describeDependence(judge([entry("E1", "party")], { E1: "CC" }, "party"))).toEqual([
      "An entry from somebody else than its asserter, rated on it, that fits it or does not.",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { Credibility, Reliability } from "@/lib/analysis/scales";
import type { MatrixInput } from "@/lib/analysis/types";
import { sourcesInHalo } from "@/lib/source/halo";

/** Ten entries or so, each from a source of its own; "B2" is a source graded B and an entry graded 2. */
const graded = (pairs: string): MatrixInput => {
  const rows = pairs.split(" ").map((pair, row) => ({
    source: `S${row + 1}`,
    reliability: pair[0] as Reliability,
    credibility: Number(pair[1]) as Credibility,
  }));
  return {
    hypotheses: [{ id: "H1" }, { id: "H2" }],
    sources: rows.map(({ source, reliability }) => ({ id: source, reliability: { ana: reliability } })),
    evidence: rows.map(({ source, credibility }, row) => ({
      id: `E${row + 1}`,
      citations: [{ source }],
      credibility: { ana: credibility },
    })),
  };
};
const inHalo = (input: MatrixInput, analyst = "ana") => [...sourcesInHalo(input, analyse(input), analyst)];

describe("the sources in somebody's halo", () => {
  it("are those they graded just as the entries, from ten pairs with four fifths alike on", () => {
    expect(inHalo(graded("A1 B2 C3 D4 E5 A1 B2 C3 A5 B1"))).toEqual([
      "S1",
      "S2",
      "S3",
      "S4",
      "S5",
      "S6",
      "S7",
      "S8",
    ]);
  });

  it("are none with fewer pairs, fewer alike, or for another analyst", () => {
    expect(inHalo(graded("A1 B2 C3 D4 E5 A1 B2 C3 A1"))).toEqual([]);
    expect(inHalo(graded("A1 B2 C3 D4 E5 A1 B2 C1 A5 B1"))).toEqual([]);
    expect(inHalo(graded("A1 B2 C3 D4 E5 A1 B2 C3 A1 B2"), "bob")).toEqual([]);
  });

  it("have none among them where F meets 6: both are no grade", () => {
    expect(inHalo(graded("A1 B2 C3 D4 E5 A1 B2 C3 A1 B2 F6"))).not.toContain("S11");
  });
});

import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { sourceStandings } from "@/lib/origin/standing";

const input: MatrixInput = {
  hypotheses: [{ id: "H1" }, { id: "H2" }],
  sources: [
    { id: "S1", reliability: { ana: "B", bob: "D", cyd: "F" } },
    { id: "S2", reliability: { ana: "F" } },
    { id: "S3" },
    { id: "S9", reliability: { ana: "A" } },
  ],
  sourceLinks: [
    { from: "S3", to: "S9", kind: "owns" },
    { from: "S9", to: "S2", kind: "owns" },
  ],
  evidence: [
    { id: "E1", citations: [{ source: "S2", via: "S1" }] },
    { id: "E2", citations: [{ source: "S1" }] },
    { id: "E3", citations: [{ source: "S3" }] },
  ],
  ratings: ["E1", "E2", "E3"].flatMap((evidence) => [
    { evidence, hypothesis: "H1", analyst: "ana", consistency: "C" as const },
    { evidence, hypothesis: "H2", analyst: "ana", consistency: "I" as const },
  ]),
};
const standings = sourceStandings(input, analyse(input), [], new Set(["S1", "S2", "S3"]));
const of = (id: string) => standings.find((standing) => standing.id === id);

describe("how sources stand in an inquiry", () => {
  it("has those on which most entries rest first, and none that its readers do not see", () => {
    expect(standings.map(({ id }) => id)).toEqual(["S1", "S2", "S3"]);
  });

  it("tells the mean of the grades with the nearest letter, and the spread from best to worst, without F", () => {
    expect(of("S1")).toMatchObject({ reliability: 0.5, letter: "C", spread: ["B", "D"] });
    expect(of("S2")).toMatchObject({ reliability: null, letter: "F", spread: null });
  });

  it("names the sources that are one origin with it, joined through one that is not seen", () => {
    expect(of("S2")?.together).toEqual(["S3"]);
    expect(of("S1")?.together).toEqual([]);
  });

  it("tells how many entries lean on it, and on which origin those lean that cite it", () => {
    expect(of("S1")).toMatchObject({ entries: 2, leaning: 2, origins: [{ id: "S1", evidence: 2 }] });
    expect(of("S2")).toMatchObject({ entries: 1, origins: [{ id: "S1" }] });
    expect(of("S3")?.origins.map(({ doubt, bound }) => doubt * bound)).toEqual([1]);
  });
});

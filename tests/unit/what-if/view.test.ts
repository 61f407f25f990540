import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import type { MatrixInput } from "@/lib/analysis/types";
import {
  groundOf,
  listEntryChoices,
  listGroupChoices,
  listSourceChoices,
  matterOf,
} from "@/lib/what-if/view";
import { rated, twoHypotheses } from "../analysis/matrices";

const many: MatrixInput = {
  hypotheses: [...twoHypotheses],
  sources: Array.from({ length: 300 }, (_, row) => ({
    id: `S${row + 1}`,
    reliability: { ana: "B" as const },
  })),
  sourceLinks: [{ from: "S3", to: "S1", kind: "owns" }],
  evidence: Array.from({ length: 300 }, (_, row) => ({
    id: `E${row + 1}`,
    citations: [{ source: `S${row + 1}` }, { source: "S7", via: "S3" }],
  })),
  ratings: Array.from({ length: 300 }, (_, row) =>
    rated(`E${row + 1}`, row === 150 ? ["CC", "II"] : row % 2 === 0 ? ["C", "I"] : ["I", "C"]),
  ).flat(),
};
const names = new Map((many.sources ?? []).map(({ id }) => [id, `Source ${id}`]));
const analysis = analyse(many);
const matter = matterOf(many, analysis, names);

describe("what the page lists", () => {
  it("has linchpins first, then what moves most, two hundred and whatever is struck", () => {
    const whole = analyseWhole(many);
    const { listed, unlisted } = listEntryChoices(whole, ["E300", "E299"]);
    const linchpins = whole.linchpins?.evidence ?? [];
    expect(linchpins.length).toBeGreaterThan(0);
    expect(listed.slice(0, linchpins.length).every(({ isLinchpin }) => isLinchpin)).toBe(true);
    const moves = listed.slice(linchpins.length).map((entry) => entry.moves);
    expect(moves).toEqual(moves.toSorted((one, other) => other - one));
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(["E299", "E300"]));
    expect(listed.length + unlisted).toBe(300);
    expect(listed.length).toBeLessThanOrEqual(202);
  });

  it("counts what comes from a source or through it, each entry once", () => {
    const { listed, unlisted } = listSourceChoices(matter, ["S250"]);
    expect(listed.slice(0, 2)).toEqual([
      { id: "S3", entries: 300, members: [] },
      { id: "S7", entries: 300, members: [] },
    ]);
    expect(listed.some(({ id }) => id === "S250")).toBe(true);
    expect(listed.length + unlisted).toBe(300);
    expect(listGroupChoices(matter, []).listed).toEqual([{ id: "S1", entries: 300, members: ["S1", "S3"] }]);
  });

  it("strikes analysts only where somebody is left", () => {
    expect(groundOf(matter).analysts.size).toBe(0);
    const two = { ...many, ratings: [...(many.ratings ?? []), ...rated("E1", ["N", "N"], "ben")] };
    expect([...groundOf(matterOf(two, analyse(two), names)).analysts]).toEqual(["ana", "ben"]);
  });
});

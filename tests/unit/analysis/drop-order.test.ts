import { describe, expect, it } from "vitest";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { oddsOfLeader, weightiestDrops } from "@/lib/analysis/drop-order";
import type { MatrixInput } from "@/lib/analysis/types";

/** H1 leads by E1, against E2; E3 says nothing. */
const input: MatrixInput = {
  hypotheses: [{ id: "H1" }, { id: "H2" }],
  sources: [
    { id: "S1", reliability: { ana: "A" } },
    { id: "S2", reliability: { ana: "A" } },
  ],
  evidence: [
    { id: "E1", citations: [{ source: "S1" }], credibility: { ana: 1 }, relevance: { ana: "high" } },
    { id: "E2", citations: [{ source: "S2" }], credibility: { ana: 3 }, relevance: { ana: "high" } },
    { id: "E3" },
  ],
  ratings: [
    { evidence: "E1", hypothesis: "H1", analyst: "ana", consistency: "CC" },
    { evidence: "E2", hypothesis: "H2", analyst: "ana", consistency: "CC" },
    { evidence: "E3", hypothesis: "H1", analyst: "ana", consistency: "N" },
  ],
};

describe("The drops that matter", () => {
  const whole = analyseWhole(input);
  const drops = weightiestDrops(whole, 10);

  it("begin with those that change the answer, and of these with what moves most", () => {
    const changing = drops.filter(({ changes }) => changes);
    expect(drops.slice(0, changing.length)).toEqual(changing);
    expect(new Set(changing.map(({ id }) => id))).toEqual(new Set(["E1", "S1"]));
    for (const part of [changing, drops.slice(changing.length)]) {
      const moves = part.map((drop) => drop.moves);
      expect(moves).toEqual(moves.toSorted((a, b) => b - a));
    }
  });

  it("leave out what moves nothing, and end where they are told to", () => {
    expect(drops.map(({ id }) => id)).not.toContain("E3");
    expect(weightiestDrops(whole, 1)).toEqual(drops.slice(0, 1));
  });

  it("say how far the leader is then ahead of its best rival", () => {
    const [posterior] = whole.hypotheses.map((hypothesis) => hypothesis.posterior);
    const figures = Object.fromEntries(whole.hypotheses.map((one) => [one.id, one.posterior]));
    expect(oddsOfLeader(whole, figures)).toBeCloseTo((posterior ?? 0) / (1 - (posterior ?? 0)), 12);
    expect(drops.find(({ id }) => id === "S1")?.odds).toBeLessThan(1);
    expect(drops.find(({ id }) => id === "S2")?.odds).toBeGreaterThan(1);
    expect(oddsOfLeader({ leader: null }, figures)).toBe(1);
  });
});

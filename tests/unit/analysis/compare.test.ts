import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { compareAnalyses } from "@/lib/analysis/compare";
import { describeChange, type Wording } from "@/lib/analysis/describe-change";
import type { Consistency, Reliability } from "@/lib/analysis/scales";
import type { EvidenceInput, MatrixInput } from "@/lib/analysis/types";
import { withoutEvidence, withoutOpinions } from "@/lib/analysis/without";
import { entry, matrices, rated, source } from "./matrices";

const base: MatrixInput = {
  hypotheses: ["H1", "H2", "H3"].map((id) => ({ id })),
  sources: [source("S1", "C"), source("S2", "B"), source("S3")],
  evidence: [entry("E1", "S1"), entry("E2", "S1"), entry("E3", "S2"), entry("E4", "S1")],
  ratings: [
    ...rated("E1", ["C", "I", "N"]),
    ...rated("E2", ["N", "C", "N"]),
    ...rated("E3", ["N", "N", "N"]),
    ...rated("E4", ["C", "N", "I"]),
  ],
};

const difference = (before: MatrixInput, after: MatrixInput) =>
  compareAnalyses(analyse(before), analyse(after));
const line = (before: MatrixInput, after: MatrixInput, wording?: Wording) =>
  describeChange(difference(before, after), wording);
const kinds = (before: MatrixInput, after: MatrixInput) =>
  difference(before, after).steps.map(({ kind }) => kind);

function rerated(input: MatrixInput, evidence: string, codes: readonly Consistency[]): MatrixInput {
  const others = (input.ratings ?? []).filter((rating) => rating.evidence !== evidence);
  return { ...input, ratings: [...others, ...rated(evidence, codes)] };
}

function regraded(input: MatrixInput, id: string, grade: Reliability): MatrixInput {
  return {
    ...input,
    sources: (input.sources ?? []).map((one) => (one.id === id ? source(id, grade) : one)),
  };
}

function edited(input: MatrixInput, id: string, change: Partial<EvidenceInput>): MatrixInput {
  return {
    ...input,
    evidence: (input.evidence ?? []).map((one) => (one.id === id ? { ...one, ...change } : one)),
  };
}

function added(input: MatrixInput, one: EvidenceInput, codes: readonly Consistency[]): MatrixInput {
  return {
    ...input,
    evidence: [...(input.evidence ?? []), one],
    ratings: [...(input.ratings ?? []), ...rated(one.id, codes)],
  };
}

describe("what moved", () => {
  it("is every hypothesis in both that differs by 0.0005 or more, the largest move first", () => {
    const { moved } = difference(base, rerated(base, "E3", ["N", "CC", "N"]));
    expect(moved.map(({ id }) => id)).toEqual(["H2", "H1", "H3"]);
    for (const { from, to } of moved) expect(Math.abs(to - from)).toBeGreaterThanOrEqual(0.0005);
  });

  it("is nothing between an analysis and itself", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        expect(difference(input, structuredClone(input))).toMatchObject({
          moved: [],
          leader: null,
          steps: [],
          stillness: { reason: "unchanged" },
        });
      }),
    );
  });

  it("never goes without a step", () => {
    fc.assert(
      fc.property(matrices, matrices, (one, other) => {
        const { moved, steps } = difference(one, other);
        if (moved.length > 0) expect(steps.length).toBeGreaterThan(0);
      }),
    );
  });

  it("tells of another leader", () => {
    const { leader } = difference(base, rerated(base, "E3", ["II", "CC", "N"]));
    expect(leader).toEqual({ from: { id: "H1", tied: [] }, to: { id: "H2", tied: [] } });
  });
});

describe("the steps", () => {
  it("of a rating are the consensus of its cells and the bound of the origin", () => {
    expect(difference(base, rerated(base, "E3", ["N", "C", "N"])).steps).toEqual([
      {
        kind: "consensus",
        evidence: "E3",
        hypothesis: "H2",
        from: { consensus: 0, label: "N" },
        to: { consensus: 1, label: "C" },
        column: "supports",
        weight: expect.closeTo(Math.sqrt(0.75 * 0.25) * 0.75, 12),
      },
      { kind: "bound", origin: "S2", from: expect.closeTo(10, 12), to: expect.closeTo(10, 12) },
    ]);
  });

  it("of a grade of a source are its reliability, the weights that rest on it and its bound", () => {
    expect(kinds(base, regraded(base, "S1", "A"))).toEqual([
      "reliability",
      "weight",
      "weight",
      "weight",
      "bound",
    ]);
  });

  it("of a link are origins that merge, or split where it goes", () => {
    const apart = rerated(base, "E3", ["N", "C", "N"]);
    const linked: MatrixInput = { ...apart, sourceLinks: [{ from: "S1", to: "S2", kind: "owns" }] };
    expect(difference(apart, linked).steps).toMatchObject([
      { kind: "origin", change: "merged", from: "S2", to: "S1", evidence: ["E3"] },
      { kind: "bound", origin: "S1" },
    ]);
    expect(difference(linked, apart).steps).toMatchObject([
      { kind: "origin", change: "split", from: "S1", to: "S2", evidence: ["E3"] },
      { kind: "bound", origin: "S1" },
    ]);
  });

  it("of a citation are the corroboration, the weight and where the entry leans now", () => {
    const cited = edited(base, "E1", { citations: [{ source: "S1" }, { source: "S2" }] });
    expect(difference(base, cited).steps).toMatchObject([
      { kind: "weight", evidence: "E1" },
      { kind: "corroboration", evidence: "E1", from: [], to: ["S1"] },
      { kind: "origin", change: "moved", from: "S1", to: "S2", evidence: ["E1"] },
      { kind: "bound", origin: "S2" },
    ]);
  });

  it("leave out an origin that only has another name", () => {
    const few: MatrixInput = {
      ...base,
      ratings: [...rated("E1", ["C", "N", "I"]), ...rated("E4", ["C", "I", "N"])],
    };
    const relayed: MatrixInput = { ...few, evidence: [entry("E1", "S3 via S2"), entry("E4", "S3 via S1")] };
    const direct: MatrixInput = { ...few, evidence: [entry("E1", "S1"), entry("E4", "S1")] };
    expect([relayed, direct].map((one) => analyse(one).origins.map(({ id }) => id))).toEqual([
      ["S3"],
      ["S1"],
    ]);
    const origins = difference(relayed, direct).steps.filter(({ kind }) => kind === "origin");
    expect(origins).toEqual([]);
  });

  it("of a new hypothesis are that it is new, not that all other shares of the prior shrink", () => {
    const more: MatrixInput = { ...base, hypotheses: [...base.hypotheses, { id: "H4" }] };
    expect(difference(base, more).steps).toEqual([{ kind: "hypothesis", hypothesis: "H4", change: "added" }]);
    expect(difference(more, base).steps).toEqual([
      { kind: "hypothesis", hypothesis: "H4", change: "removed" },
    ]);
  });

  it("of priors and settings are these", () => {
    const hypotheses = [{ id: "H1" }, { id: "H2", prior: 2 }, { id: "H3" }];
    expect(kinds(base, { ...base, hypotheses })).toEqual(["prior", "prior", "prior"]);
    expect(difference(base, { ...base, settings: { doubt: 0.2 } }).steps[0]).toEqual({
      kind: "setting",
      setting: "doubt",
      from: 0.4,
      to: 0.2,
    });
  });
});

describe("the line about a change", () => {
  it("says from what to what, through which step, and how far the origin counts", () => {
    expect(line(base, rerated(base, "E3", ["N", "C", "N"]))).toBe(
      "H2 from 32\u00a0% to 35\u00a0%, H1 from 38\u00a0% to 37\u00a0%, H3 from 30\u00a0% to 29\u00a0%: E3 now speaks for H2 (consensus from N to C) at weight 0.32; what leans on S2 counts at most 10 to 1.",
    );
  });

  it("says that another leads", () => {
    expect(line(base, rerated(base, "E3", ["II", "CC", "N"]))).toContain(
      ", and H2 now leads: E3 now speaks against H1 (consensus from N to II) and speaks for H2 (consensus from N to CC) at",
    );
    expect(
      line(
        { ...base, ratings: rated("E1", ["N", "C", "C"]) },
        { ...base, ratings: rated("E1", ["I", "N", "N"]) },
      ),
    ).not.toContain("lead");
    const level = ["E2", "E3", "E4"].flatMap((id) => rated(id, ["N", "N", "N"]));
    expect(line(base, { ...base, ratings: [...rated("E1", ["I", "N", "N"]), ...level] })).toContain(
      ", and H2 and H3 now lead together: ",
    );
  });

  it("lets nobody lead whom too few entries are rated on", () => {
    const unheard = { ...base, hypotheses: [...base.hypotheses, { id: "H4" }] };
    const against = ["E1", "E2", "E3", "E4"].flatMap((id) => rated(id, ["II", "II", "II"]));
    expect(line(unheard, { ...unheard, ratings: against })).toContain(
      ", and H1, H2 and H3 now lead together: ",
    );
  });

  it("tells of a new entry what it speaks for and against", () => {
    expect(line(base, added(base, entry("E5", "S2"), ["CC", "N", "I"]))).toMatch(
      /: E5 is new and speaks for H1 \(CC\) and speaks against H3 \(I\) at weight 0\.32; what leans on S2 counts at most 10 to 1\.$/,
    );
  });

  it("calls an entry that was only left out before not new", () => {
    const difference = compareAnalyses(
      analyse(base),
      analyse(added(base, entry("E5", "S2"), ["CC", "N", "I"])),
    );
    expect(describeChange(difference, { isAddedNew: false })).toContain(
      ": with E5, which speaks for H1 (CC) and speaks against H3 (I) at weight 0.32; what leans on S2",
    );
  });

  it("tells of an entry that is gone", () => {
    expect(line(base, withoutEvidence(base, "E1"))).toContain("E1 no longer counts");
  });

  it("shows a consensus between two codes as a number", () => {
    const second: MatrixInput = {
      ...base,
      ratings: [...(base.ratings ?? []), ...rated("E3", ["N", "C", "N"], "ben")],
    };
    expect(line(base, second)).toContain("E3 now speaks for H2 (consensus from N to +0.50)");
  });

  it("counts entries where many change, and names the one that changes most", () => {
    expect(line(base, regraded(base, "S1", "A"))).toContain(
      ": the reliability of S1 is now 1.00 (was 0.50); 3 entries weigh more, E1 most (from 0.27 to 0.38); what leans on S1 counts at most 20 to 1 (was 5 to 1).",
    );
    expect(line(base, regraded(base, "S1", "D"))).toContain("3 entries weigh less, E1 most");
  });

  it("tells of origins that merge, split and are moved between", () => {
    const linked: MatrixInput = { ...base, sourceLinks: [{ from: "S1", to: "S2", kind: "owns" }] };
    const codes = ["N", "CC", "N"] as const;
    const [apart, one] = [rerated(base, "E3", codes), rerated(linked, "E3", codes)];
    expect(line(apart, one)).toContain("S2 and S1 are now one origin");
    expect(line(one, apart)).toContain("S2 is now an origin apart from S1");
    expect(line(base, edited(base, "E1", { citations: [{ source: "S1" }, { source: "S2" }] }))).toContain(
      "E1 now weighs 0.35 (was 0.27) and is corroborated by S1; E1 now leans on S2 and no longer on S1",
    );
  });

  it("tells of priors and settings", () => {
    const hypotheses = [{ id: "H1" }, { id: "H2", prior: 2 }, { id: "H3" }];
    expect(line(base, { ...base, hypotheses })).toContain(
      ": other priors (H1 from 33\u00a0% to 25\u00a0%, H2 from 33\u00a0% to 50\u00a0%, H3 from 33\u00a0% to 25\u00a0%).",
    );
    expect(line(base, { ...base, settings: { doubt: 0.2 } })).toContain(
      'the setting "doubt" is now 0.2 (was 0.4)',
    );
  });

  it("calls things by their names", () => {
    const nameOf = (id: string) => `“${id}”`;
    expect(line(base, rerated(base, "E3", ["N", "C", "N"]), { nameOf })).toMatch(
      /^“H2” from 32\u00a0% to 35\u00a0%.*“E3” now speaks for “H2”/,
    );
  });

  it("gives no per cents where the hypotheses are no rivals, but so many times the leader", () => {
    const relative = line(base, rerated(base, "E3", ["N", "C", "N"]), { figures: "relative" });
    expect(relative).toMatch(/^H2 from 0\.85 to 0\.94 times H1: E3 now speaks for H2/);
    expect(relative).not.toContain("%");
  });

  it("says that nothing moves, and why", () => {
    expect(line(base, base)).toBe("Nothing moves: nothing that counts is different.");
    expect(line(base, added(base, entry("E5", "S2"), []))).toBe("Nothing moves: nobody has rated E5 yet.");
    expect(line(withoutOpinions(base, "E3"), base)).toBe("Nothing moves: E3 fits every hypothesis alike.");
    expect(line(base, regraded(base, "S2", "A"))).toBe("Nothing moves: E3 fits every hypothesis alike.");
    const worthless = { ...entry("E5", "S2"), credibility: { ana: 5 } } as const;
    expect(line(base, added(base, worthless, ["CC", "II", "N"]))).toBe(
      "Nothing moves: E5 carries no weight.",
    );
    expect(line(base, regraded(base, "S3", "A"))).toBe("Nothing moves: no entry rests on S3.");
  });

  it("says that nothing moves to speak of where it moves by less than 0.0005", () => {
    const slight: MatrixInput = { ...base, settings: { step: 0.2001 } };
    expect(difference(base, slight).stillness).toEqual({ reason: "slight" });
    expect(line(base, slight)).toBe('Nothing moves to speak of: the setting "step" is now 0.2001 (was 0.2).');
  });

  it("says that no entry tells the hypotheses apart any more, and gives no figures then", () => {
    const mute = line(base, { ...base, ratings: [] });
    expect(mute).toMatch(/^No entry tells the hypotheses apart any more: /);
    expect(mute).not.toContain("%");
  });

  it("names at most four of a kind, and counts the rest", () => {
    const six = Array.from({ length: 6 }, (_, row) => `H${row + 1}`);
    const wide: MatrixInput = { hypotheses: six.map((id) => ({ id })), evidence: [entry("E1")] };
    expect(line(wide, { ...wide, ratings: rated("E1", ["CC", "I", "I", "I", "I", "I"]) })).toMatch(
      /^H1 .*, H\d .*, H\d .*, H\d .*, 2 more, and H1 now leads: /,
    );
  });

  it("is one line for any two matrices", () => {
    fc.assert(
      fc.property(matrices, matrices, (one, other) => {
        for (const figures of ["per-cent", "relative"] as const) {
          expect(line(one, other, { figures })).toMatch(/^[^\n]+\.$/);
          expect(line(one, other, { figures })).not.toMatch(/undefined|NaN|null/);
        }
      }),
    );
  });
});

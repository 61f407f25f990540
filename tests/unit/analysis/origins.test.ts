import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { EvidenceInput, MatrixInput, SourceInput, SourceLinkInput } from "@/lib/analysis/types";
import { citation, entry, matrices, rated, source, twoHypotheses } from "./matrices";

/** The findings on the entries of a matrix that is nothing but sources, links and entries. */
function trace(
  sources: readonly SourceInput[],
  evidence: readonly EvidenceInput[],
  sourceLinks: readonly SourceLinkInput[] = [],
) {
  const ratings = evidence.flatMap(({ id }) => rated(id, ["C", "I"]));
  return analyse({ hypotheses: twoHypotheses, sources, evidence, sourceLinks, ratings });
}

describe("the reliability of a source", () => {
  it("is the mean of its grades", () => {
    const sources = [{ id: "S1", reliability: { ana: "A", ben: "D", cleo: "F" } as const }];
    expect(trace(sources, []).sources[0]?.reliability).toBe(0.625);
  });

  it("is unknown where nobody graded it, or all said that it cannot be judged", () => {
    const { sources, evidence } = trace(
      [source("S1"), source("S2", "F")],
      [entry("E1", "S1"), entry("E2", "S2")],
    );
    expect(sources.map(({ reliability }) => reliability)).toEqual([null, null]);
    expect(evidence.map(({ reliability }) => reliability)).toEqual([0.25, 0.25]);
  });

  it("is multiplied by that of the source through which it reached us", () => {
    const { evidence } = trace([source("S1", "B"), source("S2", "C")], [entry("E1", "S1 via S2")]);
    expect(evidence[0]?.reliability).toBe(0.375);
  });
});

describe("a group of sources", () => {
  const sources = ["S1", "S2", "S3", "S4"].map((id) => source(id, "C"));

  it("is joined by ownership and common origin, in any number of steps and either direction, after its first", () => {
    const links = [
      { from: "S4", to: "S3", kind: "owns" },
      { from: "S2", to: "S4", kind: "same-origin" },
    ] as const;
    expect(trace(sources, [], links).sources.map(({ group }) => group)).toEqual(["S1", "S2", "S2", "S2"]);
  });

  it("is not joined by republishing", () => {
    const links = [{ from: "S1", to: "S2", kind: "republishes" }] as const;
    expect(trace(sources, [], links).sources.map(({ group }) => group)).toEqual(["S1", "S2", "S3", "S4"]);
  });
});

describe("the origins of an entry", () => {
  it("are one, the party, where one party speaks through twenty-four papers", () => {
    const papers = Array.from({ length: 24 }, (_, row) => source(`P${row}`, "B"));
    const { evidence, origins } = trace(
      [...papers, source("party", "C")],
      [entry("E1", ...papers.map(({ id }) => `party via ${id}`))],
    );
    expect(evidence[0]).toMatchObject({ origins: [expect.any(String)], corroborators: [], corroboration: 1 });
    expect(evidence[0]?.reliability).toBe(0.375);
    expect(origins).toHaveLength(1);
  });

  it("are one, the party, over twenty-four entries each from another paper", () => {
    const papers = Array.from({ length: 24 }, (_, row) => source(`P${row}`, "B"));
    const { origins } = trace(
      [...papers, source("party", "C")],
      papers.map(({ id }) => entry(`E-${id}`, `party via ${id}`)),
    );
    expect(origins).toMatchObject([{ id: "party", evidence: 24 }]);
  });

  it("are one, the article, where seven parties speak through it", () => {
    const parties = Array.from({ length: 7 }, (_, row) => source(`P${row}`, "C"));
    const { origins } = trace(
      [...parties, source("article", "C")],
      parties.map(({ id }) => entry(`E-${id}`, `${id} via article`)),
    );
    expect(origins).toMatchObject([{ id: "article", evidence: 7 }]);
  });

  it("stay the article, whatever worthless or unjudged channel is named beside it", () => {
    const parties = Array.from({ length: 6 }, (_, row) => source(`P${row}`, "C"));
    for (const also of [source("also", "E"), source("also")]) {
      const { origins, evidence } = trace(
        [also, ...parties, source("article", "C")],
        parties.map(({ id }) => entry(`E-${id}`, `${id} via article`, `${id} via also`)),
      );
      expect(origins).toMatchObject([{ id: "article", evidence: 6 }]);
      expect(evidence.every(({ corroboration }) => corroboration === 1)).toBe(true);
    }
  });

  it("are joined where citations share a hand, in any number of steps", () => {
    const sources = ["S1", "S2", "S3", "S4"].map((id) => source(id, "C"));
    const { evidence } = trace(sources, [entry("E1", "S1 via S2", "S3 via S2", "S3 via S4")]);
    expect(evidence[0]?.origins).toHaveLength(1);
  });

  it("are joined where two sources are of one group", () => {
    const sources = ["S1", "S2"].map((id) => source(id, "C"));
    const links = [{ from: "S1", to: "S2", kind: "owns" }] as const;
    const [apart] = trace(sources, [entry("E1", "S1", "S2")]).evidence;
    const [together] = trace(sources, [entry("E1", "S1", "S2")], links).evidence;
    expect(apart).toMatchObject({ origins: ["S1", "S2"], reliability: 0.75, corroboration: 0.5 });
    expect(together).toMatchObject({ origins: ["S1"], reliability: 0.5, corroboration: 1 });
  });

  it("bear the name of the channel where as many entries pass through either hand", () => {
    const { evidence } = trace([source("S1", "C"), source("S2", "C")], [entry("E1", "S1 via S2")]);
    expect(evidence[0]?.leansOn).toBe("S2");
  });

  it("bear the name of the first source where nothing else decides", () => {
    const sources = ["S1", "S2", "S3"].map((id) => source(id, "C"));
    const { evidence } = trace(sources, [entry("E1", "S1 via S3", "S1 via S2")]);
    expect(evidence[0]?.leansOn).toBe("S2");
  });

  it("are unsourced, unjudged and no more reliable than the unrated where nothing is cited", () => {
    const { evidence, origins } = trace([], [entry("E1")]);
    expect(evidence[0]).toMatchObject({ origins: ["unsourced"], reliability: 0.25, flags: ["unsourced"] });
    expect(origins).toMatchObject([{ id: "unsourced", sources: [] }]);
  });
});

describe("where an entry leans", () => {
  it("is its most reliable origin; the other judged ones corroborate", () => {
    const sources = [source("S1", "D"), source("S2", "B"), source("S3", "C")];
    const [finding] = trace(sources, [entry("E1", "S1", "S2", "S3")]).evidence;
    expect(finding).toMatchObject({ leansOn: "S2", corroborators: ["S1", "S3"], corroboration: 0.375 });
    expect(finding?.reliability).toBeCloseTo(1 - 0.25 * 0.75 * 0.5, 12);
  });

  it("is the judged one of equals", () => {
    const [finding] = trace([source("S1"), source("S2", "D")], [entry("E1", "S1", "S2")]).evidence;
    expect(finding).toMatchObject({ leansOn: "S2", corroborators: [] });
  });

  it("leaves a twentieth of the entry to it, however much corroborates", () => {
    const sources = [source("S1", "A"), source("S2", "A")];
    expect(trace(sources, [entry("E1", "S1", "S2")]).evidence[0]?.corroboration).toBe(0.05);
  });

  it("is not moved by an unjudged or worthless source beside one at least as reliable", () => {
    const codes = ["CC", "II"] as const;
    for (const companion of [source("S2"), source("S2", "F"), source("S2", "E")]) {
      const input = (...citations: string[]): MatrixInput => ({
        hypotheses: twoHypotheses,
        sources: [source("S1", "C"), companion],
        evidence: [entry("E1", ...citations)],
        ratings: rated("E1", codes),
      });
      const [alone, accompanied] = [analyse(input("S1")), analyse(input("S1", "S2"))];
      expect(accompanied.hypotheses).toEqual(alone.hypotheses);
      expect({ ...accompanied.evidence[0], origins: ["S1"] }).toEqual(alone.evidence[0]);
    }
  });
});

describe("an entry's reliability", () => {
  it("is never lowered by one more citation that ties nothing together", () => {
    const added = fc.tuple(matrices, fc.nat(), fc.constantFrom("A", "B", "C", "D", "E", "F", undefined));
    fc.assert(
      fc.property(added, ([input, pick, grade]) => {
        const evidence = input.evidence ?? [];
        fc.pre(evidence.length > 0);
        const row = pick % evidence.length;
        const longer: MatrixInput = {
          ...input,
          sources: [...(input.sources ?? []), source("S9", grade)],
          evidence: evidence.map((one, at) =>
            at === row ? { ...one, citations: [...(one.citations ?? []), citation("S9")] } : one,
          ),
        };
        // Who cites nobody has an unknown source, and a known bad one is less than that.
        fc.pre((evidence[row]?.citations ?? []).length > 0);
        const reliabilityIn = (one: MatrixInput) => analyse(one).evidence[row]?.reliability ?? Number.NaN;
        expect(reliabilityIn(longer)).toBeGreaterThanOrEqual(reliabilityIn(input) - 1e-12);
      }),
    );
  });

  it("is lowered by a citation that shows two origins to be one", () => {
    const sources = [source("S1", "C"), source("S2", "C")];
    const [apart] = trace(sources, [entry("E1", "S1", "S2")]).evidence;
    const [joined] = trace(sources, [entry("E1", "S1", "S2", "S1 via S2")]).evidence;
    expect([apart?.reliability, joined?.reliability]).toEqual([0.75, 0.5]);
  });
});

describe("the weight of an entry", () => {
  it("is the root of reliability times credibility, times relevance", () => {
    const evidence = [
      {
        ...entry("E1", "S1"),
        credibility: { ana: 1, ben: 4, cleo: 6 },
        relevance: { ana: "low", ben: "high" },
      } as const,
    ];
    const [finding] = trace([source("S1", "B")], evidence).evidence;
    expect(finding).toMatchObject({ reliability: 0.75, credibility: 0.625, relevance: 0.75 });
    expect(finding?.weight).toBeCloseTo(Math.sqrt(0.75 * 0.625) * 0.75, 12);
  });

  it("counts what nobody graded as the setting has it, and relevance as medium", () => {
    const [finding] = trace([], [entry("E1")]).evidence;
    expect(finding).toMatchObject({ credibility: 0.25, relevance: 0.75, weight: 0.1875 });
  });
});

describe("the doubt of an origin", () => {
  it("falls with the mean reliability of the entries that lean on it and say something", () => {
    const sources = [source("S1", "B"), source("S2", "E")];
    const evidence = [entry("E1", "S1"), entry("E2", "S2 via S1"), entry("E3", "S2 via S1")];
    const input = {
      hypotheses: twoHypotheses,
      sources,
      evidence,
      ratings: [...rated("E1", ["C", "I"]), ...rated("E2", ["N", "C"]), ...rated("E3", ["N", "N"])],
    };
    expect(analyse(input).origins).toMatchObject([{ id: "S1", evidence: 3, doubt: 0.4 * (1 - 0.375) }]);
  });

  it("rests on all that lean on it where none says anything", () => {
    const evidence = [entry("E1", "S1"), entry("E2", "S2 via S1")];
    const sources = [source("S1", "B"), source("S2", "E")];
    const [origin] = analyse({ hypotheses: twoHypotheses, sources, evidence }).origins;
    expect(origin?.doubt).toBeCloseTo(0.4 * (1 - 0.375), 12);
  });

  it("is never under a twentieth, so that one graded A carries 20 to 1, one graded C 5 to 1", () => {
    const { origins } = trace([source("S1", "A"), source("S2", "C")], [entry("E1", "S1"), entry("E2", "S2")]);
    expect(origins.map(({ bound }) => bound)).toEqual([20, 5]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { expectClose } from "./close";
import { entry, matrices, rated, source, twoHypotheses, workedExample } from "./matrices";

describe("the worked example of the HTTP interface", () => {
  const analysis = analyse(workedExample);

  it("gives the hypotheses their posterior, judgement, coverage and words", () => {
    expectClose(analysis.hypotheses, [
      {
        id: "H1",
        posterior: 0.3305439330543933,
        judgement: 0.15,
        coverage: 0.5,
        likelihood: { icd203: "unlikely", phia: "unlikely" },
      },
      { id: "H2", posterior: 0.6694560669456067, judgement: 0.85 },
    ]);
  });

  it("gives the entry its weight, its origin and what that allows", () => {
    expectClose(analysis.evidence[0], {
      id: "E1",
      reliability: 0.75,
      credibility: 0.75,
      relevance: 1,
      weight: 0.75,
      origins: ["S1"],
      leansOn: "S1",
      corroboration: 1,
      doubt: 0.1,
      bound: 10,
      diagnosticity: 1.1926450779423958,
      flags: ["relayed-only"],
    });
  });

  it("gives the first cell its consensus and label", () => {
    expectClose(analysis.cells[0], {
      evidence: "E1",
      hypothesis: "H1",
      consensus: -1,
      label: "I",
      votes: 1,
      disagreement: null,
    });
  });

  it("gives the origins with their sources, bounds, and how many entries lean on them", () => {
    expectClose(analysis.origins, [
      { id: "S1", sources: ["S1", "S2"], evidence: 1, doubt: 0.1, bound: 10 },
      { id: "unsourced", sources: [], evidence: 1, doubt: 0.2, bound: 5 },
    ]);
  });

  it("gives everyone who is named anywhere, with their halo", () => {
    expect(analysis.analysts).toEqual([
      { id: "ana", pairs: 1, diagonal: 0, halo: false },
      { id: "ben", pairs: 0, diagonal: null, halo: false },
    ]);
  });

  it("orders the hypotheses by each method, and scores them", () => {
    const { heuer, parc, posterior, judgement } = analysis.methods;
    expect(heuer).toEqual({ order: ["H2", "H1"], scores: { H1: 1, H2: 0 } });
    expectClose(parc, { order: ["H2", "H1"], scores: { H1: 2, H2: 0 } });
    expect(posterior.order).toEqual(["H2", "H1"]);
    expectClose(judgement, { order: ["H2", "H1"], scores: { H1: 0.15, H2: 0.85 } });
  });

  it("finds no agreement to speak of, and a leader", () => {
    expect(analysis.agreement).toEqual({ alpha: null });
    expect(analysis.leader).toEqual({ id: "H2", tied: [] });
  });
});

describe("what may be said", () => {
  const entries = (...evidence: MatrixInput["evidence"] & object) => evidence;

  it("is nothing for a single hypothesis", () => {
    const { speaks, separated, leader } = analyse({
      hypotheses: [{ id: "H1" }],
      evidence: entries(entry("E1")),
      ratings: rated("E1", ["CC"]),
    });
    expect({ speaks, separated, leader }).toEqual({
      speaks: false,
      separated: false,
      leader: { id: "H1", tied: [] },
    });
  });

  it("is nothing while every entry says the same of all hypotheses", () => {
    const ratings = [...rated("E1", ["C", "C"]), ...rated("E2", ["N", "NA"])];
    const evidence = entries(entry("E1"), entry("E2"));
    expect(analyse({ hypotheses: twoHypotheses, evidence, ratings }).speaks).toBe(false);
  });

  it("is nothing while the only entry that tells them apart has no weight", () => {
    const evidence = [{ ...entry("E1"), credibility: { ana: 5 } as const }];
    const ratings = rated("E1", ["CC", "II"]);
    expect(analyse({ hypotheses: twoHypotheses, evidence, ratings }).speaks).toBe(false);
  });

  it("is something as soon as one entry tells two hypotheses apart", () => {
    const evidence = entries(entry("E1"));
    const ratings = rated("E1", ["C", "N"]);
    expect(analyse({ hypotheses: twoHypotheses, evidence, ratings }).speaks).toBe(true);
  });

  it("does not separate the leader while its odds are below the smallest bound", () => {
    const sources = [source("S1", "A"), source("S2", "A")];
    const graded = (id: string, from: string) => ({
      ...entry(id, from),
      credibility: { ana: 1 } as const,
      relevance: { ana: "high" } as const,
    });
    const codes = ["CC", "II"] as const;
    const one = analyse({
      hypotheses: twoHypotheses,
      sources,
      evidence: [graded("E1", "S1")],
      ratings: rated("E1", codes),
    });
    const two = analyse({
      hypotheses: twoHypotheses,
      sources,
      evidence: [graded("E1", "S1"), graded("E2", "S2")],
      ratings: [...rated("E1", codes), ...rated("E2", codes)],
    });
    expect(one.separated).toBe(false);
    expect(two.separated).toBe(true);
  });

  it("marks a hypothesis under four fifths coverage as not comparable, and uneven coverage", () => {
    const ids = ["E1", "E2", "E3", "E4", "E5"];
    const ratings = ids.flatMap((id, row) => {
      if (row === 0) return rated(id, ["NA", "NA", "C"]);
      return rated(id, row < 3 ? ["C", "C", "C"] : ["C", "NA", "C"]);
    });
    const analysis = analyse({
      hypotheses: [...twoHypotheses, { id: "H3" }],
      evidence: ids.map((id) => entry(id)),
      ratings,
    });
    expect(analysis.hypotheses.map(({ coverage, comparable }) => [coverage, comparable])).toEqual([
      [0.8, true],
      [0.4, false],
      [1, true],
    ]);
    expect(analysis.unevenCoverage).toBe(true);
  });

  it("takes coverage that differs by exactly a fifth as even", () => {
    const ids = ["E1", "E2", "E3", "E4", "E5"];
    const ratings = ids.flatMap((id, row) => rated(id, ["C", row > 0 ? "C" : "NA"]));
    expect(
      analyse({ hypotheses: twoHypotheses, evidence: ids.map((id) => entry(id)), ratings }).unevenCoverage,
    ).toBe(false);
  });
});

describe("the leader", () => {
  it("is the first of the equals, the others being tied", () => {
    const hypotheses = ["H1", "H2", "H3"].map((id) => ({ id }));
    const analysis = analyse({ hypotheses, evidence: [entry("E1")], ratings: rated("E1", ["I", "C", "C"]) });
    expect(analysis.leader).toEqual({ id: "H2", tied: ["H3"] });
    expect(analysis.methods.posterior.order).toEqual(["H2", "H3", "H1"]);
  });

  it("is nobody where there is no hypothesis", () => {
    expect(analyse({ hypotheses: [] }).leader).toBeNull();
  });
});

describe("the analysis as a whole", () => {
  it("says nothing of an empty matrix but the priors", () => {
    const analysis = analyse({ hypotheses: [{ id: "H1", prior: 3 }, { id: "H2" }] });
    expectClose(
      analysis.hypotheses.map(({ posterior }) => posterior),
      [0.75, 0.25],
    );
    expect(analysis.hypotheses.map(({ coverage }) => coverage)).toEqual([0, 0]);
    expect(analysis.methods.judgement).toBeNull();
    expect(analysis.speaks).toBe(false);
  });

  it("is the same however hypotheses, sources, entries, citations, ratings and analysts are ordered", () => {
    const shuffled = fc.tuple(matrices, fc.infiniteStream(fc.nat())).map(([input, keys]) => {
      const shuffle = <Item>(items: readonly Item[] = []): Item[] =>
        items
          .map((item) => ({ item, key: keys.next().value as number }))
          .sort((one, other) => one.key - other.key)
          .map(({ item }) => item);
      // The sources keep their order: it names origins and settles equals.
      const other: MatrixInput = {
        ...input,
        hypotheses: shuffle(input.hypotheses),
        sourceLinks: shuffle(input.sourceLinks),
        evidence: shuffle(input.evidence).map((one) => ({ ...one, citations: shuffle(one.citations) })),
        ratings: shuffle(input.ratings),
        judgements: shuffle(input.judgements),
      };
      return [input, other] as const;
    });
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        const [one, two] = [analyse(input), analyse(other)];
        const byId = <Item extends { id: string }>(items: readonly Item[]) =>
          [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
        expectClose(byId(two.hypotheses), byId(one.hypotheses));
        expectClose(byId(two.evidence), byId(one.evidence));
        expectClose(two.origins, one.origins);
        expectClose(two.analysts, one.analysts);
        expectClose(two.agreement, one.agreement);
        expectClose(two.methods.burton.scores, one.methods.burton.scores);
      }),
    );
  });

  it("counts a citation or a link given twice once", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        const doubled = {
          ...input,
          sourceLinks: [...(input.sourceLinks ?? []), ...(input.sourceLinks ?? [])],
          evidence: (input.evidence ?? []).map((one) => ({
            ...one,
            citations: [...(one.citations ?? []), ...(one.citations ?? [])],
          })),
        };
        expect(analyse(doubled)).toEqual(analyse(input));
      }),
    );
  });

  it("takes ids such as __proto__, constructor and toString like any other", () => {
    const [first, second] = ["__proto__", "constructor"];
    const analysis = analyse({
      hypotheses: [{ id: first }, { id: second }],
      sources: [{ id: "toString", reliability: Object.fromEntries([["__proto__", "A" as const]]) }],
      evidence: [{ id: "valueOf", citations: [{ source: "toString" }] }],
      ratings: [{ evidence: "valueOf", hypothesis: first, analyst: "hasOwnProperty", consistency: "II" }],
      judgements: [
        {
          analyst: "__proto__",
          probabilities: Object.fromEntries([
            [first, 30],
            [second, 70],
          ]),
        },
      ],
    });
    expect(analysis.analysts.map(({ id }) => id)).toEqual(["__proto__", "hasOwnProperty"]);
    expect(Object.entries(analysis.methods.heuer.scores)).toEqual([
      ["__proto__", 2],
      ["constructor", 0],
    ]);
    expect(analysis.sources).toEqual([{ id: "toString", reliability: 1, group: "toString" }]);
    expectClose(
      analysis.hypotheses.map(({ judgement }) => judgement),
      [0.3, 0.7],
    );
  });

  it("refuses an id that is not listed", () => {
    expect(() => analyse({ hypotheses: twoHypotheses, ratings: rated("E9", ["C"]) })).toThrow("E9");
  });

  it("leaves its input as it was", () => {
    const copy = structuredClone(workedExample);
    analyse(workedExample);
    expect(workedExample).toEqual(copy);
  });
});

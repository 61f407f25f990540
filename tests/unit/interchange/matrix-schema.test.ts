import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMatrix } from "@/lib/interchange/matrix-schema";
import { matrices, workedExample } from "../analysis/matrices";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The worked example with the value at a path replaced, as text; `undefined` takes it away. */
function exampleWith(path: (string | number)[], value: Json | undefined): string {
  const body = structuredClone(workedExample) as unknown as { [key: string]: Json };
  let place: unknown = body;
  for (const step of path.slice(0, -1)) place = (place as Record<string | number, Json>)[step];
  const last = path.at(-1) as string;
  if (value === undefined) delete (place as Record<string, Json>)[last];
  else Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(body);
}

function errorsOf(text: string): readonly string[] {
  const parsed = parseMatrix(text);
  if (parsed.ok || parsed.reason !== "invalid") return [];
  return parsed.errors.map(({ path }) => path);
}

describe("a matrix from outside", () => {
  it("is taken as it is where nothing is wrong with it", () => {
    expect(parseMatrix(JSON.stringify(workedExample))).toEqual({ ok: true, matrix: workedExample });
    expect(parseMatrix('{"hypotheses":[{"id":"a"},{"id":"b"}]}').ok).toBe(true);
  });

  it("is taken whatever its ids are, __proto__ and constructor among them", () => {
    const many = matrices.filter(({ hypotheses }) => hypotheses.length > 1);
    fc.assert(
      fc.property(many, (input) => {
        const text = JSON.stringify(input);
        const parsed = parseMatrix(text);
        expect(parsed.ok).toBe(true);
        expect(parsed.ok && JSON.stringify(parsed.matrix)).toBe(text);
      }),
    );
  });

  it.each<[string, (string | number)[], Json | undefined, string]>([
    ["an unknown key", ["colour"], 1, "/colour"],
    ["an unknown key deep down", ["evidence", 0, "citations", 0, "page"], 1, "/evidence/0/citations/0/page"],
    ["a key called __proto__", ["__proto__"], {}, "/__proto__"],
    ["a key called __proto__ in a rating", ["ratings", 0, "__proto__"], {}, "/ratings/0/__proto__"],
    ["a key called constructor", ["settings", "constructor"], 1, "/settings/constructor"],
    ["a key with a slash and a tilde in it", ["settings", "a/b~c"], 1, "/settings/a~1b~0c"],
    ["an unknown consistency", ["ratings", 1, "consistency"], "X", "/ratings/1/consistency"],
    ["a missing consistency", ["ratings", 1, "consistency"], undefined, "/ratings/1/consistency"],
    ["an unknown kind of entry", ["evidence", 0, "kind"], "rumour", "/evidence/0/kind"],
    ["an unknown kind of link", ["sourceLinks", 0, "kind"], "likes", "/sourceLinks/0/kind"],
    ["an unknown reliability", ["sources", 0, "reliability", "ana"], "G", "/sources/0/reliability/ana"],
    [
      "a grade of an analyst called __proto__",
      ["sources", 0, "reliability", "__proto__"],
      "G",
      "/sources/0/reliability/__proto__",
    ],
    ["a credibility as text", ["evidence", 0, "credibility", "ana"], "2", "/evidence/0/credibility/ana"],
    ["a credibility that is none", ["evidence", 0, "credibility", "ana"], 2.5, "/evidence/0/credibility/ana"],
    ["an unknown relevance", ["evidence", 0, "relevance", "ana"], "huge", "/evidence/0/relevance/ana"],
    ["grades as a list", ["sources", 0, "reliability"], ["A"], "/sources/0/reliability"],
    ["an analyst of no name", ["sources", 0, "reliability"], { "": "A" }, "/sources/0/reliability/"],
    ["null for what may be absent", ["sources"], null, "/sources"],
    ["null for grades", ["evidence", 0, "credibility"], null, "/evidence/0/credibility"],
    ["null for a prior", ["hypotheses", 0, "prior"], null, "/hypotheses/0/prior"],
    ["a prior of 0", ["hypotheses", 0, "prior"], 0, "/hypotheses/0/prior"],
    ["no hypotheses at all", ["hypotheses"], undefined, "/hypotheses"],
    ["a step of 0", ["settings", "step"], 0, "/settings/step"],
    ["a step of a quarter", ["settings", "step"], 0.25, "/settings/step"],
    ["a doubt over 1", ["settings", "doubt"], 1.01, "/settings/doubt"],
    ["an unrated under 0", ["settings", "unrated"], -0.1, "/settings/unrated"],
    ["an empty id", ["evidence", 1, "id"], "", "/evidence/1/id"],
    ["an id of 201 characters", ["evidence", 1, "id"], "x".repeat(201), "/evidence/1/id"],
    ["a number as id", ["evidence", 1, "id"], 7, "/evidence/1/id"],
    ["an id given twice", ["hypotheses", 1, "id"], "H1", "/hypotheses/1/id"],
    ["a source called unsourced", ["sources", 1, "id"], "unsourced", "/sources/1/id"],
    ["a link of a source with itself", ["sourceLinks", 0, "to"], "S1", "/sourceLinks/0/to"],
    ["a link to nowhere", ["sourceLinks", 0, "to"], "S9", "/sourceLinks/0/to"],
    [
      "a citation of nobody",
      ["evidence", 0, "citations", 0, "source"],
      "S9",
      "/evidence/0/citations/0/source",
    ],
    ["a citation via nobody", ["evidence", 0, "citations", 0, "via"], "S9", "/evidence/0/citations/0/via"],
    [
      "a citation via the asserter",
      ["evidence", 0, "citations", 0, "via"],
      "S2",
      "/evidence/0/citations/0/via",
    ],
    ["a rating of no entry", ["ratings", 0, "evidence"], "E9", "/ratings/0/evidence"],
    ["a rating on no hypothesis", ["ratings", 0, "hypothesis"], "toString", "/ratings/0/hypothesis"],
    ["a rating of nobody", ["ratings", 0, "analyst"], "", "/ratings/0/analyst"],
    ["a second rating of a cell", ["ratings", 1, "hypothesis"], "H1", "/ratings/1"],
    [
      "a probability over 100",
      ["judgements", 0, "probabilities", "H1"],
      100.1,
      "/judgements/0/probabilities/H1",
    ],
    ["a probability under 0", ["judgements", 0, "probabilities", "H1"], -1, "/judgements/0/probabilities/H1"],
    [
      "a judgement that leaves one out",
      ["judgements", 0, "probabilities"],
      { H1: 3 },
      "/judgements/0/probabilities/H2",
    ],
    [
      "a judgement on no hypothesis",
      ["judgements", 0, "probabilities", "H3"],
      3,
      "/judgements/0/probabilities/H3",
    ],
    [
      "a judgement of nothing but 0",
      ["judgements", 0, "probabilities"],
      { H1: 0, H2: 0 },
      "/judgements/0/probabilities",
    ],
    [
      "a judgement without probabilities",
      ["judgements", 0, "probabilities"],
      undefined,
      "/judgements/0/probabilities",
    ],
  ])("is refused for %s", (_, path, value, where) => {
    expect(errorsOf(exampleWith(path, value))).toContain(where);
  });

  it("is refused for a second judgement of one analyst, at the second", () => {
    const [first] = workedExample.judgements ?? [];
    expect(errorsOf(JSON.stringify({ ...workedExample, judgements: [first, first] }))).toEqual([
      "/judgements/1",
    ]);
  });

  it("is refused for fewer than two hypotheses", () => {
    expect(errorsOf('{"hypotheses":[]}')).toEqual(["/hypotheses"]);
    expect(errorsOf('{"hypotheses":[{"id":"a"}]}')).toEqual(["/hypotheses"]);
  });

  it("is refused with the empty path for a body that is no JSON, or no object", () => {
    for (const text of ["", "{", "nonsense", "[]", "null", '"text"', "7"])
      expect(errorsOf(text)).toEqual([""]);
  });

  it("is told all that is wrong at once, faults of shape and of reference alike", () => {
    const body = {
      hypotheses: [{ id: "a" }, { id: "a" }],
      sources: [{ id: 5 }],
      evidence: [{ id: "e", citations: [{ source: "nobody" }], colour: "red" }],
      ratings: [{ evidence: "f", hypothesis: "a", analyst: "x", consistency: "maybe" }],
      settings: { step: 2 },
    };
    expect([...errorsOf(JSON.stringify(body))].sort()).toEqual([
      "/evidence/0/citations/0/source",
      "/evidence/0/colour",
      "/hypotheses/1/id",
      "/ratings/0/consistency",
      "/ratings/0/evidence",
      "/settings/step",
      "/sources/0/id",
    ]);
  });

  it("is told a hundred errors, and how many there are", () => {
    const ratings = Array.from({ length: 150 }, () => 7);
    const parsed = parseMatrix(JSON.stringify({ ...workedExample, ratings }));
    expect(parsed).toMatchObject({ ok: false, total: 150 });
    expect(!parsed.ok && parsed.reason === "invalid" && parsed.errors).toHaveLength(100);
  });

  it("is too large past each limit, and not at it", () => {
    const list = (length: number, letter: string) =>
      Array.from({ length }, (_, row) => ({ id: `${letter}${row}` }));
    const fits = (hypotheses: number, evidence: number, sources: number) =>
      parseMatrix(
        JSON.stringify({
          hypotheses: list(hypotheses, "h"),
          evidence: list(evidence, "e"),
          sources: list(sources, "s"),
        }),
      );
    expect(fits(40, 2_500, 1_000).ok).toBe(true);
    expect(fits(20, 5_000, 0).ok).toBe(true);
    for (const past of [fits(41, 1, 0), fits(2, 5_001, 0), fits(2, 1, 1_001), fits(21, 5_000, 0)]) {
      expect(past).toMatchObject({ ok: false, reason: "too-large" });
    }
  });

  it("is never a reason to throw", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => parseMatrix(text)).not.toThrow();
      }),
    );
    const parts = fc.record(
      {
        hypotheses: fc.jsonValue(),
        sources: fc.jsonValue(),
        evidence: fc.jsonValue(),
        ratings: fc.array(fc.jsonValue()),
        judgements: fc.array(fc.jsonValue()),
        sourceLinks: fc.array(fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(parts, (body) => {
        expect(parseMatrix(JSON.stringify(body)).ok).toBe(false);
      }),
    );
  });
});

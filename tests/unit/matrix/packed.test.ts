import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import { compile } from "@/lib/analysis/matrix";
import { reckon } from "@/lib/analysis/reckoning";
import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY } from "@/lib/analysis/scales";
import type { MatrixInput } from "@/lib/analysis/types";
import { whatIf } from "@/lib/analysis/what-if";
import { pack, unpack } from "@/lib/matrix/packed";
import { groupsOf, seenPart } from "@/lib/matrix/seen";
import { expectClose } from "../analysis/close";
import { matrices } from "../analysis/matrices";

/** What is packed of a matrix, with nothing left to the order in which it came. */
function packable(input: MatrixInput): MatrixInput {
  const inOrder = (ids: readonly { readonly id: string }[] = []) =>
    new Map(ids.map(({ id }, row) => [id, row]));
  const [entries, hypotheses] = [inOrder(input.evidence), inOrder(input.hypotheses)];
  const place = ({ evidence, hypothesis }: { evidence: string; hypothesis: string }) =>
    (entries.get(evidence) ?? 0) * hypotheses.size + (hypotheses.get(hypothesis) ?? 0);
  return {
    hypotheses: input.hypotheses,
    settings: input.settings,
    sources: input.sources?.map(({ id, reliability = {} }) => ({ id, reliability })),
    sourceLinks: input.sourceLinks,
    evidence: input.evidence?.map(({ id, citations = [], credibility = {}, relevance = {} }) => ({
      id,
      citations,
      credibility,
      relevance,
    })),
    ratings: input.ratings?.toSorted(
      (one, other) => place(one) - place(other) || (one.analyst < other.analyst ? -1 : 1),
    ),
  };
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe("a packed matrix", () => {
  it("comes out of the browser's end as it went in, whatever the ids, codes and gaps", () => {
    fc.assert(
      fc.property(matrices, (input) => {
        expect(unpack(throughJson(pack(input)))).toEqual(packable(input));
      }),
    );
  });

  it("keeps ids of any script and length", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 4, maxLength: 8 }),
        ([hypothesis = "", source = "", evidence = "", ...analysts]) => {
          const input: MatrixInput = {
            hypotheses: [{ id: hypothesis, prior: 2.5 }],
            settings: {},
            sources: [{ id: source, reliability: {} }],
            sourceLinks: [],
            evidence: [{ id: evidence, citations: [{ source }], credibility: {}, relevance: {} }],
            ratings: analysts
              .toSorted()
              .map((analyst) => ({ evidence, hypothesis, analyst, consistency: "CC" as const })),
          };
          expect(unpack(throughJson(pack(input)))).toEqual(input);
        },
      ),
    );
  });

  it("has every code of every scale", () => {
    const analysts = CONSISTENCY.map((_, row) => `a${row}`);
    const each = <Code>(scale: readonly { readonly code: Code }[]) =>
      Object.fromEntries(scale.map(({ code }, row) => [`a${row}`, code]));
    const input: MatrixInput = {
      hypotheses: [{ id: "H1" }],
      settings: { step: 0.1 },
      sources: [{ id: "S1", reliability: each(RELIABILITY) }],
      sourceLinks: [],
      evidence: [
        {
          id: "E1",
          citations: [{ source: "S1" }],
          credibility: each(CREDIBILITY),
          relevance: each(RELEVANCE),
        },
      ],
      ratings: CONSISTENCY.map(({ code }, row) => ({
        evidence: "E1",
        hypothesis: "H1",
        analyst: analysts[row] ?? "",
        consistency: code,
      })),
    };
    expect(unpack(throughJson(pack(input)))).toEqual(input);
  });

  it("leaves out what analysts judged, all in all", () => {
    const judged: MatrixInput = {
      hypotheses: [{ id: "H1" }],
      judgements: [{ analyst: "only-judged", probabilities: { H1: 37 } }],
    };
    const sent = JSON.stringify(pack(judged));
    expect(sent).not.toContain("only-judged");
    expect(sent).not.toContain("37");
  });

  it("of 1,000 entries, 12 hypotheses and 10 analysts takes well under a quarter of a megabyte", () => {
    const ids = (letter: string, many: number) =>
      Array.from({ length: many }, (_, row) => `${letter}${row + 1}`);
    const [entries, hypotheses, analysts] = [
      ids("E", 1000),
      ids("H", 12),
      ids("analyst-with-a-long-id-", 10),
    ];
    const input: MatrixInput = {
      hypotheses: hypotheses.map((id) => ({ id })),
      sources: ids("S", 100).map((id) => ({ id })),
      evidence: entries.map((id, row) => ({
        id,
        citations: [{ source: `S${(row % 100) + 1}`, via: `S${((row + 7) % 100) + 1}` }],
        credibility: Object.fromEntries(analysts.map((analyst) => [analyst, 2 as const])),
      })),
      ratings: entries.flatMap((evidence) =>
        hypotheses.flatMap((hypothesis) =>
          analysts.map((analyst) => ({ evidence, hypothesis, analyst, consistency: "C" as const })),
        ),
      ),
    };
    expect(JSON.stringify(pack(input)).length).toBeLessThan(250_000);
  });

  it("refuses a matrix that refers to what it does not list", () => {
    const lost: MatrixInput = {
      hypotheses: [{ id: "H1" }],
      ratings: [{ evidence: "E9", hypothesis: "H1", analyst: "ana", consistency: "C" }],
    };
    expect(() => pack(lost)).toThrow(/E9/);
  });
});

describe("the part of a matrix that its readers may see", () => {
  // Uncited sources stand last, as the database gives them.
  const citedFirst = (input: MatrixInput): { input: MatrixInput; seen: Set<string> } => {
    const seen = new Set(
      (input.evidence ?? []).flatMap(({ citations = [] }) =>
        citations.flatMap(({ source, via }) => (via === undefined ? [source] : [source, via])),
      ),
    );
    const sources = (input.sources ?? []).toSorted(
      (one, other) => Number(seen.has(other.id)) - Number(seen.has(one.id)),
    );
    return { input: { ...input, sources }, seen };
  };

  it("gives the same figures, whole and with anything in it struck", () => {
    fc.assert(
      fc.property(matrices, (any) => {
        const { input, seen } = citedFirst(any);
        const { sources } = analyse(input);
        const part = seenPart(input, sources, seen);
        const [whole, less] = [reckon(compile(input)), reckon(compile(part))];
        for (const scenario of [
          {},
          ...[...seen].map((id) => ({ sources: [id] })),
          ...groupsOf(sources, seen).map(({ id }) => ({ groups: [id] })),
          { evidence: ["E1"], analysts: ["ana"] },
        ]) {
          expectClose(whatIf(less, scenario).posterior, whatIf(whole, scenario).posterior);
        }
      }),
    );
  });

  it("names no source that is not seen, and keeps together what such a one joins", () => {
    const input: MatrixInput = {
      hypotheses: [{ id: "H1" }],
      sources: [{ id: "S1" }, { id: "S2" }, { id: "S9", reliability: { ana: "A" } }],
      sourceLinks: [
        { from: "S9", to: "S1", kind: "owns" },
        { from: "S9", to: "S2", kind: "owns" },
      ],
      evidence: [{ id: "E1", citations: [{ source: "S1" }, { source: "S2" }] }],
    };
    const { sources } = analyse(input);
    const seen = new Set(["S1", "S2"]);
    expect(JSON.stringify(seenPart(input, sources, seen))).not.toContain("S9");
    expect(groupsOf(sources, seen)).toEqual([{ id: "S1", members: ["S1", "S2"] }]);
  });
});

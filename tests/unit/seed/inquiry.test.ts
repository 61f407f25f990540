import edtf from "edtf";
import { describe, expect, it } from "vitest";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import { seedInquiry } from "@/prisma/seed/inquiry";

/** The design's tables, literally: hypotheses H1 H2 H3 H0, desks regional, method, sceptic, open source. */
const designCodes = `
E1  C N N C  | C C C C | CC C C N  | C N N C      E13 N N N C  | N N N N | N N N N   | N N N C
E2  C N N C  | C C C C | C C N C   | C N N C      E14 C N N C  | C N N C | C C C N   | C N N C
E3  N N N N  | N N N N | I C CC I  | N N C N      E15 C N N C  | C N N C | C C C N   | C N N C
E4  N I I CC | N N N C | N N N C   | N N N C      E16 N N N C  | N N N N | N N C N   | N N C C
E5  N N N C  | N N N C | N I N C   | N N N C      E17 N N C N  | N N N N | N C C N   | N N N N
E6  N I N C  | N N N C | N C N C   | N N N C      E18 I N N C  | I N N C | N N N N   | I N N C
E7  I I N C  | I N N C | N C C C   | I N N C      E19 N C C N  | N N N N | N C CC II | C N N I
E8  I N N CC | I N N C | N N N C   | I N N C      E20 N I N C  | N N N N | N I N N   | N I N C
E9  N I N C  | N N N N | N N N N   | N I N C      E21 N C N N  | N N N N | N C C N   | N N N N
E10 N N N N  | I N N C | C C C N   | N N N N      E22 C C C I  | C N N N | CC C C I  | C N N C
E11 N I N CC | N N N C | N N N C   | N I N C      E23 I N N C  | I N N C | I CC C I  | II N N C
E12 I N N C  | I N N C | N C N C   | I N N C      E24 N N N N  | N N N N | N CC CC I | N C C I
`;
const designReliability =
  "S1 C D D C · S2 D D D C · S3 D D D D · S4 D D D C · S5 C C D C · S6 F F F F · S7 C C C B";

function codesOf(block: string): Map<string, string[][]> {
  const entries = [...block.matchAll(/(E\d+)\s+((?:(?:II|I|N|CC|C|\|)(?:\s+|$))+)/g)];
  return new Map(
    entries.map(([, id = "", codes = ""]) => [id, codes.split("|").map((desk) => desk.trim().split(/\s+/))]),
  );
}

function ids(prefix: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);
}

const { analysts, hypotheses, sources, claims, evidence, ratings, evidenceRatings, sourceRatings } =
  seedInquiry;
const analystKeys = analysts.map((analyst) => analyst.key);
const hypothesisIds = hypotheses.map((hypothesis) => hypothesis.id);
const sourceIds = sources.map((source) => source.id);
const evidenceIds = evidence.map((entry) => entry.id);

describe("the shipped inquiry", () => {
  it("is complete", () => {
    expect(seedInquiry.slug).toBe("is-k-attacks");
    expect(analystKeys).toEqual(["regional", "method", "sceptic", "openSource"]);
    expect(hypothesisIds).toEqual(["H1", "H2", "H3", "H0"]);
    expect(sourceIds).toEqual(ids("S", 7));
    expect(claims.map((claim) => claim.id)).toEqual(ids("C", 8));
    expect(evidenceIds).toEqual(ids("E", 24));
    expect(ratings).toHaveLength(384);
    expect(evidenceRatings).toHaveLength(96);
    expect(sourceRatings).toHaveLength(28);
  });

  it("rates every cell once, with the codes of the design", () => {
    const design = codesOf(designCodes);
    expect([...design.keys()].sort()).toEqual([...evidenceIds].sort());
    const wanted = evidenceIds.flatMap((id) =>
      analystKeys.flatMap((analyst, row) =>
        hypothesisIds.map(
          (hypothesis, column) => `${id} ${hypothesis} ${analyst} ${design.get(id)?.[row]?.[column]}`,
        ),
      ),
    );
    expect(ratings.map((r) => `${r.evidence} ${r.hypothesis} ${r.analyst} ${r.consistency}`)).toEqual(wanted);
    expect(new Set(wanted.map((cell) => cell.replace(/ \w+$/, ""))).size).toBe(384);
  });

  it("says why wherever a desk rates I, II or CC", () => {
    const silent = ratings.filter((r) => ["I", "II", "CC"].includes(r.consistency) && r.reason === null);
    expect(silent).toEqual([]);
    expect(ratings.filter((r) => r.consistency === "N" && r.reason !== null)).toEqual([]);
  });

  it("gives each reason once, in one sentence", () => {
    const reasons = [...ratings, ...sourceRatings].flatMap((r) => (r.reason === null ? [] : [r.reason]));
    expect(new Set(reasons).size).toBe(reasons.length);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z0-9][^.!?]*\.$/);
  });

  it("grades sources and entries as the design does", () => {
    const reliability = sourceIds
      .map(
        (id) =>
          `${id} ${sourceRatings
            .filter((r) => r.source === id)
            .map((r) => r.reliability)
            .join(" ")}`,
      )
      .join(" · ");
    expect(reliability).toBe(designReliability);
    expect(sourceRatings.map((r) => r.analyst)).toEqual(sourceIds.flatMap(() => analystKeys));
    for (const id of evidenceIds) {
      const grades = evidenceRatings.filter((r) => r.evidence === id);
      expect(grades.map((r) => r.analyst)).toEqual(analystKeys);
      expect(grades.map((r) => r.credibility)).toEqual([3, 3, 3, 2]);
      expect(grades.map((r) => r.relevance)).toEqual(["medium", "low", "medium", "high"]);
    }
  });

  it("refers only to what exists", () => {
    const citations = evidence.flatMap((entry) => entry.citations);
    const cited = [
      ...citations.flatMap((citation) => [citation.source, citation.via]),
      ...claims.flatMap((claim) => [claim.assertedBy, claim.assertedVia]),
    ].filter((id) => id !== null);
    expect(cited.filter((id) => !sourceIds.includes(id))).toEqual([]);
    for (const { a, b } of seedInquiry.hypothesisRelations) {
      expect(hypothesisIds).toContain(a);
      expect(hypothesisIds).toContain(b);
    }
    for (const source of sources) expect(SOURCE_KINDS.map(({ code }) => code)).toContain(source.kind);
    const mentioned = JSON.stringify(evidence.map((entry) => entry.note)).match(/\b[ECSH]\d+\b/g) ?? [];
    const known: string[] = [
      ...evidenceIds,
      ...claims.map((claim) => claim.id),
      ...sourceIds,
      ...hypothesisIds,
    ];
    expect(mentioned.filter((id) => !known.includes(id))).toEqual([]);
  });

  it("holds S1 directly and everything else through it, once per entry", () => {
    for (const entry of evidence) expect(entry.citations, entry.id).toHaveLength(1);
    for (const { source, via } of evidence.flatMap((entry) => entry.citations)) {
      expect(via).toBe(source === "S1" ? null : "S1");
    }
    for (const claim of claims) expect(claim.assertedVia).toBe(claim.assertedBy === "S1" ? null : "S1");
    const relayed = evidence.flatMap((entry) =>
      entry.citations.flatMap((citation) =>
        citation.source === "S1" ? [] : [`${entry.id} ${citation.source}`],
      ),
    );
    expect(relayed).toEqual(["E1 S2", "E2 S2", "E3 S3", "E7 S7", "E14 S2", "E15 S2", "E18 S4", "E20 S5"]);
  });

  it("cites by locator, claims as well", () => {
    for (const { locator } of [...evidence.flatMap((entry) => entry.citations), ...claims]) {
      expect(locator).toMatch(/^section [012], paragraph \d+(; section [012], paragraph \d+)*$/);
    }
  });

  it("names the claim that an entry reports where somebody claimed something", () => {
    const reports = evidence.flatMap(({ id, claim }) => (claim ? [`${id} ${claim}`] : []));
    expect(reports).toEqual(["E1 C1", "E3 C6", "E14 C3", "E15 C2", "E17 C7", "E18 C8"]);
    for (const { claim, citations } of evidence.filter((entry) => entry.claim)) {
      const { assertedBy, assertedVia, locator } = claims.find(({ id }) => id === claim) ?? {};
      expect(citations[0]).toMatchObject({ source: assertedBy, via: assertedVia, locator });
    }
  });

  it("joins the paragraphs of an entry that draws on several", () => {
    const locatorOf = (id: string) => evidence.find((entry) => entry.id === id)?.citations[0]?.locator;
    expect(locatorOf("E22")).toBe("section 2, paragraph 2; section 1, paragraph 2; section 2, paragraph 3");
    expect(locatorOf("E24")).toBe("section 2, paragraph 8; section 0, paragraph 2");
  });

  it("has dates that EDTF can read", () => {
    const dates = [
      ...evidence.map((entry) => entry.occurredOn),
      ...claims.flatMap((claim) => [claim.occurredOn, claim.assertedOn ?? null]),
      ...sources.map((source) => source.publishedOn ?? null),
      ...evidence.flatMap((entry) => entry.citations.flatMap((c) => [c.accessedOn, c.publishedOn])),
    ].filter((date) => date !== null);
    for (const date of new Set(dates)) expect(() => edtf(date), date).not.toThrow();
    expect(() => edtf("last spring")).toThrow();
    expect(dates).toContain("{2022-10,2023-08}");
    expect(dates).toContain("../2024-04-15");
    expect(evidence.filter((entry) => entry.occurredOn === null).map((entry) => entry.id)).toEqual([
      "E5",
      "E17",
    ]);
  });

  it("marks what is ours and not the article's", () => {
    const places = evidence.flatMap((entry) =>
      entry.places.filter((place) => place.isOurs).map((place) => `${entry.id} ${place.name}`),
    );
    expect(places).toEqual(["E1 Krasnogorsk", "E14 Shiraz", "E15 Kerman", "E19 Istanbul"]);
    const discrepancies = claims.flatMap((claim) =>
      claim.discrepancies.map((d) => `${claim.id} ${d.isOurs}`),
    );
    expect(discrepancies).toEqual(["C3 true", "C5 true"]);
  });

  it("keeps its texts short", () => {
    const texts = [
      ...hypotheses.flatMap((h) => [h.statement, h.origin]),
      ...sources.flatMap((s) => [s.stake, s.description]),
      ...claims.flatMap((c) => [c.statement, c.about]),
      ...evidence.flatMap((e) => [e.statement, e.note]),
      ...[...ratings, ...sourceRatings].map((r) => r.reason),
    ].filter((text) => text !== null);
    for (const text of texts) {
      expect(text.length, text).toBeLessThanOrEqual(240);
      expect(text.endsWith("."), text).toBe(true);
    }
  });
});

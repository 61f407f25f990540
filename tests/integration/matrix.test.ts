import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { nobody, type Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { rowRating } from "@/lib/evidence/schema";
import { editInquiry } from "@/lib/inquiry/mutations";
import { listInquiries } from "@/lib/inquiry/queries";
import { inquiryEdit } from "@/lib/inquiry/schema";
import { withEffect } from "@/lib/matrix/effect";
import { getMatrices, getMatrix } from "@/lib/matrix/queries";
import { rateRow } from "@/lib/rating/mutations";
import { gradeSource } from "@/lib/source/mutations";
import { sourceGrade } from "@/lib/source/schema";
import { seed } from "@/prisma/seed/index";
import { seedInquiry } from "@/prisma/seed/inquiry";
import { addEntry, granted, makeAdministrator, makeInquiry, openWorld, scopeOf } from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let seededId: string;
const slug = "is-k-attacks";

beforeAll(async () => {
  world = await openWorld();
  await seed();
  seededId = (await database().inquiry.findUniqueOrThrow({ where: { slug } })).id;
});
afterAll(() => world.close());

/** The seed file as a matrix, without a database in between. */
function seededMatrix(): MatrixInput {
  const byAnalyst = <G, R extends { analyst: string }>(rows: readonly R[], grade: (row: R) => G) =>
    Object.fromEntries(rows.map((row) => [row.analyst, grade(row)]));
  return {
    hypotheses: seedInquiry.hypotheses.map(({ id }) => ({ id })),
    sources: seedInquiry.sources.map(({ id }) => ({
      id,
      reliability: byAnalyst(
        seedInquiry.sourceRatings.filter(({ source }) => source === id),
        ({ reliability }) => reliability,
      ),
    })),
    evidence: seedInquiry.evidence.map(({ id, kind, citations }) => {
      const rated = seedInquiry.evidenceRatings.filter(({ evidence }) => evidence === id);
      return {
        id,
        kind,
        citations: citations.map(({ source, via }) => (via === null ? { source } : { source, via })),
        credibility: byAnalyst(rated, ({ credibility }) => credibility),
        relevance: byAnalyst(rated, ({ relevance }) => relevance),
      };
    }),
    ratings: seedInquiry.ratings.map(({ evidence, hypothesis, analyst, consistency }) => ({
      evidence,
      hypothesis,
      analyst,
      consistency,
    })),
  };
}

describe("The matrix of the shipped inquiry", () => {
  it("is what the seed file says: the same posteriors, weights and agreement", async () => {
    const { analysis, isRanking } = await getMatrix(seededId);
    const expected = analyse(seededMatrix());
    expect(analysis.hypotheses.map(({ id }) => id)).toEqual(["H1", "H2", "H3", "H0"]);
    for (const [i, { posterior, coverage }] of expected.hypotheses.entries()) {
      expect(Math.abs((analysis.hypotheses[i]?.posterior ?? 9) - posterior)).toBeLessThan(1e-9);
      expect(analysis.hypotheses[i]?.coverage).toBe(coverage);
    }
    expect(analysis.evidence).toHaveLength(24);
    for (const [i, { id, weight, leansOn, diagnosticity }] of expected.evidence.entries()) {
      const found = analysis.evidence[i];
      expect([found?.id, found?.leansOn]).toEqual([id, leansOn]);
      expect(Math.abs((found?.weight ?? 9) - weight)).toBeLessThan(1e-9);
      expect(Math.abs((found?.diagnosticity ?? 9) - diagnosticity)).toBeLessThan(1e-9);
    }
    expect(analysis.origins.map(({ id }) => id)).toEqual(expected.origins.map(({ id }) => id));
    expect(analysis.agreement.alpha).toBeCloseTo(expected.agreement.alpha ?? 9, 9);
    expect(analysis.leader?.id).toBe(expected.leader?.id);
    expect(analysis.speaks).toBe(true);
    expect(isRanking).toBe(seedInquiry.hypothesisRelations.length > 0);
  });
});

describe("A matrix", () => {
  beforeAll(async () => {
    lead = await makeAdministrator("Lead");
  });

  it("is reckoned once, and anew when something has moved it", async () => {
    const stood = await getMatrix(seededId);
    expect(await getMatrix(seededId)).toBe(stood);
    const all = await getMatrices([seededId]);
    expect(all.get(seededId)).toBe(stood);

    const rate = (code: string) =>
      rateRow(lead, rowRating.parse({ slug, id: "E1", consistency: { H1: code } }));
    granted(await rate("II"));
    const moved = await getMatrix(seededId);
    expect(moved).not.toBe(stood);
    expect(moved.sequence).toBe(stood.sequence + 1);
    expect(moved.analysis.hypotheses[0]?.posterior).not.toBe(stood.analysis.hypotheses[0]?.posterior);
    // What changed nothing leaves it standing.
    granted(await rate("II"));
    expect(await getMatrix(seededId)).toBe(moved);

    granted(await gradeSource(lead, sourceGrade.parse({ id: "S1", reliability: "E", inquiry: slug })));
    expect((await getMatrix(seededId)).analysis).not.toEqual(moved.analysis);
  });

  it("asked for while it is being written is always one that stood whole", async () => {
    const inquiry = await makeInquiry(lead);
    const id = await addEntry(lead, inquiry.slug);
    const both = (code: string) =>
      rateRow(lead, rowRating.parse({ slug: inquiry.slug, id, consistency: { H1: code, H2: code } }));
    const codes = ["C", "I", "CC", "II", "N", "C", "I", "CC"];
    const [matrices] = await Promise.all([
      Promise.all(Array.from({ length: 12 }, () => getMatrix(inquiry.id))),
      Promise.all(codes.map(both)),
    ]);
    for (const { input } of matrices) {
      const given = (input.ratings ?? []).map(({ consistency }) => consistency);
      expect([[], [given[0], given[0]]]).toContainEqual(given);
    }
    const last = await getMatrix(inquiry.id);
    const head = await database().chainHead.findUniqueOrThrow({ where: { chain: inquiry.id } });
    expect(last.sequence).toBe(head.sequence);
  });

  it("says in one line what a write moved", async () => {
    const inquiry = await makeInquiry(lead);
    const outcome = await withEffect(lead, await scopeOf(lead, inquiry.slug), async () => ({
      ok: true,
      value: await addEntry(lead, inquiry.slug, { consistency: { H1: "CC", H2: "II" }, credibility: "1" }),
    }));
    const { value, effect } = granted(outcome);
    expect(value).toBe("E1");
    expect(effect).toMatch(/H1/);
    expect(effect).toMatch(/\d/);
  });
});

describe("However large, it takes as many queries", () => {
  /** Counted where they leave for the database, in the driver. */
  async function countQueries(work: () => Promise<unknown>): Promise<number> {
    const spy = vi.spyOn(pg.Client.prototype, "query");
    try {
      await work();
      return spy.mock.calls.length;
    } finally {
      spy.mockRestore();
    }
  }

  it("to read a matrix: of one entry, and of 24 by four analysts with their sources", async () => {
    const small = await makeInquiry(lead, { visibility: "public" });
    await addEntry(lead, small.slug, { citations: [{ source: "S1" }], consistency: { H1: "C" } });
    const ofSmall = await countQueries(() => getMatrix(small.id));
    // Anything that moves it, so that it is read anew.
    await editQuestion("Another question?");
    const ofLarge = await countQueries(() => getMatrix(seededId));
    expect(ofLarge).toBe(ofSmall);
    expect(ofLarge).toBeGreaterThan(5);
    expect(await countQueries(() => getMatrix(seededId))).toBe(1);
  });

  it("to list inquiries: one page of two and one of ten", async () => {
    const two = await countQueries(() => listInquiries(nobody, { text: "", page: 1 }));
    for (let i = 0; i < 8; i++) await makeInquiry(lead, { visibility: "public", question: `Question ${i}?` });
    await listInquiries(nobody, { text: "", page: 1 });
    expect((await listInquiries(nobody, { text: "", page: 1 })).cards.length).toBe(10);
    expect(await countQueries(() => listInquiries(nobody, { text: "", page: 1 }))).toBe(two);
  });

  async function editQuestion(question: string) {
    const { version } = await scopeOf(lead, slug);
    const edit = { slug, version: String(version), question, visibility: "public", isOpen: "on" };
    granted(await editInquiry(lead, inquiryEdit.parse(edit)));
  }
});

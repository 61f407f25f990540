import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { findEvidence } from "@/lib/evidence/queries";
import { rowRating } from "@/lib/evidence/schema";
import { listHistory } from "@/lib/history/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { rateRow } from "@/lib/rating/mutations";
import { listBlindEntries } from "@/lib/rating/queries";
import { withConnection } from "../../scripts/lib/sql.mjs";
import {
  addEntry,
  enrol,
  findFaults,
  historyOf,
  makeInquiry,
  makePerson,
  openWorld,
  scopeOf,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let analyst: Person;
let two: InquiryScope;
let three: InquiryScope;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
  two = await makeInquiry(lead);
  three = await makeInquiry(lead, { hypotheses: ["One", "Two", "Three"] });
  for (const { slug } of [two, three]) {
    await enrol(lead, slug, analyst, "analyst");
    await addEntry(lead, slug);
  }
});
afterAll(() => world.close());

const cellsOf = (inquiryId: string, evidenceId: string) =>
  database().rating.findMany({
    where: { inquiryId, evidenceId },
    orderBy: [{ analystId: "asc" }, { hypothesisId: "asc" }],
    select: { analystId: true, hypothesisId: true, consistency: true, reason: true },
  });

describe("One analyst's rating of one cell, sent many times at the same moment", () => {
  it.each([4, 64])(
    "%i times leaves one row and one event, and every sender is told that it is done",
    async (times) => {
      const id = await addEntry(lead, two.slug);
      const sent = rowRating.parse({
        slug: two.slug,
        id,
        consistency: { H1: "CC" },
        reasons: { H1: "as expected" },
        credibility: "2",
        relevance: "high",
      });
      const outcomes = await Promise.all(Array.from({ length: times }, () => rateRow(analyst, sent)));
      expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
      expect(outcomes.filter((outcome) => outcome.ok && outcome.value.changed)).toHaveLength(1);
      expect(await cellsOf(two.id, id)).toEqual([
        { analystId: analyst.analystId, hypothesisId: "H1", consistency: "CC", reason: "as expected" },
      ]);
      expect(
        await database().evidenceRating.findMany({ where: { inquiryId: two.id, evidenceId: id } }),
      ).toMatchObject([{ analystId: analyst.analystId, credibility: 2, relevance: "high" }]);
      expect((await historyOf(two.id)).filter((line) => line === `evidence.rated ${id}`)).toHaveLength(1);
      expect(await findFaults(world.url)).toEqual([]);
    },
  );

  it("with differing codes ends with the one that the history ends with", async () => {
    const id = await addEntry(lead, two.slug);
    const codes = ["II", "I", "N", "C", "CC", "NA", "II", "C"];
    const outcomes = await Promise.all(
      codes.map((code) =>
        rateRow(analyst, rowRating.parse({ slug: two.slug, id, consistency: { H2: code } })),
      ),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const events = await database().event.findMany({
      where: { chain: two.id, action: "evidence.rated", subject: id },
      orderBy: { sequence: "asc" },
    });
    const contents = await database().eventContent.findMany({
      where: { chain: two.id, sequence: { in: events.map(({ sequence }) => sequence) } },
      orderBy: { sequence: "asc" },
    });
    // Each saw what the one before it left.
    const codeIn = (side: unknown) => (side as { consistency: Record<string, string> }).consistency.H2;
    const [after, before] = [contents.map((c) => codeIn(c.after)), contents.map((c) => codeIn(c.before))];
    expect(before).toEqual([undefined, ...after.slice(0, -1)]);
    expect((await cellsOf(two.id, id)).map(({ consistency }) => consistency)).toEqual([after.at(-1)]);
  });

  it("by somebody who thereby joins an open inquiry makes them a member once", async () => {
    const open = await makeInquiry(lead, { visibility: "public", isOpen: true });
    const id = await addEntry(lead, open.slug);
    const contributor = await makePerson("Contributor");
    const sent = rowRating.parse({ slug: open.slug, id, consistency: { H1: "C" } });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => rateRow(contributor, sent)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect((await historyOf(open.id)).slice(-2)).toEqual([
      "member.joined Contributor",
      `evidence.rated ${id}`,
    ]);
    expect((await scopeOf(contributor, open.slug)).role).toBe("analyst");
  });
});

describe("A row of ratings", () => {
  it("changes what is sent, clears what is sent empty, and leaves alone what is not sent", async () => {
    const id = await addEntry(lead, three.slug);
    const rate = (fields: object) => rateRow(analyst, rowRating.parse({ slug: three.slug, id, ...fields }));
    await rate({ consistency: { H1: "C", H2: "I", H3: "N" }, credibility: "1" });
    await rate({ consistency: { H1: "CC", H2: "" }, credibility: "" });
    const cells = await cellsOf(three.id, id);
    expect(cells.map(({ hypothesisId, consistency }) => [hypothesisId, consistency])).toEqual([
      ["H1", "CC"],
      ["H3", "N"],
    ]);
    expect(await database().evidenceRating.count({ where: { inquiryId: three.id, evidenceId: id } })).toBe(0);
  });

  it("keeps one row for each analyst", async () => {
    const id = await addEntry(lead, two.slug);
    for (const person of [lead, analyst]) {
      await rateRow(person, rowRating.parse({ slug: two.slug, id, consistency: { H1: "C", H2: "C" } }));
    }
    expect(await cellsOf(two.id, id)).toHaveLength(4);
  });

  it("is refused to readers, and to strangers of an inquiry that is not open", async () => {
    const reader = await makePerson("Reader");
    const stranger = await makePerson("Stranger");
    const open = await makeInquiry(lead, { visibility: "public" });
    await enrol(lead, open.slug, reader, "reader");
    const id = await addEntry(lead, open.slug);
    for (const person of [reader, stranger]) {
      const outcome = await rateRow(
        person,
        rowRating.parse({ slug: open.slug, id, consistency: { H1: "C" } }),
      );
      expect(outcome).toEqual({ ok: false, reason: "forbidden" });
    }
    expect(await cellsOf(open.id, id)).toEqual([]);
  });
});

describe("A rating that joins two inquiries", () => {
  it("is refused by the code, and nothing of its row is written", async () => {
    const sent = rowRating.parse({ slug: two.slug, id: "E1", consistency: { H1: "C", H3: "CC" } });
    expect(await rateRow(lead, sent)).toMatchObject({ ok: false, reason: "invalid" });
    expect(await cellsOf(two.id, "E1")).toEqual([]);
  });

  it("is refused by the database: a hypothesis, and an entry, of another inquiry", async () => {
    await addEntry(lead, three.slug, { statement: "The second entry of the other inquiry" });
    const elsewhere = await addEntry(lead, three.slug, { statement: "And more" });
    const beyond = `E${Number(elsewhere.slice(1)) + 90}`;
    const insert = (evidence: string, hypothesis: string) =>
      withConnection(
        world.url,
        (sql) =>
          sql`INSERT INTO "rating" ("inquiry_id", "evidence_id", "hypothesis_id", "analyst_id", "consistency")
            VALUES (${two.id}, ${evidence}, ${hypothesis}, ${lead.analystId}, 'C')`,
      );
    await expect(insert("E1", "H3")).rejects.toThrow(/rating_inquiry_id_hypothesis_id_fkey/);
    await expect(insert(beyond, "H1")).rejects.toThrow(/rating_inquiry_id_evidence_id_fkey/);
    await insert("E1", "H1");
    await database().rating.deleteMany({ where: { inquiryId: two.id, evidenceId: "E1" } });
  });

  it("cannot be made by moving the rating itself", async () => {
    const id = await addEntry(lead, three.slug);
    await rateRow(lead, rowRating.parse({ slug: three.slug, id, consistency: { H3: "C" } }));
    const move = withConnection(
      world.url,
      (sql) =>
        sql`UPDATE "rating" SET "inquiry_id" = ${two.id} WHERE "inquiry_id" = ${three.id} AND "hypothesis_id" = 'H3'`,
    );
    await expect(move).rejects.toThrow(/foreign key constraint/);
  });
});

describe("The database holds the scales:", () => {
  const firstEntry = () => `'${two.id}', 'E1'`;
  const me = () => `'${lead.analystId}'`;
  const rating = (code: string) =>
    `INSERT INTO "rating" ("inquiry_id", "evidence_id", "hypothesis_id", "analyst_id", "consistency") VALUES (${firstEntry()}, 'H1', ${me()}, ${code})`;
  const entry = (credibility: string, relevance: string) =>
    `INSERT INTO "evidence_rating" ("inquiry_id", "evidence_id", "analyst_id", "credibility", "relevance") VALUES (${firstEntry()}, ${me()}, ${credibility}, ${relevance})`;
  const source = (code: string) =>
    `INSERT INTO "source" ("id", "ordinal", "name", "kind") VALUES ('S999', 999, 'x', 'other');
     INSERT INTO "source_rating" ("id", "source_id", "analyst_id", "reliability") VALUES ('r', 'S999', ${me()}, ${code})`;
  const share = (probability: string) =>
    `INSERT INTO "judgement" ("inquiry_id", "analyst_id") VALUES ('${two.id}', ${me()});
     INSERT INTO "judgement_share" ("inquiry_id", "analyst_id", "hypothesis_id", "probability") VALUES ('${two.id}', ${me()}, 'H1', ${probability})`;
  /** Tries a statement and takes it back. */
  const attempt = (statement: string) =>
    withConnection(world.url, async (sql) => {
      await sql.unsafe(`BEGIN; ${statement}; ROLLBACK`);
      return "held";
    });

  it.each([
    [
      "consistency",
      () => rating("'II'"),
      () => rating("'NA'"),
      () => [rating("'X'"), rating("''"), rating("'c'"), rating("NULL")],
    ],
    [
      "credibility",
      () => entry("1", "NULL"),
      () => entry("6", "NULL"),
      () => [entry("0", "NULL"), entry("7", "NULL"), entry("NULL", "NULL")],
    ],
    [
      "relevance",
      () => entry("NULL", "'low'"),
      () => entry("NULL", "'high'"),
      () => [entry("NULL", "'very'"), entry("1", "''")],
    ],
    [
      "reliability",
      () => source("'A'"),
      () => source("'F'"),
      () => [source("'G'"), source("'a'"), source("''"), source("NULL")],
    ],
    [
      "probability",
      () => share("0"),
      () => share("100"),
      () => [share("-0.001"), share("100.001"), share("'NaN'"), share("'Infinity'")],
    ],
  ])("%s", async (_, lowest, highest, beyond) => {
    expect(await attempt(lowest())).toBe("held");
    expect(await attempt(highest())).toBe("held");
    for (const statement of beyond()) {
      await expect(attempt(statement), statement).rejects.toThrow(/violates (check|not-null) constraint/);
    }
  });
});

describe("Where rating is blind", () => {
  const rate = (person: Person, slug: string, id: string, fields: object = { consistency: { H1: "II" } }) =>
    rateRow(person, rowRating.parse({ slug, id, ...fields }));
  const seenBy = async (person: Person, slug: string, id: string) => {
    const scope = await scopeOf(person, slug);
    const [entry, blind, { lines }] = await Promise.all([
      findEvidence(person, scope, id),
      listBlindEntries(person, scope, [id]),
      listHistory(person, scope, 1),
    ]);
    const line = lines.find((each) => each.action === "evidence.rated" && each.subject === id);
    return { raters: entry?.ratings.length, isBlind: entry?.isBlind, blind: blind.size, line };
  };

  it("an analyst sees others' ratings of an entry only after rating it, in pages and history alike", async () => {
    const { slug } = await makeInquiry(lead);
    await enrol(lead, slug, analyst, "analyst");
    const reader = await makePerson("Reader of ratings");
    await enrol(lead, slug, reader, "reader");
    const id = await addEntry(lead, slug);
    expect(await seenBy(analyst, slug, id)).toMatchObject({ raters: 0, isBlind: false });

    await rate(lead, slug, id, { consistency: { H1: "II" }, reasons: { H1: "A secret reason." } });
    expect(await seenBy(analyst, slug, id)).toMatchObject({
      raters: 0,
      isBlind: true,
      blind: 1,
      line: { before: null, after: null, hiddenUntil: `you have rated ${id}` },
    });
    expect(await seenBy(lead, slug, id)).toMatchObject({ raters: 1, isBlind: false, blind: 0 });
    expect(await seenBy(reader, slug, id)).toMatchObject({ raters: 1, isBlind: false, blind: 0 });

    // How credible it is says nothing of the cells: those are still to come.
    await rate(analyst, slug, id, { credibility: "2" });
    expect(await seenBy(analyst, slug, id)).toMatchObject({ raters: 0, isBlind: true });
    await rate(analyst, slug, id);
    expect(await seenBy(analyst, slug, id)).toMatchObject({ raters: 2, isBlind: false, blind: 0 });
    await rate(analyst, slug, id, { consistency: { H1: "" } });
    expect((await seenBy(analyst, slug, id)).isBlind).toBe(true);

    await database().inquiry.update({ where: { slug }, data: { blindRating: false } });
    expect(await seenBy(analyst, slug, id)).toMatchObject({ raters: 1, isBlind: false, blind: 0 });
  });
});

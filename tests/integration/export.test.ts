import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, nobody, type Person } from "@/lib/auth/actor";
import { setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { evidenceWithdrawal, rowRating } from "@/lib/evidence/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { findInquiry } from "@/lib/inquiry/scope";
import { csvStream } from "@/lib/interchange/csv";
import { readTable } from "@/lib/interchange/queries";
import { TABLES, type TableName } from "@/lib/interchange/tables";
import { rateRow } from "@/lib/rating/mutations";
import { gradeSource } from "@/lib/source/mutations";
import { sourceGrade } from "@/lib/source/schema";
import { addEntry, enrol, granted, makeInquiry, makePerson, openWorld } from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let scope: InquiryScope;
let lead: Person;
let analyst: Person;
let reader: Person;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
  reader = await makePerson("Reader");
  scope = await makeInquiry(lead, { visibility: "public" });
  await enrol(lead, scope.slug, analyst, "analyst");
  await enrol(lead, scope.slug, reader, "reader");
  for (const statement of ["A van was seen.", "A bus came.", "A car went."]) {
    await addEntry(lead, scope.slug, {
      statement,
      citations: [{ source: "The Gazette", sourceKind: "media" }],
      consistency: { H1: "II", H2: "CC" },
      reasons: { H1: "a secret reason" },
      credibility: "2",
    });
  }
  // The analyst has rated the second, and of the first only how far it can be believed.
  granted(
    await rateRow(
      analyst,
      rowRating.parse({ slug: scope.slug, id: "E2", consistency: { H1: "C", H2: "CC" } }),
    ),
  );
  granted(await rateRow(analyst, rowRating.parse({ slug: scope.slug, id: "E1", credibility: "4" })));
  const withdrawal = { slug: scope.slug, id: "E3", reason: "It was another car." };
  granted(await setEvidenceWithdrawn(lead, evidenceWithdrawal.parse(withdrawal), true));
});
afterAll(() => world.close());

async function read(actor: Actor, name: TableName): Promise<Record<string, string>[]> {
  const seen = await findInquiry(actor, scope.slug);
  if (!seen) throw new Error("not seen");
  const text = await new Response(csvStream(await readTable(actor, seen, name))).text();
  return parse(text, { columns: true, bom: true });
}

describe("The matrix as a table", () => {
  it("has the consensus of each cell, the figures of each entry, and says what does not count", async () => {
    const [first, second, third] = await read(reader, "matrix");
    expect(first).toMatchObject({
      entry: "E1",
      "H1 consensus: The one": "II",
      "H1 mean": "-2",
      "H1 numbers given": "1",
      "leans on": "S1",
      origins: "S1",
      counts: "yes",
      hidden: "",
    });
    expect(Number(first?.["diagnosticity in bits"])).toBeGreaterThan(0);
    expect(Number(first?.weight)).toBeGreaterThan(0);
    expect(second).toMatchObject({
      "H1 mean": "-0.5",
      "H1 consensus: The one": "N",
      "H1 numbers given": "2",
    });
    expect(Number(second?.["H1 disagreement"])).toBeGreaterThan(0);
    expect(third).toMatchObject({ entry: "E3", weight: "", counts: "no, it is withdrawn" });
  });

  it("keeps back what an analyst may not see yet, and says so", async () => {
    const [first, second] = await read(analyst, "matrix");
    expect(first).toMatchObject({
      "H1 consensus: The one": "",
      "H1 mean": "",
      "H1 numbers given": "",
      "diagnosticity in bits": "",
      hidden: "hidden until you have rated it",
    });
    expect(second).toMatchObject({ "H1 mean": "-0.5", hidden: "" });
  });
});

describe("The ratings as a table", () => {
  const given = async (actor: Actor) =>
    (await read(actor, "ratings")).map((row) =>
      [row.entry, row.analyst, row.scale, row.hypothesis, row.code].join(" "),
    );

  it("have a row each, with who gave it, why and when, and whether its entry is withdrawn", async () => {
    const rows = await read(nobody, "ratings");
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({
      entry: "E1",
      analyst: "Lead",
      code: "II",
      reason: "a secret reason",
      withdrawn: "",
    });
    expect(rows[0]?.rated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(rows.filter(({ entry }) => entry === "E3").every(({ withdrawn }) => withdrawn === "E3")).toBe(
      true,
    );
  });

  it("are one's own alone where others' are still to come, and a row says so", async () => {
    const rows = await read(analyst, "ratings");
    expect(rows.filter(({ entry }) => entry === "E1")).toMatchObject([
      { analyst: "Analyst", scale: "credibility", code: "4", hidden: "" },
      { analyst: "", code: "", reason: "", hidden: "others' ratings: hidden until you have rated it" },
    ]);
    expect(JSON.stringify(rows.filter(({ entry }) => entry !== "E2"))).not.toContain("a secret reason");
    expect(await given(analyst)).toContain("E2 Lead consistency H1 II");
  });
});

describe("The entries as a table", () => {
  it("say since when and why one is withdrawn, and hold one's own ratings and nobody else's", async () => {
    const rows = await read(analyst, "entries");
    expect(rows.map((row) => [row["H1 · The one"], row.credibility])).toEqual([
      ["", "4"],
      ["C", ""],
      ["", ""],
    ]);
    expect(rows[2]).toMatchObject({ "withdrawn because": "It was another car.", "added by": "Lead" });
    expect(rows[2]?.withdrawn).toMatch(/Z$/);
    for (const actor of [reader, nobody]) {
      expect(Object.keys((await read(actor, "entries"))[0] ?? {})).not.toContain("H1 · The one");
    }
  });
});

describe("The sources as a table", () => {
  it("are those that the inquiry cites, with the names of graders only for those who share an inquiry with them", async () => {
    const elsewhere = await makePerson("Somebody Private");
    const hidden = await makeInquiry(elsewhere);
    await addEntry(elsewhere, hidden.slug, { citations: [{ source: "S1" }] });
    await addEntry(elsewhere, hidden.slug, { citations: [{ source: "Veiled", sourceKind: "media" }] });
    const grade = (person: Person, inquiry: string, reliability: string) =>
      gradeSource(person, sourceGrade.parse({ id: "S1", reliability, reason: "a veiled reason", inquiry }));
    granted(await grade(elsewhere, hidden.slug, "D"));
    granted(await grade(lead, scope.slug, "B"));
    const rows = await read(reader, "sources");
    expect(rows).toMatchObject([
      {
        ...{ source: "S1", name: "The Gazette", "entries here": "2", "reliability here": "0.75" },
        grades: "B by Lead; D by somebody elsewhere",
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("reason");
    expect((await read(nobody, "sources"))[0]?.grades).toBe("B by Lead; D by somebody elsewhere");
  });
});

describe("Any table", () => {
  it.each(TABLES)("$code of an inquiry without an entry has its columns", async ({ code }) => {
    const empty = await makeInquiry(lead);
    const text = await new Response(csvStream(await readTable(lead, empty, code))).text();
    expect(text).toMatch(/^"(entry|source)"/);
    expect(text.trimEnd().split("\r\n")).toHaveLength(1);
  });
});

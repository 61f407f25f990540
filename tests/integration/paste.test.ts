import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { findEvidence } from "@/lib/evidence/queries";
import { installationChain } from "@/lib/history/chain";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { csvStream } from "@/lib/interchange/csv";
import { readTable } from "@/lib/interchange/queries";
import { pasteRows } from "@/lib/paste/mutations";
import { planPaste } from "@/lib/paste/queries";
import { pasteForm } from "@/lib/paste/schema";
import {
  addEntry,
  enrol,
  findFaults,
  granted,
  historyOf,
  makeInquiry,
  makePerson,
  openWorld,
  scopeOf,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let analyst: Person;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
});
afterAll(() => world.close());

const sent = (slug: string, ...rows: string[]) =>
  pasteForm.parse({ slug, rows: rows.join("\n"), newKind: "media", intent: "save" });
const paste = (person: Person, slug: string, ...rows: string[]) => pasteRows(person, sent(slug, ...rows));
const verdictsOf = async (person: Person, scope: InquiryScope, ...rows: string[]) =>
  granted(await planPaste(person, scope, sent(scope.slug, ...rows))).planned.map(({ becomes }) => becomes);

/** How much there is of everything that a paste can write. */
const amounts = async (inquiryId: string) => ({
  entries: await database().evidence.count({ where: { inquiryId } }),
  citations: await database().citation.count({ where: { inquiryId } }),
  ratings: await database().rating.count({ where: { inquiryId } }),
  grades: await database().evidenceRating.count({ where: { inquiryId } }),
  sources: await database().source.count(),
  events: await database().event.count({ where: { chain: { in: [inquiryId, installationChain] } } }),
});

const head = "statement\tsource\tvia\tcredibility\tH1\tH2";

describe("Pasted rows", () => {
  it("become entries with their sources and ratings, and leave an event for each thing that was written", async () => {
    const scope = await makeInquiry(lead);
    const known = await addEntry(lead, scope.slug, { statement: "A grey van was seen." });
    const pasted = granted(
      await paste(
        lead,
        scope.slug,
        head,
        "A blue bus came.\tA passer-by\tThe Gazette\t2\tCC\t-1",
        "A red car went.\ta PASSER-BY\t\t\t\t",
        "A grey van was seen.\t\t\t\tI\t",
        "A green tram.\tA passer-by\t\t\tmaybe\t",
      ),
    );
    expect(pasted).toMatchObject({ added: ["E2", "E3"], rated: [known], refused: [{ row: 5 }] });
    expect(await findEvidence(lead, scope, "E2")).toMatchObject({
      citations: [{ id: "E2.1", source: { name: "A passer-by" }, via: { name: "The Gazette" } }],
      ratings: [
        { hypothesisId: "H1", consistency: "CC" },
        { hypothesisId: "H2", consistency: "I" },
      ],
      evidenceRatings: [{ credibility: 2, relevance: null }],
    });
    expect((await historyOf(scope.id)).slice(-4)).toEqual([
      "evidence.added E2",
      "evidence.added E3",
      "evidence.rated E2",
      `evidence.rated ${known}`,
    ]);
    expect(await database().source.count({ where: { name: "A passer-by", kind: "media" } })).toBe(1);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("pasted again write nothing, and afterwards only the rating that differs", async () => {
    const scope = await makeInquiry(lead);
    const rows = [head, "A bus came.\tThe Gazette\t\t3\tC\tN", "A car went.\tThe Gazette\t\t\tI\tN"];
    granted(await paste(lead, scope.slug, ...rows));
    const before = await amounts(scope.id);
    expect(granted(await paste(lead, scope.slug, ...rows))).toEqual({ added: [], rated: [], refused: [] });
    expect(await amounts(scope.id)).toEqual(before);
    granted(
      await paste(lead, scope.slug, head, "A bus came.\tThe Gazette\t\t3\tCC\tN", "A car went.\t\t\t\tI\t"),
    );
    expect(await amounts(scope.id)).toEqual({ ...before, events: before.events + 1 });
    expect((await historyOf(scope.id)).at(-1)).toBe("evidence.rated E1");
  });

  it("at the same moment leave one set, whoever else adds meanwhile", async () => {
    const scope = await makeInquiry(lead);
    await enrol(lead, scope.slug, analyst, "analyst");
    const rows = Array.from({ length: 40 }, (_, i) => `Thing ${i} was seen.\tWitness ${i % 7}\t\t2\tC\tI`);
    const outcomes = await Promise.all([
      ...Array.from({ length: 4 }, () => paste(lead, scope.slug, head, ...rows)),
      ...Array.from({ length: 4 }, (_, i) =>
        addEntry(analyst, scope.slug, {
          statement: `Meanwhile ${i}`,
          citations: [{ source: `Another witness ${i}`, sourceKind: "expert" }],
        }),
      ),
    ]);
    const pasted = outcomes.flatMap((outcome) => (typeof outcome === "string" ? [] : [granted(outcome)]));
    expect(pasted.map(({ added }) => added.length).sort((a, b) => a - b)).toEqual([0, 0, 0, 40]);
    const { entries, ratings, grades } = await amounts(scope.id);
    expect({ entries, ratings, grades }).toEqual({ entries: 44, ratings: 80, grades: 40 });
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("are written whole or not at all: a fault at the last row leaves nothing of any", async () => {
    const scope = await makeInquiry(lead);
    const before = await amounts(scope.id);
    const rows = Array.from({ length: 20 }, (_, i) => `Row ${i} was seen.\tA new witness ${i}\t\t\tC\tI`);
    // The database itself refuses one of them, after all the others were written.
    await database().$executeRawUnsafe(
      `ALTER TABLE "rating" ADD CONSTRAINT "one_too_many" CHECK ("evidence_id" <> 'E20') NOT VALID`,
    );
    await expect(paste(lead, scope.slug, head, ...rows)).rejects.toThrow(/one_too_many/);
    expect(await amounts(scope.id)).toEqual(before);
    await database().$executeRawUnsafe(`ALTER TABLE "rating" DROP CONSTRAINT "one_too_many"`);
    expect(granted(await paste(lead, scope.slug, head, ...rows)).added).toHaveLength(20);
  });

  it("are refused to readers, strangers, and whoever does not see the inquiry", async () => {
    const scope = await makeInquiry(lead, { visibility: "public" });
    const hidden = await makeInquiry(lead);
    const reader = await makePerson("Reader");
    await enrol(lead, scope.slug, reader, "reader");
    const stranger = await makePerson("Stranger");
    const before = await amounts(scope.id);
    for (const person of [reader, stranger])
      expect(await paste(person, scope.slug, "A bus came.")).toEqual({ ok: false, reason: "forbidden" });
    expect(await paste(stranger, hidden.slug, "A bus came.")).toEqual({ ok: false, reason: "missing" });
    expect(await amounts(scope.id)).toEqual(before);
  });

  it("make whoever contributes for the first time an analyst, once", async () => {
    const open = await makeInquiry(lead, { visibility: "public", isOpen: true });
    await addEntry(lead, open.slug, { statement: "A van was seen." });
    const contributor = await makePerson("Contributor");
    granted(await paste(contributor, open.slug, "statement\tH1", "A van was seen.\tC", "A bus came.\tC"));
    const history = await historyOf(open.id);
    expect(history.filter((line) => line.startsWith("member.joined"))).toHaveLength(1);
    expect((await scopeOf(contributor, open.slug)).role).toBe("analyst");
  });

  it("find no hypothesis, no entry and no source of another inquiry", async () => {
    const other = await makeInquiry(lead, { hypotheses: ["A", "B", "Elsewhere"] });
    await addEntry(lead, other.slug, {
      statement: "Said elsewhere.",
      citations: [{ source: "A veiled source", sourceKind: "media" }],
    });
    const veiled = await database().source.findFirstOrThrow({ where: { name: "A veiled source" } });
    const scope = await makeInquiry(analyst);
    const rows = ["statement\tH3\tElsewhere", "A bus came.\tC\tC"];
    expect(granted(await planPaste(analyst, scope, sent(scope.slug, ...rows))).columns.fields).toEqual([
      "statement",
      null,
      null,
    ]);
    expect(await verdictsOf(analyst, scope, "statement\tsource", `A bus came.\t${veiled.id}`)).toEqual([
      "error",
    ]);
    expect(await verdictsOf(analyst, scope, "statement", "Said elsewhere.")).toEqual(["entry"]);
    // By its name a source that is not theirs to see is a new one.
    granted(await paste(analyst, scope.slug, "statement\tsource", "A bus came.\tA veiled source"));
    expect(await database().source.count({ where: { name: "A veiled source" } })).toBe(2);
  });

  it("are at most five hundred at once", async () => {
    const scope = await makeInquiry(lead);
    const rows = Array.from(
      { length: 501 },
      (_, i) => `The ${i}th thing was seen at ${i % 24} o'clock.\tPaper ${i % 50}\t\t2\tC\tI`,
    );
    expect(await paste(lead, scope.slug, head, ...rows)).toMatchObject({ ok: false, reason: "invalid" });
    expect(granted(await paste(lead, scope.slug, head, ...rows.slice(1))).added).toHaveLength(500);
    expect((await historyOf(scope.id)).filter((line) => line.startsWith("evidence."))).toHaveLength(1_000);
  });
});

describe("Our own file of entries", () => {
  it("pasted back into its inquiry is nothing new, and into another one is the same to the letter", async () => {
    const scope = await makeInquiry(lead, { hypotheses: ["The one", "=The, other"] });
    await addEntry(lead, scope.slug, {
      statement: "=cmd|' /C calc'!A0",
      note: '- one; +two\n@three "quoted"',
      places: "درعا; -Suweida",
      occurredOn: "2022-10/2023-08",
      citations: [
        {
          source: "+Paper, the",
          sourceKind: "media",
          via: "@Relay",
          viaKind: "media",
          locator: "-3",
          quote: "'=x",
        },
        { source: "@Relay", url: "https://example.org/;=a" },
      ],
      consistency: { H1: "CC", H2: "NA" },
      credibility: "2",
      relevance: "high",
    });
    await addEntry(lead, scope.slug, { statement: "Nobody cites anything." });
    const file = await new Response(csvStream(await readTable(lead, scope, "entries"))).text();
    expect(file).not.toMatch(/(^|[,;\r\n])"?[=+@-]/);
    expect(await verdictsOf(lead, scope, file)).toEqual(["nothing", "nothing"]);
    const other = await makeInquiry(lead, { hypotheses: ["The one", "=The, other"] });
    granted(await paste(lead, other.slug, file));
    for (const id of ["E1", "E2"]) {
      const [there, here] = [await findEvidence(lead, scope, id), await findEvidence(lead, other, id)];
      expect(undated(here)).toEqual(undated(there));
    }
  });
});

type Found = Awaited<ReturnType<typeof findEvidence>>;

/** An entry without when it was added and rated. */
const undated = (entry: Found) => ({
  ...entry,
  createdAt: null,
  ratings: entry?.ratings.map(({ ratedAt: _, ...rating }) => rating),
  evidenceRatings: entry?.evidenceRatings.map(({ ratedAt: _, ...rating }) => rating),
});

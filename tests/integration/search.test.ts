import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Actor, nobody, type Person } from "@/lib/auth/actor";
import { visibleInquiries, visibleSources } from "@/lib/auth/scope";
import { addClaim } from "@/lib/claim/mutations";
import { claimDraft } from "@/lib/claim/schema";
import { database } from "@/lib/db/client";
import { setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { evidenceWithdrawal } from "@/lib/evidence/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { type Visibility, visibilities } from "@/lib/policy";
import { encode, fold, searchWords } from "@/lib/search/fold";
import type { Segment } from "@/lib/search/highlight";
import { search } from "@/lib/search/queries";
import { searchStatement } from "@/lib/search/statement";
import { createSource } from "@/lib/source/mutations";
import { sourceDraft } from "@/lib/source/schema";
import { seed } from "@/prisma/seed/index";
import {
  addEntry,
  enrol,
  granted,
  makeAdministrator,
  makeInquiry,
  makePerson,
  openWorld,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let scripts: InquiryScope;

const statements = {
  French: "L’état-major a nié l’opération à Orléans.",
  German: "Die Straße nach Łódź war gesperrt.",
  Turkish: "Saldırı İstanbul'da ve Iğdır'da oldu.",
  Russian: "Ёлкин заявил, что правительство России знало.",
  Arabic: "قال المُدَرِّس إنّ أُمّة كاملة رأت ذلك.",
  Chinese: "目击者说中国人民银行知道此事。",
  Greek: "Ο Σίσυφος ήταν εκεί.",
} as const;
type Language = keyof typeof statements;
const idOf = {} as Record<Language, string>;

beforeAll(async () => {
  world = await openWorld();
  await seed();
  lead = await makePerson("Lead");
  scripts = await makeInquiry(lead, { question: "Who was where?", visibility: "public" });
  for (const [language, statement] of Object.entries(statements)) {
    idOf[language as Language] = await addEntry(lead, scripts.slug, { statement });
  }
});
afterAll(() => world.close());

const find = (actor: Actor, text: string, more: { page?: number; within?: string } = {}) =>
  search(actor, { text, page: 1, ...more });
const names = async (actor: Actor, text: string, within?: string) =>
  (await find(actor, text, within ? { within } : {})).hits.map(({ kind, id }) => `${kind} ${id}`);
const markedIn = (segments: readonly Segment[] | null) =>
  (segments ?? []).filter(({ isHit }) => isHit).map(({ text }) => text);

describe("What is typed is found", () => {
  it.each<[string, string, Language, string[]]>([
    ["without its accents", "etat major", "French", ["état", "major"]],
    ["with accents typed apart", "ORLE\u0301ANS", "French", ["Orléans"]],
    ["with ss for a sharp s", "strasse", "German", ["Straße"]],
    ["with a plain l", "lodz", "German", ["Łódź"]],
    ["with a plain i for the dotless one", "igdir saldiri", "Turkish", ["Saldırı", "Iğdır"]],
    ["with a great dotted I", "İSTANBUL", "Turkish", ["İstanbul"]],
    ["in small Cyrillic letters, e for yo", "елкин", "Russian", ["Ёлкин"]],
    ["in great Cyrillic letters", "РОССИИ", "Russian", ["России"]],
    ["without the vowel points", "مدرس امة", "Arabic", ["مُدَرِّس", "أُمّة"]],
    ["in the middle of a sentence without spaces", "中国", "Chinese", ["中国"]],
    ["by a single Han character", "银", "Chinese", ["银"]],
    ["by the beginning of a word", "Σισυφ", "Greek", ["Σίσυφ"]],
  ])("%s: %s", async (_, text, language, marks) => {
    const { hits } = await find(lead, text, { within: scripts.slug });
    expect(hits[0]).toMatchObject({ kind: "entry", id: idOf[language], isNear: false });
    expect(markedIn(hits[0]?.title ?? null)).toEqual(marks);
    const here = hits.filter(({ inquiry, isNear }) => inquiry?.slug === scripts.slug && !isNear);
    expect(here).toHaveLength(1);
  });

  it.each<[string, Language, string]>([
    ["operatoin", "French", "opération"],
    ["gespert", "German", "gesperrt"],
    ["правительсво", "Russian", "правительство"],
    ["Σίσιφος", "Greek", "Σίσυφος"],
  ])("though mistyped: %s", async (text, language, mark) => {
    const { hits } = await find(lead, text, { within: scripts.slug });
    expect(hits[0]).toMatchObject({ kind: "entry", id: idOf[language], isNear: true });
    expect(markedIn(hits[0]?.title ?? null)).toEqual([mark]);
  });

  it("only where all of its words are, in any order and any part of an entry", async () => {
    const id = await addEntry(lead, scripts.slug, {
      statement: "A lantern was lit.",
      note: "Seen from the harbour wall.",
      places: "Valparaíso",
    });
    expect(await names(lead, "valparaiso lantern harbour")).toEqual([`entry ${id}`]);
    expect(await names(lead, "valparaiso lantern opera")).toEqual([]);
    const { hits } = await find(lead, "harbour");
    expect(markedIn(hits[0]?.excerpt ?? null)).toEqual(["harbour"]);
  });

  it("in a quotation, as a hit of the entry, once", async () => {
    const id = await addEntry(lead, scripts.slug, {
      statement: "The boatman spoke.",
      citations: [
        { source: "River gazette", sourceKind: "media", quote: "The boatman saw a heron", locator: "p. 7" },
      ],
    });
    expect(await names(lead, "boatman")).toEqual([`entry ${id}`]);
    const { hits } = await find(lead, "heron");
    expect(hits.map((hit) => [hit.kind, hit.id, markedIn(hit.excerpt)])).toEqual([["entry", id, ["heron"]]]);
  });

  it("also where it is withdrawn, which is said", async () => {
    const id = await addEntry(lead, scripts.slug, { statement: "The lighthouse was dark." });
    const withdrawal = evidenceWithdrawal.parse({ slug: scripts.slug, id, reason: "why" });
    granted(await setEvidenceWithdrawn(lead, withdrawal, true));
    expect((await find(lead, "lighthouse")).hits).toMatchObject([{ id, isWithdrawn: true }]);
  });

  it("for signs of a pattern and other nothings: nothing", async () => {
    for (const text of ["%", "_", "\\", "'", "…", "   "]) expect((await find(lead, text)).total).toBe(0);
  });
});

describe("A hit", () => {
  it("leads to the page of what was found, whatever kind that is", async () => {
    const base = "/inquiries/is-k-attacks";
    for (const [kind, text, href] of [
      ["inquiry", "what best explains", base],
      ["hypothesis", "H1", `${base}/hypotheses/H1`],
      ["entry", "E14", `${base}/evidence/E14`],
      ["claim", "C2", `${base}/claims/C2`],
      ["source", "S3", "/sources/S3"],
    ] as const) {
      const { hits } = await search(nobody, { text, kind, page: 1, within: "is-k-attacks" });
      expect([kind, hits[0]?.href]).toEqual([kind, href]);
    }
  });
});

describe("In this order", () => {
  it("comes the number itself, that of the inquiry one is in first, and then what has it within", async () => {
    expect((await names(lead, "e1", scripts.slug))[0]).toBe("entry E1");
    expect((await find(lead, "e1", { within: scripts.slug })).hits[0]?.inquiry?.slug).toBe(scripts.slug);
    expect((await find(lead, "e1", { within: "is-k-attacks" })).hits[0]?.inquiry?.slug).toBe("is-k-attacks");
    expect((await names(nobody, "E14"))[0]).toBe("entry E14");
    expect((await names(nobody, "s3"))[0]).toBe("source S3");
    expect((await names(nobody, "H0"))[0]).toBe("hypothesis H0");
    expect((await names(nobody, "c2"))[0]).toBe("claim C2");
  });

  it("comes what begins with the words, then what has them as words, then what has them inside others", async () => {
    const inside = await addEntry(lead, scripts.slug, { statement: "An undertow of sorts." });
    const word = await addEntry(lead, scripts.slug, { statement: "They had a long tow rope." });
    const first = await addEntry(lead, scripts.slug, { statement: "Tow ropes were cut." });
    expect((await names(lead, "tow", scripts.slug)).slice(0, 3)).toEqual(
      [first, word, inside].map((id) => `entry ${id}`),
    );
    expect(await names(lead, "tow rope", scripts.slug)).toEqual([`entry ${first}`, `entry ${word}`]);
  });
});

describe("Of what others keep to themselves", () => {
  const who = {} as Record<"nobody" | "stranger" | "reader" | "lead" | "administrator", Actor>;
  const inquiries = {} as Record<Visibility, InquiryScope>;
  const sees: Readonly<Record<keyof typeof who, readonly Visibility[]>> = {
    nobody: ["public"],
    stranger: ["members", "public"],
    reader: ["private", "members", "public"],
    lead: ["private", "members", "public"],
    administrator: ["members", "public"],
  };
  const everybody = Object.keys(sees) as (keyof typeof who)[];

  beforeAll(async () => {
    const [reader, stranger] = [await makePerson("Reader"), await makePerson("Stranger")];
    Object.assign(who, {
      nobody,
      stranger,
      reader,
      lead,
      administrator: await makeAdministrator("Administrator"),
    });
    for (const visibility of visibilities) {
      const inquiry = await makeInquiry(lead, {
        visibility,
        question: `Whose is the zeppelin of ${visibility}?`,
        hypotheses: [`A xylophone of ${visibility}`, "Another"],
      });
      await enrol(lead, inquiry.slug, reader, "reader");
      inquiries[visibility] = inquiry;
      await addEntry(lead, inquiry.slug, {
        statement: `A quagmire of ${visibility}`,
        note: "A bulldozer",
        places: "Timbuktu",
        citations: [
          {
            source: `A vaudeville of ${visibility}`,
            sourceKind: "media",
            via: `A marzipan of ${visibility}`,
            viaKind: "media",
            quote: "A gingerbread",
          },
        ],
      });
      granted(
        await addClaim(
          lead,
          claimDraft.parse({
            slug: inquiry.slug,
            statement: `A jacaranda of ${visibility}`,
            asserter: { source: `A vaudeville of ${visibility}` },
            appearances: [
              {
                source: `A saxophone of ${visibility}`,
                sourceKind: "media",
                via: `A tamarind of ${visibility}`,
                viaKind: "media",
              },
            ],
          }),
        ),
      );
    }
  });

  /** A word of the question, a hypothesis, a statement, a note, a place, a quotation, a claim; and mistyped. */
  const secrets = {
    zeppelin: "zeppelni",
    xylophone: "xylofone",
    quagmire: "quagmier",
    bulldozer: "buldozer",
    timbuktu: "timbuctu",
    gingerbread: "gingerbraed",
    jacaranda: "jakaranda",
  };

  it.each(everybody)("%s finds nothing and counts nothing, by no word of it", async (name) => {
    for (const words of Object.entries(secrets)) {
      for (const text of words) {
        const { hits, total } = await find(who[name], text);
        expect([text, hits.map((hit) => hit.inquiry?.slug).sort()]).toEqual([
          text,
          sees[name].map((each) => inquiries[each].slug).sort(),
        ]);
        expect(total).toBe(sees[name].length);
      }
    }
  });

  it.each(everybody)(
    "%s finds no source that it alone cites or knows from a claim, by name, by number or by what is near",
    async (name) => {
      for (const visibility of visibilities) {
        for (const [word, mistyped] of [
          ["vaudeville", "vaudevile"],
          ["marzipan", "marzipna"],
          ["saxophone", "saxofone"],
          ["tamarind", "tamarnid"],
        ]) {
          const { id } = await database().source.findFirstOrThrow({
            where: { name: { contains: `${word} of ${visibility}` } },
          });
          const isThere = sees[name].includes(visibility) || name === "administrator";
          for (const text of [id, `${word} of ${visibility}`, `${mistyped} of ${visibility}`]) {
            const found = (await find(who[name], text)).hits.map((hit) => hit.id);
            expect([text, found.includes(id)]).toEqual([text, isThere]);
          }
        }
      }
    },
  );

  it("shows a source that nothing cites to whoever made it, and to administrators", async () => {
    granted(
      await createSource(
        who.stranger as Person,
        sourceDraft.parse({ name: "Uncited gazebo", kind: "other" }),
      ),
    );
    for (const name of everybody) {
      const isThere = name === "stranger" || name === "administrator";
      expect([name, (await find(who[name], "gazebo")).total]).toEqual([name, isThere ? 1 : 0]);
    }
  });

  it.each(everybody)("%s finds just the inquiries and sources that the lists show", async (name) => {
    const all = async (kind: "inquiry" | "source", text: string) => {
      const { pages } = await search(who[name], { text, kind, page: 1 });
      const found: string[] = [];
      for (let page = 1; page <= pages; page++) {
        found.push(...(await search(who[name], { text, kind, page })).hits.map(({ id }) => id));
      }
      return found.sort();
    };
    const listedInquiries = await database().inquiry.findMany({ where: visibleInquiries(who[name]) });
    const listed = await database().source.findMany({ where: visibleSources(who[name]) });
    const having = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
    expect(await all("source", "s")).toEqual(having(listed));
    const asking = listedInquiries.filter(({ question }) => /\bw/i.test(question));
    expect(await all("inquiry", "w")).toEqual(having(asking));
  });

  it("finds no word of a rating's reason", async () => {
    await addEntry(lead, scripts.slug, {
      consistency: { H1: "C" },
      reasons: { H1: "Because of the walrus." },
      gradeReason: "The walrus.",
    });
    expect((await find(lead, "walrus")).total).toBe(0);
  });
});

describe("However much there is", () => {
  const many = 10_000;
  let large: InquiryScope;

  beforeAll(async () => {
    large = await makeInquiry(lead, { question: "How many?", visibility: "public" });
    await database().$executeRaw`
      INSERT INTO "evidence" ("inquiry_id", "id", "ordinal", "statement", "kind", "places")
      SELECT ${large.id}, 'E' || n, n, 'Observer ' || n || ' reported movement along the road from ' || md5(n::text)
        || ' to the border, as three people who did not know each other told a reporter of the local paper on that day; '
        || 'none of them wanted to be named, and the authorities of the district have so far declined to say anything.'
        || CASE WHEN n % 1000 = 0 THEN ' It was beside the Zollverein, 目击者说.' ELSE '' END, 'report', '{}'
      FROM generate_series(1, ${many}) AS n`;
    await database().$executeRaw`ANALYZE`;
  });

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

  it("a page of hits is bounded, the pages are all there is, and none comes twice", async () => {
    const { total, pages, counts, hits } = await find(lead, "zollverein");
    expect([total, pages, counts, hits.length]).toEqual([10, 1, { entry: 10 }, 10]);
    const all = await find(lead, "observer movement");
    expect([all.total, all.pages, all.hits.length]).toEqual([many, many / 20, 20]);
    const next = await find(lead, "observer movement", { page: 2 });
    expect(new Set([...all.hits, ...next.hits].map(({ id }) => id)).size).toBe(40);
    expect((await find(lead, "observer movement", { page: 900 })).hits).toEqual([]);
    expect((await find(lead, "observer movement", { page: 900 })).total).toBe(many);
  });

  it("it takes one query: for nothing, for one hit, for ten thousand, for what is near", async () => {
    for (const text of ["qqqq", "E14", "observer", "zolverein", "中国 observer état"]) {
      expect([text, await countQueries(() => find(lead, text))]).toEqual([text, 1]);
    }
    expect(await countQueries(() => find(lead, "…"))).toBe(0);
  });

  it.each(["zollverein", "目击", "bes zollverein"])(
    "the index finds %s, and the table is not read through",
    async (text) => {
      const statement = searchStatement(lead, { text, page: 1 }, searchWords(text));
      const plan = await database().$queryRawUnsafe<{ "QUERY PLAN": string }[]>(
        `EXPLAIN ${statement.text}`,
        ...statement.values,
      );
      const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
      // What is near is looked for only if this finds few.
      const exact = lines.slice(lines.indexOf("CTE exact"), lines.indexOf("CTE close"));
      expect(exact).toContain("Bitmap Index Scan on evidence_search");
      expect(exact).not.toContain("Seq Scan on evidence");
    },
  );
});

it("The database reads text just as the browser and the server do", async () => {
  const texts = [
    ...Object.values(statements),
    ...fc.sample(fc.string({ unit: "grapheme", maxLength: 40 }), { numRuns: 400, seed: 4 }),
  ].filter((text) => !text.includes("\u0000") && text.isWellFormed());
  const read = await database().$queryRaw<{ folded: string; code: string }[]>`
    SELECT search_fold(given) AS "folded", search_code(search_fold(given)) AS "code"
    FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(given, n) ORDER BY n`;
  expect(read).toEqual(texts.map((text) => ({ folded: fold(text), code: encode(fold(text)) })));
});

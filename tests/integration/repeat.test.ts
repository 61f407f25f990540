import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { addClaim } from "@/lib/claim/mutations";
import { claimDraft } from "@/lib/claim/schema";
import { rateOnClaim } from "@/lib/claim-rating/mutations";
import { claimRating } from "@/lib/claim-rating/schema";
import { database } from "@/lib/db/client";
import { editEvidence, setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { findEvidence } from "@/lib/evidence/queries";
import { evidenceEdit, evidenceWithdrawal, rowRating } from "@/lib/evidence/schema";
import { listHistory } from "@/lib/history/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { rateCells, rateRow } from "@/lib/rating/mutations";
import { settleRepeat } from "@/lib/repeat/mutations";
import { findNear, getRepeats, listPairs, listSettled } from "@/lib/repeat/queries";
import { repeatSettlement } from "@/lib/repeat/schema";
import { linkSources, setSourceWithdrawn } from "@/lib/source/mutations";
import { sourceLinkDraft, sourceWithdrawal } from "@/lib/source/schema";
import { withConnection } from "../../scripts/lib/sql.mjs";
import {
  addEntry,
  enrol,
  findFaults,
  granted,
  historyOf,
  makeAdministrator,
  makeInquiry,
  makePerson,
  openWorld,
  scopeOf,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let administrator: Person;
let lead: Person;
let analyst: Person;
let scope: InquiryScope;

beforeAll(async () => {
  world = await openWorld();
  administrator = await makeAdministrator("Administrator");
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
});
beforeEach(async () => {
  scope = await makeInquiry(lead);
  await enrol(lead, scope.slug, analyst, "analyst");
});
afterAll(() => world.close());

type Intent = "into-one" | "into-other" | "keep-apart" | "propose-again" | "take-apart";

async function settle(person: Person, intent: Intent, one: string, other: string, fields: object = {}) {
  const versions = await database().evidence.findMany({
    where: { inquiryId: scope.id, id: { in: [one, other] } },
    select: { id: true, version: true },
  });
  const versionOf = (id: string) => String(versions.find((entry) => entry.id === id)?.version ?? 1);
  const sent = { slug: scope.slug, one, other, oneVersion: versionOf(one), otherVersion: versionOf(other) };
  return settleRepeat(
    person,
    repeatSettlement.parse({ ...sent, intent, reason: "The same report.", ...fields }),
  );
}

const van = "A grey van was seen near the station at noon.";
const sameVan = "At noon a grey van was seen near the station.";

/** Everything that is kept of an inquiry but its history and the numbers that count changes. */
async function everything(inquiryId = scope.id) {
  const where = { inquiryId };
  const entries = await database().evidence.findMany({ where, orderBy: { ordinal: "asc" } });
  return {
    entries: entries.map(({ version: _, citationsGiven: __, ...entry }) => entry),
    citations: await database().citation.findMany({ where, orderBy: { id: "asc" } }),
    ratings: await database().rating.findMany({
      where,
      orderBy: [{ evidenceId: "asc" }, { hypothesisId: "asc" }, { analystId: "asc" }],
    }),
    grades: await database().evidenceRating.findMany({
      where,
      orderBy: [{ evidenceId: "asc" }, { analystId: "asc" }],
    }),
    onClaims: await database().claimRating.findMany({
      where,
      orderBy: [{ claimId: "asc" }, { evidenceId: "asc" }, { analystId: "asc" }],
    }),
    memberships: await database().membership.findMany({ where, orderBy: { analystId: "asc" } }),
  };
}

const rate = async (person: Person, id: string, fields: object) =>
  granted(await rateRow(person, rowRating.parse({ slug: scope.slug, id, ...fields })));
/** Until some write of the product waits for a lock that somebody holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [waits] = await database().$queryRaw<{ many: number }[]>`
      SELECT count(*)::int AS many FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (waits && waits.many > 0) return;
  }
}

const media = { sourceKind: "media", viaKind: "media" };

/** Two entries that tell one report, each with what the other has not; rated by both analysts. */
async function makeRepeats() {
  const one = await addEntry(lead, scope.slug, {
    statement: van,
    places: "Here; There",
    note: "Of the first.",
    citations: [{ source: "The Paper", quote: "« a van »", ...media }],
    consistency: { H1: "CC" },
    credibility: "2",
  });
  const other = await addEntry(analyst, scope.slug, {
    statement: sameVan,
    places: "There; Elsewhere",
    note: "Of the second.",
    citations: [
      { source: "The Paper", quote: "« a van »", ...media },
      { source: "A witness", via: "The Radio", ...media },
    ],
    consistency: { H1: "I", H2: "C" },
    relevance: "high",
  });
  await rate(analyst, one, { consistency: { H1: "N" } });
  await rate(lead, other, { consistency: { H2: "II" }, credibility: "5", gradeReason: "as told" });
  return { one, other };
}

describe("Entries that say nearly the same", () => {
  it("are found among those that count, each with the nearest before it: eleven that are one report are ten pairs", async () => {
    for (let i = 0; i < 11; i++) await addEntry(lead, scope.slug, { statement: i % 2 ? van : sameVan });
    const gone = await addEntry(lead, scope.slug, { statement: van });
    await addEntry(lead, scope.slug, { statement: "Nobody has ever seen any such thing." });
    const withdrawal = evidenceWithdrawal.parse({ slug: scope.slug, id: gone, reason: "why" });
    granted(await setEvidenceWithdrawn(lead, withdrawal, true));
    const { pairs } = await getRepeats(scope, await getMatrix(scope.id));
    expect(pairs).toHaveLength(10);
    expect(pairs[0]).toMatchObject({ one: "E1", other: "E2", share: 1 });
    expect(new Set(pairs.map(({ other }) => other)).size).toBe(10);
    expect((await findNear(scope, van)).map(({ where }) => where)).toEqual(["E1", "E2", "E3"]);
  });

  it("are not found among those whose sources are all withdrawn, nor their sources by a withdrawn relay", async () => {
    const quote = "The bridge over the river was closed from Monday on.";
    const add = (statement: string, ...citations: object[]) =>
      addEntry(lead, scope.slug, { statement, citations: citations.map((each) => ({ ...each, ...media })) });
    await add(van, { source: "The Liar" });
    await add(sameVan, { source: "The Truth" });
    await add("Nobody crossed it.", { source: "A ferryman", via: "The Rumour", quote });
    await add("The river was high.", { source: "A fisher", quote }, { source: "The Truth" });
    const found = async () => getRepeats(scope, await getMatrix(scope.id));
    expect((await found()).pairs).toMatchObject([{ one: "E1", other: "E2" }]);
    const { echoes } = await found();
    expect(new Set(echoes.map(({ words }) => words))).toEqual(new Set(["quoted", "stated"]));
    expect(echoes).toHaveLength(2);
    for (const name of ["The Liar", "The Rumour"]) {
      const { id } = await database().source.findFirstOrThrow({ where: { name } });
      granted(await setSourceWithdrawn(lead, sourceWithdrawal.parse({ id, reason: "Made up." }), true));
    }
    expect(await found()).toEqual({ pairs: [], echoes: [], isPartial: false });
  });

  it("are of this inquiry alone", async () => {
    await addEntry(lead, scope.slug, { statement: van });
    const elsewhere = await makeInquiry(lead);
    await addEntry(lead, elsewhere.slug, { statement: van });
    expect((await getRepeats(elsewhere, await getMatrix(elsewhere.id))).pairs).toEqual([]);
    expect(await listPairs(lead, elsewhere, [{ one: "E1", other: "E2" }])).toEqual([]);
  });

  it("are not proposed again once somebody has said that they are two things, until that is taken back", async () => {
    const { one, other } = await makeRepeats();
    const proposed = async () => (await getRepeats(scope, await getMatrix(scope.id))).pairs.length;
    expect(await proposed()).toBe(1);
    granted(await settle(lead, "keep-apart", other, one, { reason: "" }));
    granted(await settle(analyst, "keep-apart", one, other, { reason: "" }));
    expect(await proposed()).toBe(0);
    expect(await listSettled(scope)).toEqual([{ one, other }]);
    expect(await listPairs(lead, scope, [{ one, other }])).toMatchObject([{ stands: "apart" }]);
    granted(await settle(lead, "propose-again", one, other));
    expect(await proposed()).toBe(1);
    expect((await historyOf(scope.id)).slice(-2)).toEqual([
      `evidence.kept-apart ${one}/${other}`,
      `evidence.proposed-again ${one}/${other}`,
    ]);
  });
});

describe("Sources that say it in nearly the same words", () => {
  it("are proposed as one origin, by quotations and by statements, until a link of any kind says how they stand", async () => {
    const quote = "« three men left the building after dark »";
    await addEntry(lead, scope.slug, { statement: van, citations: [{ source: "The Mirror", ...media }] });
    await addEntry(lead, scope.slug, { statement: sameVan, citations: [{ source: "The Echo", ...media }] });
    await addEntry(lead, scope.slug, {
      statement: "Three men left.",
      citations: [
        { source: "The Courier", quote, ...media },
        { source: "The Herald", quote: quote.toUpperCase(), ...media },
        { source: "The Courier", via: "The Post", quote, ...media },
      ],
    });
    const idOf = async (name: string) => (await database().source.findFirstOrThrow({ where: { name } })).id;
    const found = async () => {
      const { echoes } = await getRepeats(scope, await getMatrix(scope.id));
      return new Set(echoes.map(({ one, other }) => `${one.source}/${other.source}`));
    };
    const [mirror, echo, courier, herald] = [
      await idOf("The Mirror"),
      await idOf("The Echo"),
      await idOf("The Courier"),
      await idOf("The Herald"),
    ];
    expect(await found()).toEqual(new Set([`${mirror}/${echo}`, `${courier}/${herald}`]));

    const [one = "", other = ""] = ["E1", "E2"];
    granted(await settle(lead, "into-one", one, other));
    expect(await found(), "merged, they cite both sources as if these vouched for each other").toContain(
      `${mirror}/${echo}`,
    );
    const link = (from: string, to: string, kind: string) =>
      linkSources(administrator, sourceLinkDraft.parse({ from, to, kind, reason: "It says so." }));
    granted(await link(mirror, echo, "same-origin"));
    granted(await link(herald, courier, "republishes"));
    expect(await found()).toEqual(new Set());
  });
});

describe("Merging two entries", () => {
  it("leaves one with all citations, places and notes, and ratings where their analyst gave it none", async () => {
    const { one, other } = await makeRepeats();
    const before = await everything();
    granted(await settle(lead, "into-one", one, other));
    const entry = await findEvidence(lead, await scopeOf(lead, scope.slug), one);
    expect(entry).toMatchObject({
      statement: van,
      places: ["Here", "There", "Elsewhere"],
      note: "Of the first.\n\nOf the second.",
      merged: [{ id: other }],
      version: 2,
      citations: [
        { id: `${one}.1`, source: { name: "The Paper" } },
        { id: `${one}.2`, source: { name: "A witness" }, via: { name: "The Radio" } },
      ],
    });
    const given = entry?.ratings.map(({ analyst: { name }, hypothesisId, consistency }) => [
      name,
      hypothesisId,
      consistency,
    ]);
    expect(new Set(given?.map(String))).toEqual(
      new Set(["Lead,H1,CC", "Lead,H2,II", "Analyst,H1,N", "Analyst,H2,C"]),
    );
    expect(entry?.evidenceRatings).toHaveLength(2);
    expect(entry?.evidenceRatings.find(({ analystId }) => analystId === lead.analystId)).toMatchObject({
      credibility: 2,
    });
    const gone = await findEvidence(lead, scope, other);
    expect(gone).toMatchObject({ mergedInto: { id: one }, withdrawnReason: `Merged into ${one}.` });
    const ofOther = (all: typeof before) => [
      ...all.ratings.filter(({ evidenceId }) => evidenceId === other),
      ...all.grades.filter(({ evidenceId }) => evidenceId === other),
      ...all.citations.filter(({ evidenceId }) => evidenceId === other),
    ];
    expect(ofOther(await everything()), "the merged entry keeps its own").toEqual(ofOther(before));
    expect((await getMatrix(scope.id)).input.evidence?.map(({ id }) => id)).toEqual([one]);
    expect((await historyOf(scope.id)).slice(-3)).toEqual([
      `evidence.merged ${one}`,
      `evidence.ratings-copied ${one}/${other}`,
      `evidence.withdrawn ${other}`,
    ]);
    const { lines } = await listHistory(lead, scope, 1);
    expect(gone?.isBlind, "who has rated the one that stands sees what was given to the other").toBe(false);
    expect(lines[2]).toMatchObject({
      reason: "The same report.",
      before: { note: "Of the first.", citations: [{ id: `${one}.1` }] },
      after: { merged: other, citations: [{ id: `${one}.1` }, { id: `${one}.2` }] },
    });
    expect(lines[1]?.after).toEqual({
      copied: expect.arrayContaining(["Lead on H2: II", "Analyst on H2: C"]),
    });
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("and taking the merge apart leaves all as it was, with the whole of it in the history", async () => {
    const { one, other } = await makeRepeats();
    const [before, analysis] = [await everything(), (await getMatrix(scope.id)).analysis];
    const start = (await historyOf(scope.id)).length;
    granted(await settle(lead, "into-other", one, other));
    granted(await settle(analyst, "take-apart", one, other));
    expect(await everything()).toEqual(before);
    expect((await getMatrix(scope.id)).analysis).toEqual(analysis);
    expect((await historyOf(scope.id)).slice(start)).toEqual([
      `evidence.merged ${other}`,
      `evidence.ratings-copied ${other}/${one}`,
      `evidence.withdrawn ${one}`,
      `evidence.parted ${other}`,
      `evidence.ratings-returned ${other}/${one}`,
      `evidence.restored ${one}`,
    ]);
    expect(await findFaults(world.url)).toEqual([]);
    granted(await settle(lead, "into-one", one, other));
    const cited = (await findEvidence(lead, scope, one))?.citations.map(({ id }) => id);
    expect(cited, "a number is never given twice").toEqual([`${one}.1`, `${one}.2`]);
  });

  it("whatever the two hold, and in both directions", async () => {
    const text = fc.constantFrom("", "A note.", "A note.\n\nAnother.", "Another.", "Third\n\nA note.");
    const cell = fc.option(fc.constantFrom("II", "N", "CC", "NA"), { nil: "" });
    const row = fc.record({
      consistency: fc.record({ H1: cell, H2: cell }),
      credibility: fc.option(fc.constantFrom("1", "6"), { nil: "" }),
      relevance: fc.option(fc.constantFrom("low", "high"), { nil: "" }),
      gradeReason: text,
    });
    const citation = fc.record({
      source: fc.constantFrom("The Paper", "The Radio"),
      locator: fc.constantFrom("", "p. 1"),
      sourceKind: fc.constant("media"),
    });
    const entry = fc.record({
      note: text,
      places: fc.subarray(["Here", "There", "Elsewhere"]).map((all) => all.join("; ")),
      citations: fc.array(citation, { maxLength: 3 }),
      rows: fc.tuple(row, row),
    });
    const write = async ({ rows, ...fields }: { rows: [object, object] } & Record<string, unknown>) => {
      const id = await addEntry(lead, scope.slug, { statement: van, ...fields });
      await rate(lead, id, rows[0]);
      await rate(analyst, id, rows[1]);
      return id;
    };
    await database().inquiry.update({ where: { id: scope.id }, data: { blindRating: false } });
    await fc.assert(
      fc.asyncProperty(
        entry,
        entry,
        fc.constantFrom("into-one", "into-other"),
        async (first, second, intent) => {
          const [one, other] = [await write(first), await write(second)];
          const before = await everything();
          granted(await settle(lead, intent, one, other));
          granted(await settle(lead, "take-apart", one, other));
          expect(await everything()).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("carries the claim and the ratings on claims along, and brings them back", async () => {
    const { one, other } = await makeRepeats();
    const claim = { slug: scope.slug, statement: "They did it.", asserter: { source: "The Paper" } };
    const { id } = granted(await addClaim(lead, claimDraft.parse(claim)));
    const onClaim = async (person: Person, evidence: string, consistency: string) =>
      granted(await rateOnClaim(person, claimRating.parse({ slug: scope.slug, id, evidence, consistency })));
    await onClaim(lead, one, "C");
    await onClaim(lead, other, "II");
    await onClaim(analyst, other, "CC");
    await onClaim(analyst, one, "C");
    await database().claimRating.deleteMany({
      where: { inquiryId: scope.id, evidenceId: one, analystId: analyst.analystId },
    });
    await database().evidence.update({
      where: { inquiryId_id: { inquiryId: scope.id, id: other } },
      data: { claimId: id },
    });
    const before = await everything();
    granted(await settle(lead, "into-one", one, other));
    const after = await everything();
    expect(after.entries.find((entry) => entry.id === one)?.claimId).toBe(id);
    const onOne = after.onClaims.filter(({ evidenceId }) => evidenceId === one);
    expect(new Set(onOne.map(({ analystId, consistency }) => [analystId, consistency].join()))).toEqual(
      new Set([`${lead.analystId},C`, `${analyst.analystId},CC`]),
    );
    granted(await settle(lead, "take-apart", one, other));
    expect(await everything()).toEqual(before);
  });

  it("and taking it apart keeps what somebody has changed since: a rating, a citation, the note", async () => {
    const { one, other } = await makeRepeats();
    granted(await settle(lead, "into-one", one, other));
    await rate(analyst, one, { consistency: { H2: "N" } });
    const edit = {
      slug: scope.slug,
      id: one,
      version: "2",
      statement: van,
      kind: "report",
      places: "Here; There; Elsewhere",
      note: "Of the first, rewritten.\n\nOf the second.",
      citations: [
        { id: `${one}.1`, source: "The Paper", quote: "« a van »" },
        { id: `${one}.2`, source: "A witness", via: "The Radio", locator: "at noon" },
      ],
      reason: "clearer",
    };
    granted(await editEvidence(lead, evidenceEdit.parse(edit)));
    granted(await settle(lead, "take-apart", one, other));
    await rate(lead, one, { consistency: { H1: "CC", H2: "NA" } });
    const entry = await findEvidence(lead, scope, one);
    expect(entry).toMatchObject({
      places: ["Here", "There"],
      note: "Of the first, rewritten.",
      citations: [{ id: `${one}.1` }, { id: `${one}.2`, locator: "at noon" }],
    });
    const onH2 = entry?.ratings.filter(({ hypothesisId }) => hypothesisId === "H2");
    expect(onH2).toEqual(
      expect.arrayContaining([expect.objectContaining({ analystId: analyst.analystId, consistency: "N" })]),
    );
  });

  it("by two people at the same moment is one merge, in whichever direction they want it", async () => {
    for (const intents of [
      ["into-one", "into-one"],
      ["into-one", "into-other"],
    ] as const) {
      const { one, other } = await makeRepeats();
      const outcomes = await Promise.all([
        settle(lead, intents[0], one, other),
        settle(analyst, intents[1], one, other),
      ]);
      expect(outcomes.some(({ ok }) => ok)).toBe(true);
      const merges = (await historyOf(scope.id)).filter(
        (line) => line === `evidence.merged ${one}` || line === `evidence.merged ${other}`,
      );
      expect(merges).toHaveLength(1);
      granted(await settle(lead, "take-apart", one, other));
    }
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("waits for whoever is rating one of them, and takes along what they gave", async () => {
    const { one, other } = await makeRepeats();
    const merged = await withConnection(world.url, async (sql) => {
      let merging: ReturnType<typeof settle> | undefined;
      await sql.begin(async (tx) => {
        await tx`update rating set consistency = 'CC', reason = 'late' where inquiry_id = ${scope.id}
          and evidence_id = ${other} and hypothesis_id = 'H2' and analyst_id = ${analyst.analystId}`;
        await tx`insert into rating (inquiry_id, evidence_id, hypothesis_id, analyst_id, consistency, reason)
          values (${scope.id}, ${other}, 'H1', ${lead.analystId}, 'II', 'late')`;
        merging = settle(lead, "into-one", one, other);
        await Promise.race([merging, untilSomebodyWaits()]);
      });
      return merging;
    });
    expect(merged).toMatchObject({ ok: true });
    // Of the lead's two on H1 the one stands that was there; the analyst had none on H2.
    const given = await database().rating.findMany({
      where: { inquiryId: scope.id, evidenceId: one, reason: "late" },
    });
    expect(given.map((each) => [each.analystId, each.hypothesisId])).toEqual([[analyst.analystId, "H2"]]);
  });

  it("and rating either at the same moment: what is confirmed counts, what came too late is sent to the one that stays", async () => {
    for (let round = 0; round < 6; round++) {
      const { one, other } = await makeRepeats();
      const row = rowRating.parse({
        slug: scope.slug,
        id: other,
        consistency: { H2: "CC" },
        reasons: { H2: "late" },
      });
      const cell = { evidence: other, hypothesis: "H2", consistency: "CC" as const };
      const [merged, ...rated] = await Promise.all([
        settle(lead, "into-one", one, other),
        rateRow(analyst, row),
        rateCells(lead, scope.slug, [cell]),
      ]);
      expect(merged).toMatchObject({ ok: true });
      const stands = await database().rating.findMany({
        where: { inquiryId: scope.id, evidenceId: one, hypothesisId: "H2", consistency: "CC" },
      });
      const raters = new Set(stands.map(({ analystId }) => analystId));
      for (const [i, person] of [analyst, lead].entries()) {
        if (rated[i]?.ok) expect(raters).toContain(person.analystId);
        else
          expect(rated[i]).toEqual({
            ok: false,
            reason: "invalid",
            errors: {},
            message: `${other} is merged into ${one}: rate ${one}.`,
          });
      }
    }
  });

  it("is told to whoever rates the one that went, also on a claim, with the one at the end of all merges", async () => {
    const { one, other } = await makeRepeats();
    const last = await addEntry(lead, scope.slug, { statement: "Told once more." });
    granted(await settle(lead, "into-one", one, other));
    granted(await settle(lead, "into-other", one, last));
    const claim = claimDraft.parse({
      slug: scope.slug,
      statement: "There was a van.",
      asserter: { source: "The Driver", sourceKind: "expert" },
    });
    const { id } = granted(await addClaim(lead, claim));
    const instead = `${other} is merged into ${last}: rate ${last}.`;
    const events = await historyOf(scope.id);
    const cell = { evidence: other, hypothesis: "H1", consistency: "C" as const };
    expect(await rateCells(lead, scope.slug, [cell])).toMatchObject({ message: instead });
    const onClaim = claimRating.parse({ slug: scope.slug, id, evidence: other, consistency: "C" });
    expect(await rateOnClaim(lead, onClaim)).toMatchObject({ errors: { evidence: instead } });
    expect(await historyOf(scope.id)).toEqual(events);
  });

  it("that were changed since the page was opened is refused, and so are those that do not count", async () => {
    const { one, other } = await makeRepeats();
    const stale = await settle(lead, "into-one", one, other, { otherVersion: "7" });
    expect(stale).toMatchObject({ ok: false, message: expect.stringContaining("changed since") });
    const withdrawal = evidenceWithdrawal.parse({ slug: scope.slug, id: other, reason: "why" });
    granted(await setEvidenceWithdrawn(lead, withdrawal, true));
    expect(await settle(lead, "into-one", one, other)).toMatchObject({
      message: expect.stringContaining(`${other} is withdrawn`),
    });
    expect(await settle(lead, "take-apart", one, other)).toMatchObject({ reason: "invalid" });
    expect(await settle(lead, "into-one", one, "E999")).toEqual({ ok: false, reason: "missing" });
    expect(await settle(lead, "into-one", one, one)).toEqual({ ok: false, reason: "missing" });
  });

  it("that one entry could not hold is refused, and nothing of it is written", async () => {
    const citations = (from: number) =>
      Array.from({ length: 12 }, (_, i) => ({ source: "The Paper", locator: `p. ${from + i}`, ...media }));
    const one = await addEntry(lead, scope.slug, { statement: van, citations: citations(1) });
    const other = await addEntry(lead, scope.slug, { statement: van, citations: citations(21) });
    const before = await everything();
    expect(await settle(lead, "into-one", one, other)).toMatchObject({
      message: expect.stringContaining("more than 20 citations"),
    });
    expect(await everything()).toEqual(before);
  });

  it("goes on along a chain, and is taken apart from its end; a sentence says where that is", async () => {
    const ids: string[] = [];
    for (const note of ["one", "two", "three"]) {
      ids.push(await addEntry(lead, scope.slug, { statement: van, note, consistency: { H1: "C" } }));
    }
    const [one = "", two = "", three = ""] = ids;
    const before = await everything();
    granted(await settle(lead, "into-one", two, three));
    granted(await settle(lead, "into-one", one, two));
    expect((await findEvidence(lead, scope, one))?.note).toBe("one\n\ntwo\n\nthree");
    expect(await settle(lead, "take-apart", two, three)).toMatchObject({
      message: `${two} is itself merged into ${one}: take that apart first.`,
    });
    granted(await settle(lead, "take-apart", one, two));
    granted(await settle(lead, "take-apart", two, three));
    expect(await everything()).toEqual(before);

    granted(await settle(lead, "into-one", one, three));
    granted(await settle(lead, "into-one", one, two));
    expect(await settle(lead, "take-apart", one, three)).toMatchObject({
      message: `${two} was merged into ${one} after ${three}: take that apart first.`,
    });
    granted(await settle(lead, "take-apart", one, two));
    granted(await settle(lead, "take-apart", one, three));
    expect(await everything()).toEqual(before);
  });

  it("is undone by taking it apart, and not by putting the withdrawn one back", async () => {
    const { one, other } = await makeRepeats();
    granted(await settle(lead, "into-one", one, other));
    const given = evidenceWithdrawal.parse({ slug: scope.slug, id: other, reason: "why" });
    expect(await setEvidenceWithdrawn(lead, given, false)).toMatchObject({
      message: expect.stringContaining("take the merge apart"),
    });
    granted(await setEvidenceWithdrawn(lead, given, true));
    expect(await findEvidence(lead, scope, other)).toMatchObject({ withdrawnReason: `Merged into ${one}.` });
  });

  it("is not kept apart as well: what is merged is taken apart first", async () => {
    const one = await addEntry(lead, scope.slug, { statement: van });
    const other = await addEntry(lead, scope.slug, { statement: sameVan });
    granted(await settle(lead, "into-one", one, other));
    expect(await settle(lead, "keep-apart", one, other)).toMatchObject({
      message: `${one} and ${other} are merged. Take them apart first.`,
    });
    granted(await settle(lead, "take-apart", one, other));
    expect((await getRepeats(scope, await getMatrix(scope.id))).pairs).toHaveLength(1);
  });

  it("gives an edit that was begun before it what it brought, where the edit left that alone", async () => {
    const { one, other } = await makeRepeats();
    const paper = (await findEvidence(lead, scope, one))?.citations[0];
    granted(await settle(lead, "into-one", one, other));
    const stale = {
      slug: scope.slug,
      id: one,
      version: "1",
      statement: `${van} It was raining.`,
      kind: "report",
      places: "Here; There",
      note: "Of the first.",
      citations: [{ id: `${one}.1`, source: paper?.source.id, quote: "« a van »" }],
    };
    const refused = await editEvidence(lead, evidenceEdit.parse(stale));
    expect(refused).toMatchObject({
      reason: "conflict",
      conflict: { fields: [{ name: "statement" }], adopted: expect.any(Array) },
    });
    if (refused.ok || refused.reason !== "conflict") throw new Error("no conflict");
    expect(refused.conflict.adopted.map(({ label }) => label).toSorted()).toEqual([
      "Citations",
      "Note",
      "Where",
    ]);
  });

  it("asks for a reason where one is somebody else's, and is for analysts and leads", async () => {
    const { one, other } = await makeRepeats();
    const [reader, stranger] = [await makePerson("Reader"), await makePerson("Stranger")];
    await enrol(lead, scope.slug, reader, "reader");
    for (const intent of ["into-one", "keep-apart"] as const) {
      expect(await settle(reader, intent, one, other)).toEqual({ ok: false, reason: "forbidden" });
      expect(await settle(stranger, intent, one, other)).toEqual({ ok: false, reason: "missing" });
    }
    expect(await settle(lead, "into-one", one, other, { reason: "" })).toEqual({
      ok: false,
      reason: "reason-needed",
    });
    const third = await addEntry(lead, scope.slug, { statement: van });
    granted(await settle(lead, "into-one", one, third, { reason: "" }));
  });
});

describe("Where rating is blind", () => {
  it("a merge shows nobody what others gave an entry that they have not rated", async () => {
    const one = await addEntry(lead, scope.slug, { statement: van, consistency: { H1: "CC" } });
    const other = await addEntry(analyst, scope.slug, { statement: sameVan, consistency: { H1: "II" } });
    const third = await makePerson("Third");
    await enrol(lead, scope.slug, third, "analyst");
    granted(await settle(third, "into-one", one, other));
    const seen = await findEvidence(third, await scopeOf(third, scope.slug), one);
    expect(seen).toMatchObject({ isBlind: true, ratings: [], evidenceRatings: [] });
    const { lines } = await listHistory(third, await scopeOf(third, scope.slug), 1);
    const copied = lines.find(({ action }) => action === "evidence.ratings-copied");
    expect(copied).toMatchObject({ after: null, hiddenUntil: `you have rated ${one} and ${other}` });
    expect(JSON.stringify(lines)).not.toContain("II");
  });

  it("whoever rated one of two is blind to the merged one again where others rated the other on more", async () => {
    const one = await addEntry(lead, scope.slug, { statement: van, consistency: { H1: "CC" } });
    const other = await addEntry(analyst, scope.slug, {
      statement: sameVan,
      consistency: { H1: "I", H2: "II" },
    });
    expect(await findEvidence(lead, scope, one)).toMatchObject({ isBlind: false });
    const refused = await settle(analyst, "into-one", one, other);
    expect(refused).toMatchObject({ message: expect.stringContaining(`Rate ${one} first`) });
    const third = await makePerson("Somebody else");
    await enrol(lead, scope.slug, third, "analyst");
    granted(await settle(third, "into-one", one, other));
    const seen = await findEvidence(lead, scope, one);
    expect(seen).toMatchObject({ isBlind: true, ratings: [{ consistency: "CC" }] });
    await rate(lead, one, { consistency: { H1: "CC", H2: "C" } });
    expect((await findEvidence(lead, scope, one))?.ratings).toHaveLength(4);
  });
});

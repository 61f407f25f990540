import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { addEvidence, editEvidence, setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { findEvidence } from "@/lib/evidence/queries";
import { evidenceEdit, evidenceWithdrawal, rowRating } from "@/lib/evidence/schema";
import { installationChain } from "@/lib/history/chain";
import { listHistory } from "@/lib/history/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { rateRow } from "@/lib/rating/mutations";
import { withEffects } from "@/lib/source/effects";
import { setSourceWithdrawn } from "@/lib/source/mutations";
import { sourceWithdrawal } from "@/lib/source/schema";
import {
  addEntry,
  draftEntry,
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
let scope: InquiryScope;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
  scope = await makeInquiry(lead);
  await enrol(lead, scope.slug, analyst, "analyst");
});
afterAll(() => world.close());

const edited = (id: string, fields: Record<string, unknown>) =>
  evidenceEdit.parse({ slug: scope.slug, id, statement: "Something was seen.", kind: "report", ...fields });

const inMatrix = async (inquiryId = scope.id) =>
  (await getMatrix(inquiryId)).input.evidence?.map(({ id }) => id);

describe("Adding an entry", () => {
  it("makes its source and its relay in place, and takes its author's ratings with it", async () => {
    const id = await addEntry(lead, scope.slug, {
      statement: "  A column was seen.\r\n",
      kind: "testimony",
      occurredOn: "2022-10/2023-08",
      places: "Derʿa; Suweida\n",
      citations: [
        {
          source: "A witness",
          sourceKind: "expert",
          via: "A newspaper",
          viaKind: "media",
          locator: "p. 3",
          quote: "« … »",
        },
        { source: "a WITNESS", sourceKind: "other", publishedOn: "2024~" },
      ],
      consistency: { H1: "CC", H2: "I" },
      reasons: { H2: "too many of them" },
      credibility: "2",
      relevance: "high",
      gradeReason: "seen by two",
    });
    const entry = await findEvidence(lead, scope, id);
    const witness = await database().source.findMany({
      where: { name: { equals: "a witness", mode: "insensitive" } },
    });
    const newspaper = await database().source.findFirst({ where: { name: "A newspaper" } });
    expect(witness.map(({ kind }) => kind)).toEqual(["expert"]);
    expect(newspaper).toMatchObject({ kind: "media", createdById: lead.analystId });
    expect(entry).toMatchObject({
      statement: "A column was seen.",
      kind: "testimony",
      occurredOn: "2022-10/2023-08",
      places: ["Derʿa", "Suweida"],
      version: 1,
      createdBy: { name: "Lead" },
      citations: [
        {
          id: `${id}.1`,
          source: { id: witness[0]?.id },
          via: { id: newspaper?.id },
          locator: "p. 3",
          quote: "« … »",
        },
        { id: `${id}.2`, source: { id: witness[0]?.id }, via: null, publishedOn: "2024~" },
      ],
      ratings: [
        { hypothesisId: "H1", consistency: "CC", reason: "" },
        { hypothesisId: "H2", consistency: "I", reason: "too many of them" },
      ],
      evidenceRatings: [{ credibility: 2, relevance: "high", reason: "seen by two" }],
    });
    expect((await historyOf(scope.id)).slice(-2)).toEqual([`evidence.added ${id}`, `evidence.rated ${id}`]);
    expect((await historyOf(installationChain)).slice(-2)).toEqual([
      `source.added ${witness[0]?.id}`,
      `source.added ${newspaper?.id}`,
    ]);
  });

  it("takes a source that is there by its number, by its name in any case, and by both as suggested", async () => {
    const given = await database().source.findFirstOrThrow({ where: { name: "A newspaper" } });
    const before = await database().source.count();
    const typed = [given.id, "a newspaper", `${given.id} · A newspaper`];
    const id = await addEntry(lead, scope.slug, { citations: typed.map((source) => ({ source })) });
    const entry = await findEvidence(lead, scope, id);
    expect(entry?.citations.map(({ source }) => source.id)).toEqual([given.id, given.id, given.id]);
    expect(await database().source.count()).toBe(before);
  });

  it("takes signs that mean something to a search for what they are: a name like a pattern is a new name", async () => {
    const before = await database().source.count();
    const typed = ["%", "A_newspaper", "A %", "A\\newspaper"].map((source) => ({
      source,
      sourceKind: "media",
    }));
    await addEntry(lead, scope.slug, { citations: typed });
    expect(await database().source.count()).toBe(before + 4);
  });

  it.each([
    ["a new source without its kind", { source: "Somebody new" }, "citations.0.sourceKind"],
    ["a new relay without its kind", { source: "A newspaper", via: "A relay" }, "citations.0.viaKind"],
    ["a number that no source has", { source: "S777" }, "citations.0.source"],
    ["a relay of nothing", { via: "A newspaper" }, "citations.0.source"],
    ["a source through itself", { source: "A newspaper", via: "A newspaper" }, "citations.0.via"],
    [
      "a source through itself by another word",
      { source: "A newspaper", via: "a NEWSPAPER" },
      "citations.0.via",
    ],
  ])("with %s is refused at that field, and nothing is written", async (_, citation, field) => {
    const counts = () =>
      Promise.all([database().evidence.count(), database().source.count(), database().event.count()]);
    const before = await counts();
    const others = { source: "A source that would be made", sourceKind: "media" };
    const outcome = await addEvidence(lead, draftEntry(scope.slug, { citations: [citation, others] }));
    expect(outcome).toMatchObject({
      ok: false,
      reason: "invalid",
      errors: { [field]: expect.stringMatching(/\w/) },
    });
    expect(await counts()).toEqual(before);
  });

  it("gives out numbers in the order of the history, however many add at once", async () => {
    const { slug, id } = await makeInquiry(lead);
    await enrol(lead, slug, analyst, "analyst");
    const start = (await historyOf(id)).length;
    const given = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        addEntry(i % 2 ? lead : analyst, slug, { statement: `Statement ${i}` }),
      ),
    );
    const inOrder = Array.from({ length: 24 }, (_, i) => `E${i + 1}`);
    expect(new Set(given)).toEqual(new Set(inOrder));
    expect((await historyOf(id)).slice(start)).toEqual(inOrder.map((entry) => `evidence.added ${entry}`));
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("makes a contributor of an open inquiry its analyst with the first contribution, which the history shows", async () => {
    const open = await makeInquiry(lead, { visibility: "public", isOpen: true });
    const contributor = await makePerson("Contributor");
    expect((await scopeOf(contributor, open.slug)).role).toBe("contributor");
    await addEntry(contributor, open.slug);
    expect((await scopeOf(contributor, open.slug)).role).toBe("analyst");
    await addEntry(contributor, open.slug);
    const { lines } = await listHistory(lead, open, 1);
    expect(lines.slice(0, 3).map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ["Contributor", "evidence.added", "E2"],
      ["Contributor", "evidence.added", "E1"],
      ["Contributor", "member.joined", "Contributor"],
    ]);
  });

  it("is refused to readers and strangers, and what is refused makes nobody a member", async () => {
    const shown = await makeInquiry(lead, { visibility: "public" });
    const [reader, stranger] = [await makePerson("Reader"), await makePerson("Stranger")];
    await enrol(lead, shown.slug, reader, "reader");
    for (const person of [reader, stranger]) {
      expect(await addEvidence(person, draftEntry(shown.slug))).toEqual({ ok: false, reason: "forbidden" });
    }
    expect(await database().evidence.count({ where: { inquiryId: shown.id } })).toBe(0);
    expect((await scopeOf(stranger, shown.slug)).role).toBe("stranger");
  });
});

describe("Two who edit one entry", () => {
  it("the second is told by whom and where, with what stands and what they typed; then saves knowingly", async () => {
    const id = await addEntry(lead, scope.slug, { statement: "As it was.", places: "Here" });
    granted(
      await editEvidence(
        analyst,
        edited(id, { version: "1", statement: "The first.", places: "Here", reason: "clearer" }),
      ),
    );
    const second = {
      statement: "The second.",
      places: "Here; There",
      note: "mine",
      citations: [{ source: "A newspaper", locator: "p. 9" }],
    };
    const before = await database().event.count();
    const outcome = await editEvidence(lead, edited(id, { version: "1", ...second }));
    expect(outcome).toMatchObject({
      ok: false,
      reason: "conflict",
      conflict: {
        by: "Analyst",
        version: 2,
        fields: [
          { name: "statement", label: "Statement", theirs: "The first.", yours: "The second." },
          { name: "places", label: "Where", theirs: "Here", yours: "Here; There" },
          { name: "note", label: "Note", theirs: "", yours: "mine" },
          { name: "citations", label: "Citations", theirs: "", yours: "A newspaper, p. 9" },
        ],
      },
    });
    expect((await findEvidence(lead, scope, id))?.statement).toBe("The first.");
    expect(await database().event.count()).toBe(before);

    expect(granted(await editEvidence(lead, edited(id, { version: "2", ...second }))).version).toBe(3);
    expect(await findEvidence(lead, scope, id)).toMatchObject({ statement: "The second.", version: 3 });
    // What the first wrote is not gone: the history has it.
    const [last] = (await listHistory(lead, scope, 1)).lines;
    expect(last).toMatchObject({ before: { statement: "The first." }, after: { statement: "The second." } });
  });

  it("what the second left as it was is the first's, citations as well, whoever rated or withdrew it meanwhile", async () => {
    const citations = [{ source: "Paper one", sourceKind: "media", locator: "p. 1" }];
    const id = await addEntry(lead, scope.slug, { statement: "As it was.", note: "n", citations });
    const [stood] = (await findEvidence(lead, scope, id))?.citations ?? [];
    const source = `${stood?.source.id} · ${stood?.source.name}`;
    const line = { id: stood?.id, source, locator: "p. 1" };
    const kept = { statement: "As it was.", note: "n", citations: [line] };
    granted(await editEvidence(lead, edited(id, { version: "1", ...kept })));
    expect((await findEvidence(lead, scope, id))?.version).toBe(1);

    granted(
      await editEvidence(
        analyst,
        edited(id, {
          version: "1",
          ...kept,
          note: "",
          citations: [{ ...line, locator: "p. 2" }],
          reason: "page",
        }),
      ),
    );
    granted(await setEvidenceWithdrawn(lead, { slug: scope.slug, id, reason: "Twice." }, true));
    granted(await rateRow(lead, rowRating.parse({ slug: scope.slug, id, consistency: { H1: "C" } })));
    expect(await editEvidence(lead, edited(id, { version: "1", ...kept, statement: "Mine." }))).toMatchObject(
      {
        reason: "conflict",
        conflict: {
          version: 3,
          fields: [{ name: "statement", theirs: "As it was.", yours: "Mine." }],
          adopted: [
            { label: "Note", values: { note: "" } },
            {
              label: "Citations",
              values: {
                "citations.0.id": stood?.id,
                "citations.0.source": stood?.source.id,
                "citations.0.locator": "p. 2",
              },
            },
          ],
        },
      },
    );
  });

  it("at the very same moment: one saves, the others are told", async () => {
    const id = await addEntry(lead, scope.slug);
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((i) =>
        editEvidence(lead, edited(id, { version: "1", statement: `Writer ${i}` })),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "conflict")).toHaveLength(5);
    expect((await findEvidence(lead, scope, id))?.version).toBe(2);
  });

  it("others' entries ask for a reason, and readers may not at all", async () => {
    const id = await addEntry(lead, scope.slug);
    const reader = await makePerson("Another reader");
    await enrol(lead, scope.slug, reader, "reader");
    const edit = (fields: object) => edited(id, { version: "1", statement: "Changed.", ...fields });
    expect(await editEvidence(analyst, edit({}))).toEqual({ ok: false, reason: "reason-needed" });
    expect(await editEvidence(reader, edit({ reason: "because" }))).toEqual({
      ok: false,
      reason: "forbidden",
    });
    granted(await editEvidence(analyst, edit({ reason: "because" })));
    expect((await listHistory(lead, scope, 1)).lines[0]).toMatchObject({
      actor: "Analyst",
      reason: "because",
    });
  });
});

describe("Citations", () => {
  it("keep their ids when others go, and a number is never given twice", async () => {
    const id = await addEntry(lead, scope.slug, {
      citations: [
        { source: "A newspaper", locator: "first" },
        { source: "A newspaper", locator: "second" },
      ],
    });
    const cited = async () =>
      (await findEvidence(lead, scope, id))?.citations.map((line) => [line.id, line.locator]);
    const save = async (version: number, citations: object[]) =>
      granted(await editEvidence(lead, edited(id, { version: String(version), citations })));

    await save(1, [{ id: `${id}.1`, source: "A newspaper", locator: "first, corrected" }]);
    expect(await cited()).toEqual([[`${id}.1`, "first, corrected"]]);
    await save(2, [
      { source: "A newspaper", locator: "third" },
      { id: `${id}.1`, source: "A newspaper", locator: "first" },
    ]);
    expect(await cited()).toEqual([
      [`${id}.1`, "first"],
      [`${id}.3`, "third"],
    ]);
    await save(3, []);
    await save(4, [{ source: "A newspaper", locator: "fourth" }]);
    expect(await cited()).toEqual([[`${id}.4`, "fourth"]]);
  });

  it("cannot be taken from another entry, nor from another inquiry", async () => {
    const one = await addEntry(lead, scope.slug, {
      citations: [{ source: "A newspaper", locator: "of one" }],
    });
    const two = await addEntry(lead, scope.slug);
    const citations = [{ id: `${one}.1`, source: "A newspaper", locator: "of two" }];
    granted(await editEvidence(lead, edited(two, { version: "1", citations })));
    expect((await findEvidence(lead, scope, one))?.citations).toMatchObject([
      { id: `${one}.1`, locator: "of one" },
    ]);
    expect((await findEvidence(lead, scope, two))?.citations).toMatchObject([
      { id: `${two}.1`, locator: "of two" },
    ]);
  });

  it("sent with one id twice stand once with it, and nothing that was typed is lost", async () => {
    const id = await addEntry(lead, scope.slug, { citations: [{ source: "A newspaper", locator: "first" }] });
    const citations = ["a", "b"].map((locator) => ({ id: `${id}.1`, source: "A newspaper", locator }));
    granted(await editEvidence(lead, edited(id, { version: "1", citations })));
    const entry = await findEvidence(lead, scope, id);
    expect(entry?.citations.map(({ locator }) => locator).sort()).toEqual(["a", "b"]);
  });

  it("keep a source that was withdrawn since; newly named it is refused by name, and makes no source", async () => {
    const kinds = { sourceKind: "media", viaKind: "media" };
    const add = { source: "The Forger", via: "The Printer", ...kinds };
    const id = await addEntry(lead, scope.slug, { citations: [add] });
    const idOf = async (name: string) => (await database().source.findFirstOrThrow({ where: { name } })).id;
    const [forger, printer] = [await idOf("The Forger"), await idOf("The Printer")];
    for (const source of [forger, printer])
      granted(
        await setSourceWithdrawn(lead, sourceWithdrawal.parse({ id: source, reason: "A forgery." }), true),
      );
    const sources = await database().source.count();

    // As the form sends what stood.
    const stood = { id: `${id}.1`, source: `${forger} · The Forger`, via: `${printer} · The Printer` };
    granted(
      await editEvidence(lead, edited(id, { version: "1", statement: "Was it seen?", citations: [stood] })),
    );
    expect(await findEvidence(lead, scope, id)).toMatchObject({
      statement: "Was it seen?",
      citations: [{ id: `${id}.1`, source: { id: forger }, via: { id: printer } }],
    });

    const other = await addEntry(lead, scope.slug);
    const name = (source: string) =>
      editEvidence(lead, edited(other, { version: "1", citations: [{ source, ...kinds }] }));
    for (const typed of [stood.source, forger]) {
      expect(await name(typed)).toMatchObject({
        errors: {
          "citations.0.source": `${forger} · The Forger is withdrawn. Name another source, or put it back first.`,
        },
      });
    }
    expect(await name("S99999 · Nobody")).toMatchObject({
      errors: { "citations.0.source": "There is no source S99999." },
    });
    const unsure = edited(other, { version: "1", citations: [{ source: "the forger" }] });
    expect(await editEvidence(lead, unsure)).toMatchObject({
      errors: { "citations.0.sourceKind": expect.stringContaining(`${forger} · The Forger is withdrawn.`) },
    });
    expect(await database().source.count()).toBe(sources);
  });
});

describe("An entry counts", () => {
  it("no more once it is withdrawn, and again once it is put back, with the same ratings", async () => {
    const id = await addEntry(lead, scope.slug, { consistency: { H1: "CC", H2: "II" } });
    const stood = await getMatrix(scope.id);
    const withdrawal = (reason: string) => evidenceWithdrawal.parse({ slug: scope.slug, id, reason });
    granted(await setEvidenceWithdrawn(analyst, withdrawal("It is a forgery."), true));
    expect(await inMatrix()).not.toContain(id);
    expect((await getMatrix(scope.id)).input.ratings?.filter(({ evidence }) => evidence === id)).toEqual([]);
    expect(await findEvidence(lead, scope, id)).toMatchObject({ withdrawnReason: "It is a forgery." });
    granted(await setEvidenceWithdrawn(lead, withdrawal("It is not."), false));
    expect(await findEvidence(lead, scope, id)).toMatchObject({ withdrawnAt: null, withdrawnReason: null });
    expect((await getMatrix(scope.id)).analysis).toEqual(stood.analysis);
    expect((await historyOf(scope.id)).slice(-2)).toEqual([
      `evidence.withdrawn ${id}`,
      `evidence.restored ${id}`,
    ]);
    expect(await addEntry(lead, scope.slug)).not.toBe(id);
  });

  it("and withdrawing it twice, at once, leaves one event", async () => {
    const id = await addEntry(lead, scope.slug);
    const given = evidenceWithdrawal.parse({ slug: scope.slug, id, reason: "why" });
    await Promise.all([1, 2, 3, 4].map(() => setEvidenceWithdrawn(lead, given, true)));
    expect((await historyOf(scope.id)).filter((line) => line === `evidence.withdrawn ${id}`)).toHaveLength(1);
  });

  it("as long as one of its sources stands: the last one withdrawn takes it out, as source or as relay", async () => {
    const inquiry = await makeInquiry(lead);
    const add = (...citations: object[]) => addEntry(lead, inquiry.slug, { citations });
    const kind = { sourceKind: "media", viaKind: "media" };
    const alone = await addEntry(lead, inquiry.slug, {
      citations: [{ source: "Doubtful", ...kind }],
      consistency: { H1: "CC", H2: "II" },
    });
    const relayed = await add({ source: "Sound", via: "Doubtful", ...kind });
    const both = await add({ source: "Doubtful", ...kind }, { source: "Sound", ...kind });
    const uncited = await add();
    const { id } = await database().source.findFirstOrThrow({ where: { name: "Doubtful" } });
    expect(await inMatrix(inquiry.id)).toEqual([alone, relayed, both, uncited]);

    const given = sourceWithdrawal.parse({ id, reason: "It never existed." });
    const stranger = await makePerson("Stranger to it");
    const refused = await withEffects(stranger, id, () => setSourceWithdrawn(stranger, given, true));
    expect(refused.ok).toBe(false);
    const out = granted(await withEffects(lead, id, () => setSourceWithdrawn(lead, given, true)));
    expect(out.effects).toEqual([expect.stringContaining(`${inquiry.question} No entry tells`)]);
    expect(await inMatrix(inquiry.id)).toEqual([both, uncited]);
    const standing = (await getMatrix(inquiry.id)).input.evidence?.find((entry) => entry.id === both);
    expect(standing?.citations).toHaveLength(1);
    expect((await historyOf(inquiry.id)).at(-1)).toBe(`source.withdrawn ${id}`);
    const back = granted(await withEffects(lead, id, () => setSourceWithdrawn(lead, given, false)));
    expect(back.effects).toEqual([expect.stringMatching(/H1 from .* to .*: .*counts at most/)]);
    expect(await inMatrix(inquiry.id)).toEqual([alone, relayed, both, uncited]);
  });
});

it("An entry rated on a hypothesis that is not here is refused, and nothing of it is written", async () => {
  const before = await database().evidence.count();
  const draft = draftEntry(scope.slug, { consistency: { H1: "C", H99: "I" } });
  expect(await addEvidence(lead, draft)).toMatchObject({ ok: false, reason: "invalid" });
  expect(await database().evidence.count()).toBe(before);
});

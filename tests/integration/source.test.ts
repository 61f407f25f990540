import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { Person } from "@/lib/auth/actor";
import { countCitingInquiries, isBeyondItsMaker, listCitingInquiries } from "@/lib/citing/queries";
import { database } from "@/lib/db/client";
import { installationChain } from "@/lib/history/chain";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { groupsOf } from "@/lib/matrix/seen";
import { whyOneOrigin } from "@/lib/origin/joined";
import { listJoiningLinks } from "@/lib/origin/queries";
import {
  createSource,
  editLink,
  editSource,
  gradeSource,
  linkSources,
  setSourceWithdrawn,
  unlinkSources,
} from "@/lib/source/mutations";
import { findSource, listCountingGrades } from "@/lib/source/queries";
import {
  sourceDraft,
  sourceEdit,
  sourceGrade,
  sourceLinkDraft,
  sourceLinkEdit,
  sourceLinkRemoval,
  sourceWithdrawal,
} from "@/lib/source/schema";
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
let lead: Person;
let analyst: Person;
let reader: Person;
let stranger: Person;
let administrator: Person;
/** Both cite the source; the analyst is one in the first and reads in the second. */
let first: InquiryScope;
let second: InquiryScope;
let uninvolved: InquiryScope;
let source: string;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  administrator = await makeAdministrator("Administrator");
  [analyst, reader, stranger] = [
    await makePerson("Analyst"),
    await makePerson("Reader"),
    await makePerson("Stranger"),
  ];
  first = await makeInquiry(lead, { visibility: "public" });
  second = await makeInquiry(lead, { visibility: "public" });
  uninvolved = await makeInquiry(lead);
  for (const { slug } of [first, second]) {
    await addEntry(lead, slug, {
      citations: [{ source: "The bureau", sourceKind: "government" }],
      consistency: { H1: "CC", H2: "II" },
    });
    await enrol(lead, slug, reader, "reader");
  }
  await enrol(lead, first.slug, analyst, "analyst");
  await enrol(lead, second.slug, analyst, "reader");
  await enrol(lead, uninvolved.slug, analyst, "analyst");
  source = (await database().source.findFirstOrThrow({ where: { name: "The bureau" } })).id;
});
afterAll(() => world.close());

const grade = (person: Person, reliability: string, fields: object = {}) =>
  gradeSource(person, sourceGrade.parse({ id: source, reliability, ...fields }));

const gradesIn = async (inquiry: InquiryScope, id = source) =>
  (await getMatrix(inquiry.id)).input.sources?.find((each) => each.id === id)?.reliability;

const eventsIn = async (inquiry: InquiryScope) => (await historyOf(inquiry.id)).length;

describe("A grade of a source", () => {
  it("counts, and writes an event, in each inquiry where its author is analyst or lead, and in no other", async () => {
    const before = [await eventsIn(first), await eventsIn(second), await eventsIn(uninvolved)];
    const outcome = granted(
      await grade(analyst, "B", { reason: "It was right before.", inquiry: first.slug }),
    );
    expect(outcome.countsIn.map(({ slug }) => slug)).toEqual([first.slug]);
    expect(await gradesIn(first)).toEqual({ [analyst.analystId]: "B" });
    expect(await gradesIn(second)).toEqual({});
    expect([await eventsIn(first), await eventsIn(second), await eventsIn(uninvolved)]).toEqual([
      (before[0] ?? 0) + 1,
      before[1],
      before[2],
    ]);
    expect((await historyOf(first.id)).at(-1)).toBe(`source.graded ${source}`);
    expect((await historyOf(installationChain)).at(-1)).toBe(`source.graded ${source}`);

    const ofLead = granted(await grade(lead, "A", { reason: "", inquiry: second.slug }));
    expect(ofLead.countsIn.map(({ slug }) => slug)).toEqual([first.slug, second.slug]);
    expect(await gradesIn(first)).toEqual({ [analyst.analystId]: "B", [lead.analystId]: "A" });
    expect(await gradesIn(second)).toEqual({ [lead.analystId]: "A" });
  });

  it.each([
    ["a stranger", () => stranger],
    ["a reader", () => reader],
    ["an administrator", () => administrator],
  ])("of %s stands beside the others and moves nothing", async (_, person) => {
    const stood = await getMatrix(first.id);
    const events = [await eventsIn(first), await eventsIn(second)];
    const outcome = granted(await grade(person(), "E", { reason: "I do not like it." }));
    expect(outcome).toEqual({ changed: true, countsIn: [] });
    expect(await getMatrix(first.id)).toBe(stood);
    expect([await eventsIn(first), await eventsIn(second)]).toEqual(events);
    const found = await findSource(person(), source);
    expect(found?.grades.find(({ analystId }) => analystId === person().analystId)).toMatchObject({
      reliability: "E",
    });
  });

  it("stands with its author and date wherever it counts, and with its reason for whoever sees where it was written", async () => {
    const apart = await makePerson("Apart");
    const hidden = await makeInquiry(apart);
    const cited = { citations: [{ source: "The registry", sourceKind: "government" }] };
    await addEntry(apart, hidden.slug, cited);
    const { id } = await database().source.findFirstOrThrow({ where: { name: "The registry" } });
    await addEntry(apart, (await makeInquiry(apart, { visibility: "public" })).slug, cited);
    const shared = await makeInquiry(lead, { visibility: "public" });
    await enrol(lead, shared.slug, apart, "analyst");
    await addEntry(apart, shared.slug, { citations: [{ source: id }] });
    const given = { id, reliability: "B", reason: "Known from inside.", inquiry: hidden.slug };
    granted(await gradeSource(apart, sourceGrade.parse(given)));
    granted(await gradeSource(stranger, sourceGrade.parse({ id, reliability: "E", reason: "No." })));
    const asSeenBy = async (person: Person) => (await listCountingGrades(person, shared, [id])).get(id);
    const stands = { author: "Apart", reliability: "B", ratedAt: expect.any(Date) };
    expect(await asSeenBy(apart)).toMatchObject([{ ...stands, reason: "Known from inside." }]);
    expect(await asSeenBy(lead)).toMatchObject([{ ...stands, reason: null }]);
  });

  it("cannot be written into an inquiry by a reader, a stranger, or where the source is not cited", async () => {
    for (const person of [reader, stranger]) {
      expect(await grade(person, "C", { inquiry: first.slug })).toMatchObject({ reason: "invalid" });
    }
    expect(await grade(lead, "C", { inquiry: uninvolved.slug })).toMatchObject({ reason: "invalid" });
    expect(await grade(stranger, "C", { inquiry: uninvolved.slug })).toMatchObject({ reason: "invalid" });
    expect(await grade(lead, "C", { inquiry: "no-such-inquiry" })).toMatchObject({ reason: "invalid" });
  });

  it("begins to count when its author becomes an analyst, and ends when they are one no more", async () => {
    await enrol(lead, second.slug, analyst, "analyst");
    expect(await gradesIn(second)).toHaveProperty(analyst.analystId, "B");
    await enrol(lead, second.slug, analyst, "none");
    expect(await gradesIn(second)).not.toHaveProperty(analyst.analystId);
    await enrol(lead, second.slug, analyst, "reader");
    expect(await gradesIn(second)).not.toHaveProperty(analyst.analystId);
  });

  it("is kept when another is given: every one stands, one is current, and taking it back keeps them all", async () => {
    for (const reliability of ["C", "D", ""])
      granted(await grade(analyst, reliability, { inquiry: first.slug }));
    const given = (await findSource(analyst, source))?.grades.filter(
      ({ analystId }) => analystId === analyst.analystId,
    );
    expect(given?.map(({ reliability, isCurrent }) => [reliability, isCurrent])).toEqual([
      ["D", false],
      ["C", false],
      ["B", false],
    ]);
    expect(await gradesIn(first)).not.toHaveProperty(analyst.analystId);
    granted(await grade(analyst, "A", { inquiry: first.slug }));
    expect(await gradesIn(first)).toHaveProperty(analyst.analystId, "A");
  });

  it("sent many times at the same moment leaves one current and one event", async () => {
    const before = await eventsIn(first);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => grade(analyst, "C", { reason: "once", inquiry: first.slug })),
    );
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.changed)).toHaveLength(1);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await eventsIn(first)).toBe(before + 1);
    const where = { sourceId: source, analystId: analyst.analystId, isCurrent: true };
    expect(await database().sourceRating.count({ where })).toBe(1);
  });

  it("makes a contributor of an open inquiry its analyst, in whose name it counts at once", async () => {
    const open = await makeInquiry(lead, { visibility: "public", isOpen: true });
    await addEntry(lead, open.slug, { citations: [{ source }] });
    const contributor = await makePerson("Contributor");
    granted(await grade(contributor, "D", { reason: "seen it lie", inquiry: open.slug }));
    expect(await gradesIn(open)).toMatchObject({ [contributor.analystId]: "D" });
    expect((await historyOf(open.id)).slice(-2)).toEqual([
      "member.joined Contributor",
      `source.graded ${source}`,
    ]);
    expect((await scopeOf(contributor, open.slug)).role).toBe("analyst");
  });

  it("by many who contribute for the first time, while others add sources, loses none of either", async () => {
    const open = await makeInquiry(lead, { visibility: "public", isOpen: true });
    await addEntry(lead, open.slug, { citations: [{ source }] });
    const people = await Promise.all(Array.from({ length: 6 }, (_, i) => makePerson(`Newcomer ${i}`)));
    const outcomes = await Promise.all(
      people.flatMap((person, i) => [
        grade(person, "C", { inquiry: open.slug }),
        addEntry(lead, open.slug, { citations: [{ source: `Newly found ${i}`, sourceKind: "media" }] }).then(
          () => ({ ok: true }),
        ),
      ]),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(Object.keys((await gradesIn(open)) ?? {})).toEqual(
      expect.arrayContaining(people.map((each) => each.analystId)),
    );
    expect(await findFaults(world.url)).toEqual([]);
  });
});

describe("A link between two sources", () => {
  it("is an administrator's alone to make and to take away, and moves every inquiry that cites either", async () => {
    const entry = await addEntry(lead, first.slug, {
      citations: [{ source: "The ministry", sourceKind: "government" }],
      consistency: { H1: "C", H2: "I" },
    });
    const ministry = (await database().source.findFirstOrThrow({ where: { name: "The ministry" } })).id;
    const draft = sourceLinkDraft.parse({
      from: ministry,
      to: source,
      kind: "owns",
      reason: "The law says so.",
    });
    expect(await linkSources(lead, draft)).toEqual({ ok: false, reason: "forbidden" });
    const origins = async () => (await getMatrix(first.id)).analysis.origins.length;
    const apart = await origins();

    granted(await linkSources(administrator, draft));
    expect(await origins()).toBe(apart - 1);
    expect((await historyOf(first.id)).at(-1)).toBe(`source.linked ${ministry}/${source}`);
    // The second inquiry cites but one of the two: it may be moved as well, and learns nothing of the other.
    expect((await historyOf(second.id)).at(-1)).toBe(`source.linked ${source}`);
    const told = await database().eventContent.findFirstOrThrow({
      where: { chain: second.id },
      orderBy: { sequence: "desc" },
    });
    expect(told).toMatchObject({ before: null, after: null, reason: "" });
    const { id } = await database().sourceLink.findFirstOrThrow();
    const removal = sourceLinkRemoval.parse({ id, reason: "The law was changed." });
    expect(await unlinkSources(lead, removal)).toEqual({ ok: false, reason: "forbidden" });
    granted(await unlinkSources(administrator, removal));
    expect(await origins()).toBe(apart);
    expect(entry).toBe("E2");
  });

  it("made or cut out of sight moves what it joins: the kept analysis is never an old one", async () => {
    const make = async (name: string) =>
      granted(await createSource(administrator, sourceDraft.parse({ name, kind: "other" }))).id;
    const [left, between, right] = [await make("Left"), await make("Between"), await make("Right")];
    const inquiry = await makeInquiry(lead);
    await enrol(lead, inquiry.slug, administrator, "analyst");
    // Cited by an administrator, who sees sources that nothing cites yet.
    await addEntry(administrator, inquiry.slug, {
      citations: [{ source: left }],
      consistency: { H1: "C", H2: "I" },
    });
    await addEntry(administrator, inquiry.slug, {
      citations: [{ source: right }],
      consistency: { H1: "C", H2: "I" },
    });
    const origins = async () => (await getMatrix(inquiry.id)).analysis.origins.length;
    const link = (from: string, to: string) =>
      linkSources(
        administrator,
        sourceLinkDraft.parse({ from, to, kind: "same-origin", reason: "so it is" }),
      );
    expect(await origins()).toBe(2);
    granted(await link(left, between));
    expect(await origins()).toBe(2);
    granted(await link(between, right));
    expect(await origins()).toBe(1);

    const reasons = async (person: Person) => {
      const { input, analysis } = await getMatrix(inquiry.id);
      const links = await listJoiningLinks(person, input.sources?.map(({ id }) => id) ?? []);
      const groups = groupsOf(analysis.sources, new Set([left, right]));
      return whyOneOrigin(groups, links).map((origin) => [
        origin.members,
        origin.isWhole,
        origin.links.map(({ from, to, reason }) => [from.id, to.id, reason]),
      ]);
    };
    expect(await reasons(administrator)).toEqual([
      [
        [left, right],
        true,
        [
          [left, between, "so it is"],
          [between, right, "so it is"],
        ],
      ],
    ]);
    // Whoever does not see the source between is told that there is one, and not which.
    expect(await reasons(lead)).toEqual([[[left, right], false, []]]);

    // A grade of the one between, which nothing here cites.
    granted(await gradeSource(administrator, sourceGrade.parse({ id: between, reliability: "E" })));
    const kept = await getMatrix(inquiry.id);
    const { reliability } = kept.input.sources?.find(({ id }) => id === between) ?? {};
    const fresh = {
      ...kept.input,
      sources: kept.input.sources?.map((each) =>
        each.id === between ? { ...each, reliability: { [administrator.analystId]: "E" as const } } : each,
      ),
    };
    expect([kept.analysis.origins, kept.analysis.hypotheses, reliability !== undefined]).toEqual([
      analyse(fresh).origins,
      analyse(fresh).hypotheses,
      true,
    ]);
    const { id } = await database().sourceLink.findFirstOrThrow({ where: { fromId: left } });
    granted(await unlinkSources(administrator, sourceLinkRemoval.parse({ id, reason: "so it is not" })));
    expect(await origins()).toBe(2);
  });

  it("keeps since when and how it is known, as administrators alone can change, and not over each other's words", async () => {
    const make = async (name: string) =>
      granted(await createSource(administrator, sourceDraft.parse({ name, kind: "other" }))).id;
    const [from, to] = [await make("Parent"), await make("Child")];
    const draft = { from, to, kind: "owns", reason: "The register says so.", since: "2015~", until: "" };
    granted(await linkSources(administrator, sourceLinkDraft.parse(draft)));
    const link = await database().sourceLink.findFirstOrThrow({ where: { fromId: from } });
    expect(link).toMatchObject({ since: "2015~", until: null, version: 1 });
    const edit = (fields: object) =>
      sourceLinkEdit.parse({ id: link.id, version: "1", reason: "It was sold.", ...fields });
    expect(await editLink(lead, edit({ until: "2020" }))).toEqual({ ok: false, reason: "forbidden" });
    granted(await editLink(administrator, edit({ since: "2015", until: "2020-03" })));
    expect(await findSource(administrator, to)).toMatchObject({
      linksTo: [{ since: "2015", until: "2020-03", reason: "It was sold.", version: 2 }],
    });
    expect(await editLink(administrator, edit({ since: "1999" }))).toMatchObject({
      reason: "conflict",
      conflict: { by: "Administrator", version: 2 },
    });
    const history = await historyOf(installationChain);
    expect(history.at(-1)).toBe(`source.link-edited ${from}/${to}`);
    const asItIs = { ...edit({ since: "2015", until: "2020-03" }), version: 2 };
    expect(granted(await editLink(administrator, asItIs))).toEqual({ version: 2 });
    expect(await historyOf(installationChain)).toEqual(history);
    expect(() => sourceLinkDraft.parse({ ...draft, since: "some day" })).toThrow("Write a date such as");
  });

  it("said again as it stands is done, and said otherwise is refused with what was typed", async () => {
    const make = async (name: string) =>
      granted(await createSource(administrator, sourceDraft.parse({ name, kind: "other" }))).id;
    const [from, to] = [await make("One name"), await make("Another name")];
    const link = (fields: object) =>
      linkSources(
        administrator,
        sourceLinkDraft.parse({ from, to, kind: "same-origin", reason: "The imprint.", ...fields }),
      );
    const outcomes = await Promise.all([link({}), link({}), link({}), link({})]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const refusal = {
      ok: false,
      reason: "invalid",
      message: expect.stringContaining("linked like this already"),
    };
    expect(await link({ reason: "The register." })).toMatchObject(refusal);
    expect(await link({ since: "2015" })).toMatchObject(refusal);
    expect(await link({ from: to, to: from, reason: "The register." })).toMatchObject(refusal);
    const links = { OR: [{ fromId: from }, { fromId: to }] };
    expect(await database().sourceLink.findMany({ where: links })).toMatchObject([
      { reason: "The imprint.", since: null },
    ]);
    const told = (await historyOf(installationChain)).filter((event) => event.endsWith(`${from}/${to}`));
    expect(told).toEqual([`source.linked ${from}/${to}`]);
    granted(await link({ kind: "owns" }));
  });

  it("joins two different sources that are there", async () => {
    const link = (from: string, to: string) => sourceLinkDraft.parse({ from, to, kind: "owns", reason: "x" });
    expect(await linkSources(administrator, link(source, source))).toMatchObject({ reason: "invalid" });
    expect(await linkSources(administrator, link(source, "S9999"))).toMatchObject({ reason: "invalid" });
  });
});

describe("What is said of a source", () => {
  const edit = (version: number, fields: object = {}) =>
    sourceEdit.parse({
      id: source,
      version: String(version),
      name: "The bureau",
      kind: "government",
      ...fields,
    });

  it("is changed by its maker, by administrators, and with a reason by those who work with it", async () => {
    expect(await editSource(stranger, edit(1, { reason: "x" }))).toEqual({ ok: false, reason: "forbidden" });
    expect(await editSource(reader, edit(1, { reason: "x" }))).toEqual({ ok: false, reason: "forbidden" });
    expect(await editSource(analyst, edit(1, { stake: "Its budget" }))).toEqual({
      ok: false,
      reason: "reason-needed",
    });
    granted(await editSource(analyst, edit(1, { stake: "Its budget", reason: "It says so itself." })));
    granted(await editSource(lead, edit(2, { stake: "Its budget." })));
    granted(await editSource(administrator, edit(3, { stake: "Its budget and name." })));
    const history = await historyOf(installationChain);
    granted(await editSource(lead, edit(4, { stake: "Its budget and name." })));
    expect(await historyOf(installationChain)).toEqual(history);
    expect(await findSource(reader, source)).toMatchObject({ stake: "Its budget and name.", version: 4 });
  });

  it("is not overwritten by the second of two, who is told of the first", async () => {
    const { version } = (await findSource(lead, source)) ?? { version: 0 };
    const outcomes = await Promise.all(
      [lead, administrator].map((person) =>
        editSource(person, edit(version, { stake: `${person.name}'s word` })),
      ),
    );
    const winner = outcomes[0]?.ok ? lead : administrator;
    const loser = winner === lead ? administrator : lead;
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      reason: "conflict",
      conflict: {
        by: winner.name,
        version: version + 1,
        fields: [{ name: "stake", theirs: `${winner.name}'s word`, yours: `${loser.name}'s word` }],
      },
    });
  });

  it("withdrawing it is for administrators, and for its maker only where all that cite it are theirs to move", async () => {
    const given = sourceWithdrawal.parse({ id: source, reason: "It was made up." });
    const others = await makeInquiry(stranger);
    const made = { id: source, createdById: lead.analystId };
    expect(await isBeyondItsMaker(lead, made)).toBe(false);
    await addEntry(stranger, others.slug, { citations: [{ source }] });
    expect(await isBeyondItsMaker(lead, made)).toBe(true);
    for (const person of [analyst, administrator]) expect(await isBeyondItsMaker(person, made)).toBe(false);
    expect(await setSourceWithdrawn(analyst, given, true)).toEqual({ ok: false, reason: "forbidden" });
    expect(await setSourceWithdrawn(lead, given, true)).toEqual({ ok: false, reason: "forbidden" });
    granted(await setSourceWithdrawn(administrator, given, true));
    for (const inquiry of [first, second, others]) {
      expect((await historyOf(inquiry.id)).at(-1)).toBe(`source.withdrawn ${source}`);
    }
    granted(await setSourceWithdrawn(administrator, given, false));
    expect(await findFaults(world.url)).toEqual([]);
  });
});

describe("The inquiries that cite a source", () => {
  it("are looked at from the newest on, and counted whole, as far as their reader sees them", async () => {
    const known = (await listCitingInquiries(stranger, source)).map(({ id }) => id);
    const newest = await makeInquiry(lead, { visibility: "public" });
    const hidden = await makeInquiry(lead);
    for (const { slug } of [newest, hidden]) await addEntry(lead, slug, { citations: [{ source }] });
    expect((await listCitingInquiries(stranger, source)).map(({ id }) => id)).toEqual([newest.id, ...known]);
    expect(await countCitingInquiries(stranger, source)).toBe(known.length + 1);
    expect(await countCitingInquiries(lead, source)).toBe((await listCitingInquiries(lead, source)).length);
  });
});

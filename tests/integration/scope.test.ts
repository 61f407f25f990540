import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, nobody, type Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { editEvidence, setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { findEvidence, listEvidence } from "@/lib/evidence/queries";
import { evidenceEdit, evidenceFilter, evidenceWithdrawal, rowRating } from "@/lib/evidence/schema";
import { listHistory } from "@/lib/history/queries";
import { enterInquiry } from "@/lib/inquiry/mutations";
import { listAllInquiries, listInquiries } from "@/lib/inquiry/queries";
import { findInquiry, type InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { type Visibility, visibilities } from "@/lib/policy";
import { rateRow } from "@/lib/rating/mutations";
import { createSource, gradeSource } from "@/lib/source/mutations";
import { findSource, findTypedSource, listSources } from "@/lib/source/queries";
import { sourceDraft, sourceGrade } from "@/lib/source/schema";
import {
  addEntry,
  enrol,
  granted,
  makeAdministrator,
  makeInquiry,
  makePerson,
  openWorld,
  scopeOf,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
const who = {} as Record<"nobody" | "stranger" | "reader" | "analyst" | "lead" | "administrator", Actor>;
const inquiries = {} as Record<Visibility, InquiryScope>;
/** The source that is cited in that inquiry alone; `shared` is cited in all three. */
const sources = {} as Record<Visibility | "shared", string>;

const missing = { ok: false, reason: "missing" };

/** The words: private to its members, members to whoever has an account, public to all. */
const sees: Readonly<Record<keyof typeof who, readonly Visibility[]>> = {
  nobody: ["public"],
  stranger: ["members", "public"],
  reader: ["private", "members", "public"],
  analyst: ["private", "members", "public"],
  lead: ["private", "members", "public"],
  administrator: ["members", "public"],
};
const everybody = Object.keys(sees) as (keyof typeof who)[];

beforeAll(async () => {
  world = await openWorld();
  const lead = await makePerson("Lead");
  const [stranger, reader, analyst] = [
    await makePerson("Stranger"),
    await makePerson("Reader"),
    await makePerson("Analyst"),
  ];
  Object.assign(who, { nobody, stranger, reader, analyst, lead });
  for (const visibility of visibilities) {
    const inquiry = await makeInquiry(lead, { visibility, question: `What of the ${visibility} one?` });
    await enrol(lead, inquiry.slug, reader, "reader");
    await enrol(lead, inquiry.slug, analyst, "analyst");
    inquiries[visibility] = inquiry;
    for (const name of [`Only ${visibility}`, "Shared"]) {
      await addEntry(lead, inquiry.slug, {
        statement: `${name} says so in the ${visibility} one`,
        citations: [{ source: name, sourceKind: "media" }],
        consistency: { H1: "C", H2: "I" },
      });
    }
  }
  for (const { id, name } of await database().source.findMany()) {
    sources[name === "Shared" ? "shared" : (name.slice("Only ".length) as Visibility)] = id;
  }
  // Last, so that there is nothing left for nobody to lead.
  who.administrator = await makeAdministrator("Administrator");
});
afterAll(() => world.close());

const cells = everybody.flatMap((name) =>
  visibilities.map((visibility) => [name, visibility, sees[name].includes(visibility)] as const),
);

describe("An inquiry", () => {
  it.each(cells)("%s, %s: there is %s", async (name, visibility, isThere) => {
    const found = await findInquiry(who[name], inquiries[visibility].slug);
    expect(found?.id).toBe(isThere ? inquiries[visibility].id : undefined);
  });

  it.each(everybody)(
    "lists and counts for %s what exists for them, and finds no other by its words",
    async (name) => {
      const { cards, total } = await listInquiries(who[name], { text: "", page: 1 });
      expect(cards.map(({ slug }) => slug).sort()).toEqual(
        sees[name].map((each) => inquiries[each].slug).sort(),
      );
      expect(total).toBe(sees[name].length);
      for (const visibility of visibilities) {
        const search = await listInquiries(who[name], { text: `the ${visibility} ONE`, page: 1 });
        const isThere = sees[name].includes(visibility);
        expect([search.total, search.cards.length, search.pages]).toEqual(isThere ? [1, 1, 1] : [0, 0, 0]);
      }
    },
  );

  it.each([
    ["nobody", { public: "nobody" }],
    ["stranger", { members: "stranger", public: "stranger" }],
    ["reader", { private: "reader", members: "reader", public: "reader" }],
    ["analyst", { private: "analyst", members: "analyst", public: "analyst" }],
    ["lead", { private: "lead", members: "lead", public: "lead" }],
    ["administrator", { members: "stranger", public: "stranger" }],
  ] as const)("knows what %s is in it", async (name, roles) => {
    const found: Partial<Record<Visibility, string>> = {};
    for (const visibility of visibilities) {
      const scope = await findInquiry(who[name], inquiries[visibility].slug);
      if (scope) found[visibility] = scope.role;
    }
    expect(found).toEqual(roles);
  });
});

it("A search takes the signs of a pattern for what they are", async () => {
  for (const text of ["%", "_", "\\"]) {
    expect((await listInquiries(who.lead, { text, page: 1 })).total).toBe(0);
    expect((await listSources(who.lead, { text, page: 1 })).total).toBe(0);
    const scope = await scopeOf(who.lead as Person, inquiries.public.slug);
    const { analysis } = await getMatrix(scope.id);
    expect((await listEvidence(who.lead, scope, analysis, evidenceFilter.parse({ text }))).ids).toEqual([]);
  }
});

describe("An entry", () => {
  it("of a private inquiry is missing through another inquiry's address, to read and to write", async () => {
    const lead = who.lead as Person;
    const stranger = who.stranger as Person;
    const privately = inquiries.private;
    const third = await addEntry(lead, privately.slug, { statement: "A third, in private." });
    expect(third).toBe("E3");
    for (const person of [stranger, lead]) {
      const elsewhere = await scopeOf(person, inquiries.public.slug);
      expect(await findEvidence(person, elsewhere, third)).toBeNull();
    }
    const { slug } = inquiries.public;
    const edit = evidenceEdit.parse({
      slug,
      id: third,
      version: "1",
      statement: "Mine",
      kind: "report",
      reason: "why",
    });
    expect(await editEvidence(lead, edit)).toEqual(missing);
    const withdrawal = evidenceWithdrawal.parse({ slug, id: third, reason: "why" });
    expect(await setEvidenceWithdrawn(lead, withdrawal, true)).toEqual(missing);
    expect(await rateRow(lead, rowRating.parse({ slug, id: third, consistency: { H1: "C" } }))).toEqual(
      missing,
    );
  });

  it("by its own address in a private inquiry is missing for a stranger and an administrator, in every write", async () => {
    const { slug } = inquiries.private;
    for (const person of [who.stranger, who.administrator] as Person[]) {
      const edit = evidenceEdit.parse({
        slug,
        id: "E1",
        version: "1",
        statement: "Mine",
        kind: "report",
        reason: "why",
      });
      expect(await editEvidence(person, edit)).toEqual(missing);
      const withdrawal = evidenceWithdrawal.parse({ slug, id: "E1", reason: "why" });
      expect(await setEvidenceWithdrawn(person, withdrawal, true)).toEqual(missing);
      expect(await rateRow(person, rowRating.parse({ slug, id: "E1", consistency: { H1: "C" } }))).toEqual(
        missing,
      );
    }
  });

  it("is listed in its own inquiry alone", async () => {
    const filter = evidenceFilter.parse({});
    for (const visibility of ["members", "public"] as const) {
      const scope = await scopeOf(who.stranger as Person, inquiries[visibility].slug);
      const { analysis } = await getMatrix(scope.id);
      const { lines, ids } = await listEvidence(who.stranger, scope, analysis, filter);
      expect(lines.map(({ statement }) => statement)).toEqual([
        `Only ${visibility} says so in the ${visibility} one`,
        `Shared says so in the ${visibility} one`,
      ]);
      expect(ids).toEqual(lines.map(({ id }) => id));
      const elsewhere = evidenceFilter.parse({ source: sources.private });
      expect(await listEvidence(who.stranger, scope, analysis, elsewhere)).toEqual({
        lines: [],
        ids: [],
        pages: 0,
      });
    }
  });
});

describe("A source", () => {
  const exists = (name: keyof typeof who, visibility: Visibility) =>
    // Administrators see every source, to link them.
    name === "administrator" || sees[name].includes(visibility);

  it.each(everybody)("is there for %s where an inquiry that they see cites it", async (name) => {
    for (const visibility of visibilities) {
      const found = await findSource(who[name], sources[visibility]);
      expect([visibility, found !== null]).toEqual([visibility, exists(name, visibility)]);
    }
    expect((await findSource(who[name], sources.shared))?.name).toBe("Shared");
  });

  it.each(everybody)("is listed for %s with their own share of what rests on it", async (name) => {
    const { lines, total } = await listSources(who[name], { text: "", page: 1 });
    const expected = [
      ...visibilities
        .filter((visibility) => exists(name, visibility))
        .map((visibility) => {
          return [`Only ${visibility}`, sees[name].includes(visibility) ? 1 : 0] as const;
        }),
      ["Shared", sees[name].length] as const,
    ];
    expect(new Map(lines.map((line) => [line.name, line.entries]))).toEqual(new Map(expected));
    expect(total).toBe(expected.length);
    const search = await listSources(who[name], { text: "only PRIVATE", page: 1 });
    expect(search.total).toBe(exists(name, "private") ? 1 : 0);
    const number = await listSources(who[name], { text: sources.private.toLowerCase(), page: 1 });
    expect(number.total).toBe(exists(name, "private") ? 1 : 0);
  });

  it("of a private inquiry cannot be cited, graded or guessed by a stranger, by name or by number", async () => {
    const stranger = who.stranger as Person;
    for (const text of ["Only private", sources.private, `${sources.private} · Only private`]) {
      expect(await findTypedSource(stranger, text)).toBeNull();
    }
    expect(await gradeSource(stranger, sourceGrade.parse({ id: sources.private, reliability: "A" }))).toEqual(
      missing,
    );
  });

  it("is there for whoever made it before anything cites it, and for nobody else", async () => {
    const stranger = who.stranger as Person;
    const { id } = granted(
      await createSource(stranger, sourceDraft.parse({ name: "Uncited", kind: "other" })),
    );
    const found = await Promise.all(
      everybody.map(async (name) => [name, (await findSource(who[name], id)) !== null]),
    );
    expect(found.filter(([, isThere]) => isThere).map(([name]) => name)).toEqual([
      "stranger",
      "administrator",
    ]);
    await database().source.delete({ where: { id } });
  });

  it("shows the reason of a grade only to those who see the inquiry in which it was written", async () => {
    const analyst = who.analyst as Person;
    const { slug } = inquiries.private;
    granted(
      await gradeSource(
        analyst,
        sourceGrade.parse({
          id: sources.shared,
          reliability: "D",
          reason: "It lied to us in private.",
          inquiry: slug,
        }),
      ),
    );
    for (const name of everybody) {
      const found = await findSource(who[name], sources.shared);
      const reads = sees[name].includes("private");
      expect([
        name,
        found?.grades.map(({ reliability, reason, writtenIn }) => [reliability, reason, writtenIn?.slug]),
      ]).toEqual([name, [["D", reads ? "It lied to us in private." : null, reads ? slug : undefined]]]);
    }
    // It counts, and leaves an event, in the others that its author works in; there it stands without its reason.
    for (const visibility of visibilities) {
      const { lines } = await listHistory(analyst, await scopeOf(analyst, inquiries[visibility].slug), 1);
      expect(lines[0]).toMatchObject({
        action: "source.graded",
        subject: sources.shared,
        after: { reliability: "D" },
      });
      expect(lines[0]?.reason).toBe(visibility === "private" ? "It lied to us in private." : "");
    }
  });
});

describe("An administrator", () => {
  it("finds the addresses of all inquiries to come into, and nothing of what they ask; nobody else does", async () => {
    const all = await listAllInquiries(who.administrator);
    expect(all?.map(({ slug }) => slug).sort()).toEqual(
      visibilities.map((each) => inquiries[each].slug).sort(),
    );
    for (const inquiry of all ?? []) {
      expect(Object.keys(inquiry).sort()).toEqual(["createdAt", "isMember", "members", "slug", "visibility"]);
    }
    for (const name of everybody.filter((each) => each !== "administrator")) {
      expect(await listAllInquiries(who[name])).toBeNull();
    }
  });

  it("comes into a private inquiry only by making themselves a member, which its history shows; nobody else can", async () => {
    const administrator = who.administrator as Person;
    const { slug } = inquiries.private;
    for (const name of ["stranger", "reader", "analyst"] as const) {
      expect(await enterInquiry(who[name] as Person, slug)).toEqual(missing);
    }
    expect(await enterInquiry(administrator, "no-such-inquiry")).toEqual(missing);
    expect(await findInquiry(administrator, slug)).toBeNull();

    granted(await enterInquiry(administrator, slug));
    const scope = await scopeOf(administrator, slug);
    expect(scope.role).toBe("lead");
    const { lines } = await listHistory(who.reader as Person, await scopeOf(who.reader as Person, slug), 1);
    expect(lines[0]).toMatchObject({
      actor: "Administrator",
      action: "member.entered",
      after: { as: "administrator" },
    });
    expect(await findEvidence(administrator, scope, "E1")).not.toBeNull();

    // Once in, a second time changes and writes nothing.
    granted(await enterInquiry(administrator, slug));
    expect((await listHistory(administrator, scope, 1)).total).toBe(
      (await listHistory(administrator, scope, 1)).lines[0]?.sequence,
    );
    expect((await listHistory(administrator, scope, 1)).lines[0]?.action).toBe("member.entered");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, nobody, type Person } from "@/lib/auth/actor";
import { listCitingInquiries } from "@/lib/citing/queries";
import { readClaimInputs } from "@/lib/claim/queries";
import { database } from "@/lib/db/client";
import { rowRating } from "@/lib/evidence/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrices, getMatrix } from "@/lib/matrix/queries";
import { findSurroundings, listReliances } from "@/lib/origin/queries";
import { cyclesThrough } from "@/lib/origin/reliance";
import { rateRow } from "@/lib/rating/mutations";
import { readReview } from "@/lib/review/queries";
import { gradeSource, undoGrade } from "@/lib/source/mutations";
import { findSource, listSourceNames } from "@/lib/source/queries";
import { recordIn } from "@/lib/source/record";
import { sourceGrade, sourceGradeUndo } from "@/lib/source/schema";
import {
  addEntry,
  enrol,
  findFaults,
  granted,
  historyOf,
  makeInquiry,
  makePerson,
  openWorld,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let analyst: Person;
let stranger: Person;
/** Both cite the bureau; the secret one alone cites the informer as well, and is private. */
let open: InquiryScope;
let secret: InquiryScope;
let bureau: string;
let informer: string;
let agency: string;

const idOf = async (name: string) => (await database().source.findFirstOrThrow({ where: { name } })).id;

beforeAll(async () => {
  world = await openWorld();
  [lead, analyst, stranger] = [
    await makePerson("Lead"),
    await makePerson("Analyst"),
    await makePerson("Stranger"),
  ];
  open = await makeInquiry(lead, { visibility: "public" });
  secret = await makeInquiry(lead);
  for (const { slug } of [open, secret]) {
    await enrol(lead, slug, analyst, "analyst");
    await addEntry(lead, slug, {
      citations: [{ source: "The bureau", sourceKind: "government", via: "The agency", viaKind: "media" }],
      consistency: { H1: "C", H2: "I" },
    });
  }
  await addEntry(lead, secret.slug, {
    citations: [{ source: "The informer", sourceKind: "expert" }],
    consistency: { H1: "CC", H2: "II" },
    credibility: "1",
  });
  [bureau, informer, agency] = [
    await idOf("The bureau"),
    await idOf("The informer"),
    await idOf("The agency"),
  ];
});
afterAll(() => world.close());

const now = new Date();
const reviewOf = async (person: Person) => (await readReview(person, now)).items;
const itemOf = async (person: Person, id: string) => (await reviewOf(person)).find((item) => item.id === id);
const grade = (person: Person, id: string, reliability: string, fields: object = {}) =>
  gradeSource(person, sourceGrade.parse({ id, reliability, ...fields }));
const undo = (person: Person, id: string, reliability: string) =>
  undoGrade(person, sourceGradeUndo.parse({ id, reliability }));
const last = async ({ id }: InquiryScope) => (await historyOf(id)).at(-1);
const length = async ({ id }: InquiryScope) => (await historyOf(id)).length;

describe("The queue", () => {
  it("holds the sources of the inquiries somebody works in, that which would move most first, and why", async () => {
    const items = await reviewOf(lead);
    expect(items.map(({ id }) => id)).toEqual([informer, bureau, agency]);
    expect(items[0]?.moves).toBeGreaterThan(items[1]?.moves ?? 1);
    expect(items[1]).toMatchObject({ reasons: ["unjudged"], entries: 2, own: null });
    expect(items[1]?.inquiries.map(({ slug }) => slug)).toEqual([secret.slug, open.slug]);
  });

  it("is empty for whoever works nowhere, and of their own inquiries alone for the others", async () => {
    expect(await readReview(stranger, now)).toEqual({ items: [], grades: [], inquiries: 0 });
    const helper = await makePerson("Helper");
    await enrol(lead, open.slug, helper, "analyst");
    expect((await reviewOf(helper)).map(({ id }) => id).toSorted()).toEqual([bureau, agency].toSorted());
    await enrol(lead, open.slug, helper, "reader");
    expect(await reviewOf(helper)).toEqual([]);
  });

  it("tells of an entry confirmed by one source alone to those only who have rated that entry", async () => {
    expect((await itemOf(lead, informer))?.confirmedAlone).toEqual([{ slug: secret.slug, id: "E2" }]);
    expect(await itemOf(analyst, informer)).toMatchObject({ confirmedAlone: [], reasons: ["unjudged"] });
    const gradeOfE2 = async (person: Person) =>
      (await readReview(person, now)).grades
        .find(({ slug }) => slug === secret.slug)
        ?.cells.find(({ evidence }) => evidence.includes("E2"));
    expect(await gradeOfE2(lead)).toMatchObject({ reliability: "F", credibility: 1 });
    expect(await gradeOfE2(analyst)).toBeUndefined();
    const rating = { slug: secret.slug, id: "E2", consistency: { H1: "C", H2: "C" }, credibility: "2" };
    granted(await rateRow(analyst, rowRating.parse(rating)));
    expect((await itemOf(analyst, informer))?.reasons).toContain("confirmed-alone");
    expect(await gradeOfE2(analyst)).toMatchObject({ reliability: "F", credibility: 1 });
  });

  it("lets go of a source once it is judged, and takes it back with a newer entry, a dispute, or age", async () => {
    granted(await grade(analyst, agency, "B", { inquiry: open.slug }));
    expect((await itemOf(analyst, agency))?.reasons).toEqual([]);
    expect((await itemOf(lead, agency))?.reasons).toEqual(["others"]);
    granted(await grade(lead, agency, "D"));
    expect((await itemOf(lead, agency))?.reasons).toEqual(["disputed"]);
    granted(await grade(lead, agency, "C"));
    expect((await itemOf(lead, agency))?.reasons).toEqual([]);
    const later = new Date(now);
    later.setUTCFullYear(later.getUTCFullYear() + 2);
    const aged = (await readReview(lead, later)).items.find(({ id }) => id === agency);
    expect(aged?.reasons).toEqual(["stale"]);
    await addEntry(lead, open.slug, { citations: [{ source: agency }] });
    expect((await itemOf(lead, agency))?.reasons).toEqual(["stale"]);
  });
});

describe("A stranger's grade of a source that a private inquiry cites", () => {
  it("moves nothing there, and shows them nothing of it", async () => {
    const stood = await getMatrix(secret.id);
    const events = await length(secret);
    const outcome = granted(await grade(stranger, bureau, "E", { reason: "I do not like it." }));
    expect(outcome.countsIn).toEqual([]);
    expect(await getMatrix(secret.id)).toBe(stood);
    expect(await length(secret)).toBe(events);

    expect((await listCitingInquiries(stranger, bureau)).map(({ slug }) => slug)).toEqual([open.slug]);
    expect(await findSource(stranger, informer)).toBeNull();
    expect(await grade(stranger, informer, "E")).toMatchObject({ reason: "missing" });
    expect(await undo(stranger, informer, "E")).toMatchObject({ reason: "missing" });
    expect(await reviewOf(stranger)).toEqual([]);
  });
});

describe("An analyst's grade in two inquiries", () => {
  it("writes an event in each, and so does undoing it, which gives again what stood before", async () => {
    granted(await grade(analyst, bureau, "C", { reason: "Right so far.", inquiry: secret.slug }));
    granted(await grade(analyst, bureau, "E", { reason: "Caught lying.", inquiry: open.slug }));
    const before = [await length(open), await length(secret)];
    expect([await last(open), await last(secret)]).toEqual(Array(2).fill(`source.graded ${bureau}`));

    const undone = granted(await undo(analyst, bureau, "E"));
    expect(undone).toMatchObject({ reliability: "C", changed: true });
    expect(undone.countsIn.map(({ slug }) => slug).toSorted()).toEqual([open.slug, secret.slug].toSorted());
    expect([await length(open), await length(secret)]).toEqual(before.map((events) => events + 1));
    expect((await itemOf(analyst, bureau))?.own).toMatchObject({
      reliability: "C",
      reason: "Right so far.",
      writtenIn: secret.slug,
    });
    const given = (await findSource(analyst, bureau))?.grades.filter(
      ({ analystId }) => analystId === analyst.analystId,
    );
    expect(given?.map(({ reliability, isCurrent }) => [reliability, isCurrent])).toEqual([
      ["C", true],
      ["E", false],
      ["C", false],
    ]);
  });

  it("is taken back by undoing where nothing stood before, and is not undone once it is another", async () => {
    granted(await grade(analyst, informer, "B", { inquiry: secret.slug }));
    expect(await undo(analyst, informer, "C")).toMatchObject({ reason: "invalid" });
    expect(granted(await undo(analyst, informer, "B"))).toMatchObject({ reliability: null });
    expect((await itemOf(analyst, informer))?.own).toBeNull();
    expect(await undo(analyst, informer, "B")).toMatchObject({ reason: "missing" });
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("given again once it is old is a judgement of its own, which undoing takes back to where it stood", async () => {
    const key = { sourceId: agency, analystId: analyst.analystId, isCurrent: true };
    const words = { reason: "Right so far.", inquiry: open.slug };
    granted(await grade(analyst, agency, "B", words));
    await database().sourceRating.updateMany({ where: key, data: { ratedAt: new Date("2020-01-01") } });
    expect((await itemOf(analyst, agency))?.reasons).toContain("stale");

    const before = await length(open);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => grade(analyst, agency, "B", words)));
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.changed)).toHaveLength(1);
    expect(await length(open)).toBe(before + 1);
    expect((await itemOf(analyst, agency))?.reasons).not.toContain("stale");
    const given = (await findSource(analyst, agency))?.grades.filter(
      ({ analystId }) => analystId === analyst.analystId,
    );
    const old = given?.find(({ ratedAt }) => ratedAt.getUTCFullYear() === 2020);
    expect(old).toMatchObject({ reliability: "B", isCurrent: false, endedAt: given?.[0]?.ratedAt });

    expect(granted(await undo(analyst, agency, "B"))).toMatchObject({ reliability: "B", changed: true });
    expect(await itemOf(analyst, agency)).toMatchObject({
      own: { reason: words.reason, reliability: "B", ratedAt: "2020-01-01T00:00:00.000Z" },
    });
    expect((await itemOf(analyst, agency))?.reasons).toContain("stale");
  });

  it("keeps its reason where the same letter is given without another, and none is filed under another letter", async () => {
    const again = { keepsReason: "on", inquiry: open.slug };
    const own = async () => (await itemOf(analyst, agency))?.own;
    granted(await grade(analyst, agency, "B", { reason: "Right so far.", inquiry: open.slug }));
    granted(await grade(analyst, agency, "B", again));
    expect(await own()).toMatchObject({ reliability: "B", reason: "Right so far." });
    granted(await grade(analyst, agency, "D", again));
    expect(await own()).toMatchObject({ reliability: "D", reason: "" });
  });

  it("is written in no inquiry when undoing brings it back from one that is theirs no more", async () => {
    const guest = await makePerson("Guest");
    await enrol(lead, secret.slug, guest, "analyst");
    granted(await grade(guest, bureau, "B", { reason: "Among ourselves.", inquiry: secret.slug }));
    granted(await grade(guest, bureau, "D"));
    await enrol(lead, secret.slug, guest, "none");
    granted(await undo(guest, bureau, "D"));
    const current = { sourceId: bureau, analystId: guest.analystId, isCurrent: true };
    expect(await database().sourceRating.findFirst({ where: current })).toMatchObject({
      reliability: "B",
      inquiryId: null,
    });
  });
});

describe("A track record", () => {
  /** A claim of the bureau's, which two others bear out or refute. */
  async function settle({ id: inquiryId, slug }: InquiryScope, consistency: "CC" | "II") {
    const entries = [];
    for (const name of ["The surveyor", "The archive"]) {
      const cited = { source: name, sourceKind: "expert" };
      entries.push(await addEntry(lead, slug, { citations: [cited], credibility: "1" }));
      granted(await grade(lead, await idOf(name), "A"));
    }
    await database().claim.create({
      data: { inquiryId, id: "C1", ordinal: 1, statement: `It is so in ${slug}.`, assertedById: bureau },
    });
    await database().claimRating.createMany({
      data: entries.map((evidenceId) => ({
        inquiryId,
        claimId: "C1",
        evidenceId,
        analystId: lead.analystId,
        consistency,
      })),
    });
  }
  async function recordFor(actor: Actor) {
    const [source, citing] = [await findSource(actor, bureau), await listCitingInquiries(actor, bureau)];
    if (!source) throw new Error("the bureau is not seen");
    const matrices = await getMatrices(citing.map(({ id }) => id));
    return recordIn(source, citing, matrices, await readClaimInputs([...matrices.keys()], matrices));
  }

  it("counts the claims in inquiries that its reader sees, and no others", async () => {
    await settle(open, "CC");
    await settle(secret, "II");
    for (const actor of [stranger, nobody]) {
      const { record, recorded } = await recordFor(actor);
      expect(record).toMatchObject({ claims: 1, supported: 1, contradicted: 0 });
      expect(recorded).toEqual([
        { slug: open.slug, id: "C1", statement: `It is so in ${open.slug}.`, verdict: "supported" },
      ]);
    }
    const { record, recorded } = await recordFor(analyst);
    expect(record).toMatchObject({ claims: 2, supported: 1, contradicted: 1, mean: 0.5 });
    expect(recorded.map(({ verdict }) => verdict)).toEqual(["contradicted", "supported"]);
    expect((await itemOf(analyst, bureau))?.record).toEqual(record);
  });
});

describe("Who rests on whom", () => {
  it("goes round where two pass each other on, and is seen by those alone who see both ways", async () => {
    await addEntry(lead, secret.slug, { citations: [{ source: agency, via: bureau }] });
    const inSecret = await listReliances(secret, [...(await listSourceNames(secret)).keys()]);
    expect(cyclesThrough(inSecret, bureau).cycles).toEqual([[bureau, agency].toSorted()]);
    const seen = async (actor: Actor) => {
      const found = await findSurroundings(actor, bureau);
      return { cycles: cyclesThrough(found, bureau).cycles, names: [...found.names.keys()].toSorted() };
    };
    expect(await seen(analyst)).toEqual({
      cycles: [[bureau, agency].toSorted()],
      names: [agency, bureau].toSorted(),
    });
    expect(await seen(stranger)).toEqual({ cycles: [], names: [agency, bureau].toSorted() });
  });
});

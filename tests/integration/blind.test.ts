import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { rowRating } from "@/lib/evidence/schema";
import { setHypothesisWithdrawn } from "@/lib/hypothesis/mutations";
import { hypothesisWithdrawal } from "@/lib/hypothesis/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { withEffect } from "@/lib/matrix/effect";
import { getMatrix } from "@/lib/matrix/queries";
import { seenBy } from "@/lib/matrix/seen-by";
import { rateRow } from "@/lib/rating/mutations";
import { countUnrated, listBlindEntries, listBlindEntriesIn } from "@/lib/rating/queries";
import { addEntry, enrol, granted, makeInquiry, makePerson, openWorld, scopeOf } from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let analyst: Person;
let reader: Person;
let scope: InquiryScope;

beforeAll(async () => {
  world = await openWorld();
  [lead, analyst, reader] = [
    await makePerson("Lead"),
    await makePerson("Analyst"),
    await makePerson("Reader"),
  ];
});
beforeEach(async () => {
  scope = await makeInquiry(lead);
  await enrol(lead, scope.slug, analyst, "analyst");
  await enrol(lead, scope.slug, reader, "reader");
});
afterAll(() => world.close());

const rate = async (person: Person, id: string, given: object) =>
  granted(await rateRow(person, rowRating.parse({ slug: scope.slug, id, ...given })));
const isBlind = async (person: Person, id: string) => {
  const seen = await scopeOf(person, scope.slug);
  const blind = (await listBlindEntries(person, seen, [id])).has(id);
  const inMany = (await listBlindEntriesIn(person, [scope.id])).get(scope.id)?.has(id) ?? false;
  if (person !== reader) expect(inMany).toBe(blind);
  return blind;
};

describe("An entry", () => {
  it("is blind to an analyst until they have rated every cell of it that another rated", async () => {
    const id = await addEntry(lead, scope.slug, { consistency: { H1: "CC", H2: "II" } });
    expect(await isBlind(lead, id)).toBe(false);
    expect(await isBlind(reader, id)).toBe(false);
    await rate(analyst, id, { consistency: { H1: "C" } });
    expect(await isBlind(analyst, id)).toBe(true);
    await rate(analyst, id, { consistency: { H2: "NA" } });
    expect(await isBlind(analyst, id)).toBe(false);
  });

  it("is not held back by cells of a hypothesis that is withdrawn", async () => {
    const id = await addEntry(lead, scope.slug, { consistency: { H1: "CC", H2: "II" } });
    await rate(analyst, id, { consistency: { H1: "C" } });
    const withdrawal = hypothesisWithdrawal.parse({ slug: scope.slug, id: "H2", reason: "It was another." });
    granted(await setHypothesisWithdrawn(lead, withdrawal, true));
    expect(await isBlind(analyst, id)).toBe(false);
  });

  it("on which others gave credibility alone is blind until the analyst has rated a cell", async () => {
    const id = await addEntry(lead, scope.slug, { credibility: "2" });
    await rate(analyst, id, { credibility: "4" });
    expect(await isBlind(analyst, id)).toBe(true);
    await rate(analyst, id, { consistency: { H1: "N" } });
    expect(await isBlind(analyst, id)).toBe(false);
  });
});

describe("What somebody may reckon with", () => {
  it("has nothing of the entries to which they are blind, and all of it for whoever sees it all", async () => {
    const hidden = await addEntry(lead, scope.slug, {
      consistency: { H1: "CC", H2: "II" },
      credibility: "2",
    });
    const own = await addEntry(analyst, scope.slug, { consistency: { H1: "C", H2: "I" } });
    const matrix = await getMatrix(scope.id);
    const seen = async (person: Person) => seenBy(person, await scopeOf(person, scope.slug), matrix);
    expect((await seen(reader)).matrix).toBe(matrix);
    const forAnalyst = await seen(analyst);
    expect(forAnalyst.hidden).toEqual([hidden]);
    expect(JSON.stringify(forAnalyst.matrix.input)).not.toContain(`"${hidden}"`);
    expect(forAnalyst.matrix.analysis.evidence.map(({ id }) => id)).toEqual([own]);
    // Without it H1 leads by less.
    const leadOf = ({ hypotheses }: typeof matrix.analysis) => hypotheses[0]?.posterior ?? 0;
    expect(leadOf(forAnalyst.matrix.analysis)).toBeLessThan(leadOf(matrix.analysis));
  });
});

describe("What a write says that it moved", () => {
  it("tells no step of an entry to whoever is blind to it, and all of it to others", async () => {
    const id = await addEntry(lead, scope.slug, { consistency: { H1: "CC", H2: "II" }, credibility: "2" });
    const partly = rowRating.parse({ slug: scope.slug, id, consistency: { H1: "N" } });
    const rated = await withEffect(analyst, await scopeOf(analyst, scope.slug), () =>
      rateRow(analyst, partly),
    );
    expect(granted(rated).effect).toMatch(/^H1 from \d+\s% to \d+\s%/);
    expect(granted(rated).effect).not.toContain(id);
    const graded = rowRating.parse({
      slug: scope.slug,
      id,
      consistency: { H1: "CC", H2: "II" },
      credibility: "3",
    });
    const told = await withEffect(lead, await scopeOf(lead, scope.slug), () => rateRow(lead, graded));
    expect(granted(told).effect).toContain(`${id} now weighs`);
  });
});

describe("What is left to rate", () => {
  it("is every entry that counts and has a cell without one's own rating", async () => {
    const id = await addEntry(lead, scope.slug, { consistency: { H1: "CC" } });
    const unrated = async () => countUnrated(analyst, await scopeOf(analyst, scope.slug));
    expect(await unrated()).toBe(1);
    await rate(analyst, id, { consistency: { H1: "C" } });
    expect(await unrated()).toBe(1);
    await rate(analyst, id, { consistency: { H2: "NA" } });
    expect(await unrated()).toBe(0);
  });
});

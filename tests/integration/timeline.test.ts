import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { evidenceFilter, evidenceWithdrawal, rowRating } from "@/lib/evidence/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { rateRow } from "@/lib/rating/mutations";
import { getRatingFindings } from "@/lib/rating/queries";
import { gradeSource } from "@/lib/source/mutations";
import { sourceGrade } from "@/lib/source/schema";
import { hypothesesOverTime } from "@/lib/timeline/over-time";
import { listTimeline } from "@/lib/timeline/queries";
import { addEntry, enrol, granted, makeInquiry, makePerson, openWorld, scopeOf } from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let analyst: Person;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
});
afterAll(() => world.close());

const timelineOf = async (person: Person, slug: string, filter: object = {}) => {
  const scope = await scopeOf(person, slug);
  const { analysis } = await getMatrix(scope.id);
  return listTimeline(person, scope, analysis, evidenceFilter.parse(filter));
};
const findingsFor = async (person: Person, slug: string) => {
  const scope = await scopeOf(person, slug);
  return getRatingFindings(person, scope, await getMatrix(scope.id));
};
const rate = async (person: Person, { slug }: InquiryScope, id: string, fields: object) =>
  granted(await rateRow(person, rowRating.parse({ slug, id, ...fields })));

describe("The timeline", () => {
  it("has the entries by the day from which they count, then by the surer date, and those without one last", async () => {
    const { slug } = await makeInquiry(lead);
    for (const occurredOn of [
      "2024-03-22",
      "",
      "2024-03",
      "../2024-04-15",
      "{2022-10,2023-08}",
      "2024-03-01",
    ]) {
      await addEntry(lead, slug, { occurredOn });
    }
    const { entries, ids, pages } = await timelineOf(lead, slug);
    expect(entries.map(({ line }) => line.occurredOn)).toEqual([
      "../2024-04-15",
      "{2022-10,2023-08}",
      "2024-03-01",
      "2024-03",
      "2024-03-22",
      null,
    ]);
    expect([ids.length, pages]).toEqual([6, 1]);
  });

  it("has as many pages as it needs, and on each those that the filter lets through", async () => {
    const { slug } = await makeInquiry(lead);
    for (let year = 1; year <= 43; year++) {
      await addEntry(lead, slug, {
        occurredOn: `${2043 - year}`,
        kind: year % 2 === 0 ? "media" : "report",
      });
    }
    const first = await timelineOf(lead, slug);
    const last = await timelineOf(lead, slug, { page: "2" });
    expect([first.entries.length, first.pages, first.ids.length]).toEqual([40, 2, 43]);
    expect(last.entries.map(({ line }) => line.occurredOn)).toEqual(["2040", "2041", "2042"]);
    const narrowed = await timelineOf(lead, slug, { kind: "media" });
    expect([narrowed.ids.length, narrowed.pages]).toEqual([21, 1]);
    expect(new Set(narrowed.entries.map(({ line }) => line.kind))).toEqual(new Set(["media"]));
  });

  it("tells an analyst what an entry supports only once they have rated it", async () => {
    const scope = await makeInquiry(lead);
    await enrol(lead, scope.slug, analyst, "analyst");
    const id = await addEntry(lead, scope.slug, { consistency: { H1: "CC", H2: "II" } });
    const seenBy = async (person: Person) => {
      const [entry] = (await timelineOf(person, scope.slug)).entries;
      return [entry?.supports, entry?.isBlind];
    };
    expect(await seenBy(lead)).toEqual(["H1", false]);
    expect(await seenBy(analyst)).toEqual([null, true]);
    await rate(analyst, scope, id, { consistency: { H1: "C" } });
    expect(await seenBy(analyst)).toEqual([null, true]);
    await rate(analyst, scope, id, { consistency: { H1: "C", H2: "N" } });
    expect(await seenBy(analyst)).toEqual(["H1", false]);
  });
});

describe("Hypotheses over time", () => {
  it("end where the analysis stands, move with a date, and leave out what is withdrawn", async () => {
    const scope = await makeInquiry(lead);
    const rated = { credibility: "1", consistency: { H1: "CC", H2: "II" } };
    await addEntry(lead, scope.slug, { ...rated, occurredOn: "2014" });
    const later = await addEntry(lead, scope.slug, { ...rated, occurredOn: "2016-05/.." });
    await addEntry(lead, scope.slug, { ...rated, occurredOn: "../2015" });
    const told = async () => {
      const matrix = await getMatrix(scope.id);
      const { moments, days } = hypothesesOverTime(matrix);
      expect(hypothesesOverTime(matrix).moments).toBe(moments);
      const [now] = matrix.analysis.hypotheses;
      expect(moments.at(-1)?.posterior.H1).toBeCloseTo(now?.posterior ?? 0, 9);
      return [days, ...moments.map(({ day, entries }) => [day, entries])];
    };
    const [january2014, may2016] = [16_071, 16_922];
    expect(await told()).toEqual([2, [null, 1], [january2014, 2], [may2016, 3]]);
    const withdrawal = evidenceWithdrawal.parse({ slug: scope.slug, id: later, reason: "Not so." });
    granted(await setEvidenceWithdrawn(lead, withdrawal, true));
    expect(await told()).toEqual([1, [null, 1], [january2014, 2]]);
  });
});

describe("How the analysts rate", () => {
  it("says nothing to an analyst of entries that they have yet to rate, and all of it to a reader", async () => {
    const scope = await makeInquiry(lead);
    const [other, reader] = [await makePerson("Other"), await makePerson("Reader")];
    await enrol(lead, scope.slug, analyst, "analyst");
    await enrol(lead, scope.slug, other, "analyst");
    await enrol(lead, scope.slug, reader, "reader");
    const id = await addEntry(lead, scope.slug, { consistency: { H1: "CC" }, credibility: "2" });
    await rate(other, scope, id, { consistency: { H1: "II" }, credibility: "2" });
    await rate(analyst, scope, id, { credibility: "5" });
    const unrated = await addEntry(lead, scope.slug, { statement: "Nobody has rated this." });

    const grades = async (person: Person) => {
      const { grades, disputes, compared, blind } = await findingsFor(person, scope.slug);
      const full = grades.filter(({ evidence }) => evidence.length > 0);
      return {
        grades: full.map(
          ({ reliability, credibility, evidence }) => `${reliability}${credibility} ${evidence}`,
        ),
        disputes: disputes.map(({ evidence }) => evidence),
        compared,
        blind,
      };
    };
    const all = { grades: [`F3 ${id}`, `F6 ${unrated}`], disputes: [id], compared: 1, blind: [] };
    expect(await grades(reader)).toEqual(all);
    expect(await grades(lead)).toEqual(all);
    expect(await grades(analyst)).toEqual({
      grades: [`F6 ${unrated}`],
      disputes: [],
      compared: 0,
      blind: [id],
    });
    await rate(analyst, scope, id, { consistency: { H1: "C" }, credibility: "5" });
    expect(await grades(analyst)).toEqual(all);
  });

  it("keeps an entry that somebody is blind of out of everybody's share on the diagonal", async () => {
    const scope = await makeInquiry(lead);
    await enrol(lead, scope.slug, analyst, "analyst");
    const citations = [{ source: "A witness of this alone", sourceKind: "expert" }];
    const cited = { citations, consistency: { H1: "C" } };
    const seen = await addEntry(analyst, scope.slug, cited);
    const hidden = await addEntry(lead, scope.slug, cited);
    for (const id of [seen, hidden])
      await rate(lead, scope, id, { consistency: { H1: "C" }, credibility: id === seen ? "1" : "2" });
    const { sourceId } = await database().citation.findFirstOrThrow({ where: { inquiryId: scope.id } });
    granted(await gradeSource(lead, sourceGrade.parse({ id: sourceId, reliability: "A" })));
    const seenBy = async (person: Person) => {
      const { analysts, blind } = await findingsFor(person, scope.slug);
      return [blind, analysts.find(({ id }) => id === lead.analystId)];
    };
    expect(await seenBy(lead)).toMatchObject([[], { pairs: 2, diagonal: 0.5 }]);
    expect(await seenBy(analyst)).toMatchObject([[hidden], { pairs: 1, diagonal: 1 }]);
  });
});

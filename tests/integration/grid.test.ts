import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Consistency } from "@/lib/analysis/scales";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { listEvidenceIds } from "@/lib/evidence/queries";
import { evidenceFilter, rowRating } from "@/lib/evidence/schema";
import { readGrid } from "@/lib/grid/queries";
import type { CellRating } from "@/lib/grid/schema";
import { listHypotheses } from "@/lib/hypothesis/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { forbidden, missing } from "@/lib/outcome";
import { rateCells, rateRow } from "@/lib/rating/mutations";
import { countQueries } from "../support/count-queries";
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
let reader: Person;
let stranger: Person;
let inquiry: InquiryScope;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  analyst = await makePerson("Analyst");
  reader = await makePerson("Reader");
  stranger = await makePerson("Stranger");
  inquiry = await makeInquiry(lead, { hypotheses: ["One", "Two", "Three"] });
  await enrol(lead, inquiry.slug, analyst, "analyst");
  await enrol(lead, inquiry.slug, reader, "reader");
});
afterAll(() => world.close());

const cell = (evidence: string, hypothesis: string, consistency: Consistency | null, reason?: string) =>
  ({ evidence, hypothesis, consistency, ...(reason === undefined ? {} : { reason }) }) satisfies CellRating;

const ratingsOf = (id: string) =>
  database().rating.findMany({
    where: { inquiryId: inquiry.id, evidenceId: id },
    orderBy: [{ analystId: "asc" }, { hypothesisId: "asc" }],
    select: { analystId: true, hypothesisId: true, consistency: true, reason: true },
  });

async function gridFor(person: Person, ids?: readonly string[]) {
  const scope = await scopeOf(person, inquiry.slug);
  const matrix = await getMatrix(scope.id);
  const all = matrix.analysis.evidence.map((entry) => entry.id);
  return readGrid(person, scope, matrix, await listHypotheses(scope), ids ?? all);
}
const rowFor = async (person: Person, id: string) =>
  (await gridFor(person)).rows.find((row) => row.id === id);

describe("Ratings of single cells", () => {
  it("sixty-four of one cell at the same moment leave one row and one event", async () => {
    const id = await addEntry(lead, inquiry.slug);
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, () => rateCells(analyst, inquiry.slug, [cell(id, "H1", "CC")])),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(await ratingsOf(id)).toEqual([
      { analystId: analyst.analystId, hypothesisId: "H1", consistency: "CC", reason: "" },
    ]);
    expect((await historyOf(inquiry.id)).filter((line) => line === `evidence.rated ${id}`)).toHaveLength(1);
  });

  it("batches that share rows in another order do not wait for each other", async () => {
    const [one, two] = [await addEntry(lead, inquiry.slug), await addEntry(lead, inquiry.slug)];
    const forth = [cell(one, "H1", "C"), cell(two, "H1", "C")];
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, nth) =>
        rateCells(analyst, inquiry.slug, nth % 2 === 0 ? forth : forth.toReversed()),
      ),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("leave the other cells of the row, its credibility, and a reason that is not sent", async () => {
    const id = await addEntry(lead, inquiry.slug);
    granted(
      await rateRow(
        analyst,
        rowRating.parse({
          slug: inquiry.slug,
          id,
          consistency: { H1: "C", H2: "I" },
          reasons: { H1: "seen" },
          credibility: "2",
        }),
      ),
    );
    granted(await rateCells(analyst, inquiry.slug, [cell(id, "H1", "CC"), cell(id, "H3", "NA", "why")]));
    granted(await rateCells(analyst, inquiry.slug, [cell(id, "H2", null)]));
    expect(
      (await ratingsOf(id)).map(({ hypothesisId, consistency, reason }) => [
        hypothesisId,
        consistency,
        reason,
      ]),
    ).toEqual([
      ["H1", "CC", "seen"],
      ["H3", "NA", "why"],
    ]);
    const grades = await database().evidenceRating.findMany({
      where: { inquiryId: inquiry.id, evidenceId: id },
    });
    expect(grades).toMatchObject([{ credibility: 2 }]);
  });

  it("are all refused where one is of a strange entry or hypothesis", async () => {
    const id = await addEntry(lead, inquiry.slug);
    const elsewhere = await makeInquiry(lead, { hypotheses: ["A", "B", "C", "D"] });
    await addEntry(lead, elsewhere.slug);
    const other = cell("E999", "H1", "C");
    expect(await rateCells(analyst, inquiry.slug, [cell(id, "H1", "C"), other])).toEqual(missing);
    const strange = await rateCells(analyst, inquiry.slug, [cell(id, "H1", "C"), cell(id, "H4", "C")]);
    expect(strange).toMatchObject({ ok: false, reason: "invalid" });
    expect(await ratingsOf(id)).toEqual([]);
  });

  it("are the analysts' alone", async () => {
    const id = await addEntry(lead, inquiry.slug);
    expect(await rateCells(reader, inquiry.slug, [cell(id, "H1", "C")])).toEqual(forbidden);
    expect(await rateCells(stranger, inquiry.slug, [cell(id, "H1", "C")])).toEqual(missing);
    expect(await ratingsOf(id)).toEqual([]);
  });
});

describe("The grid", () => {
  it("hides what others gave an entry until the reader has rated the row: every cell that another rated", async () => {
    const id = await addEntry(lead, inquiry.slug);
    granted(await rateCells(lead, inquiry.slug, [cell(id, "H1", "II"), cell(id, "H2", "CC")]));
    expect(await rowFor(analyst, id)).toMatchObject({
      isBlind: true,
      consensus: "---",
      disagreement: "---",
      own: "---",
      bits: null,
      weight: null,
      parting: 0,
    });
    expect(await rowFor(reader, id)).toMatchObject({ isBlind: false, consensus: "04-", own: "---" });
    granted(await rateCells(analyst, inquiry.slug, [cell(id, "H1", "C")]));
    expect(await rowFor(analyst, id)).toMatchObject({
      isBlind: true,
      consensus: "---",
      weight: null,
      own: "3--",
    });
    granted(await rateCells(analyst, inquiry.slug, [cell(id, "H2", "NA")]));
    const row = await rowFor(analyst, id);
    // The mean of −2 and 1 is −0.5, and a half goes towards N.
    expect(row).toMatchObject({
      isBlind: false,
      consensus: "24-",
      disagreement: "7--",
      own: "35-",
      parting: 1.5,
    });
    expect(row?.bits).toBeGreaterThan(0);
    expect(row?.weight).toBeGreaterThan(0);
    // Another cell that another rates is blind again.
    granted(await rateCells(lead, inquiry.slug, [cell(id, "H3", "C")]));
    expect(await rowFor(analyst, id)).toMatchObject({ isBlind: true, consensus: "---" });
  });

  it("tells the same whether it is asked for a row or for all", async () => {
    const { rows } = await gridFor(lead);
    for (const row of rows) expect((await gridFor(lead, [row.id])).rows).toEqual([row]);
  });

  it("has the entries that count, by number, and the hypotheses that stand", async () => {
    const { rows, columns } = await gridFor(lead);
    expect(rows.map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id).toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
    );
    expect(columns.map(({ id }) => id)).toEqual(["H1", "H2", "H3"]);
    expect((await gridFor(lead, ["E99999"])).rows).toEqual([]);
  });
});

describe("What a view of the matrix costs", () => {
  it("is a fixed number of queries, whatever the size", async () => {
    const few = await makeInquiry(lead);
    const many = await makeInquiry(lead, { hypotheses: ["1", "2", "3", "4", "5", "6"] });
    await addEntry(lead, few.slug);
    for (let nth = 0; nth < 30; nth++) await addEntry(lead, many.slug, { consistency: { H1: "C", H4: "I" } });
    const costs = async ({ slug }: InquiryScope) =>
      countQueries(async () => {
        const scope = await scopeOf(lead, slug);
        const matrix = await getMatrix(scope.id);
        const ids = await listEvidenceIds(lead, scope, matrix.analysis, evidenceFilter.parse({}));
        await readGrid(lead, scope, matrix, await listHypotheses(scope), ids);
      });
    const [ofFew, ofMany] = [await costs(few), await costs(many)];
    expect(ofMany).toBe(ofFew);
    // Seen a second time, the matrix is there already.
    expect(await costs(many)).toBeLessThan(ofMany);
  });
});

describe("The list of entries", () => {
  const idsBy = async (person: Person, filter: Record<string, string>) => {
    const scope = await scopeOf(person, inquiry.slug);
    const { analysis } = await getMatrix(scope.id);
    return listEvidenceIds(person, scope, analysis, evidenceFilter.parse(filter));
  };

  it("narrows to what the reader has not rated on every hypothesis", async () => {
    const id = await addEntry(lead, inquiry.slug);
    expect(await idsBy(analyst, { mine: "unrated" })).toContain(id);
    granted(await rateCells(analyst, inquiry.slug, [cell(id, "H1", "C"), cell(id, "H2", "C")]));
    expect(await idsBy(analyst, { mine: "unrated" })).toContain(id);
    granted(await rateCells(analyst, inquiry.slug, [cell(id, "H3", "NA")]));
    expect(await idsBy(analyst, { mine: "unrated" })).not.toContain(id);
    expect(await idsBy(lead, { mine: "unrated" })).toContain(id);
  });

  it("narrows to what is disputed, and tells nobody of a dispute before they have rated", async () => {
    const id = await addEntry(lead, inquiry.slug);
    const third = await makePerson("Third");
    await enrol(lead, inquiry.slug, third, "analyst");
    granted(await rateCells(lead, inquiry.slug, [cell(id, "H1", "II")]));
    granted(await rateCells(third, inquiry.slug, [cell(id, "H1", "CC")]));
    expect(await idsBy(lead, { disputed: "yes" })).toContain(id);
    expect(await idsBy(analyst, { disputed: "yes" })).not.toContain(id);
    granted(await rateCells(analyst, inquiry.slug, [cell(id, "H1", "C")]));
    expect(await idsBy(analyst, { disputed: "yes" })).toContain(id);
  });

  it("narrows to what supports a hypothesis, without what the reader has yet to rate", async () => {
    const id = await addEntry(lead, inquiry.slug, { consistency: { H1: "CC", H2: "II", H3: "II" } });
    const supporting = { stance: "supports", hypothesis: "H1" };
    expect(await idsBy(lead, supporting)).toContain(id);
    expect(await idsBy(analyst, supporting)).not.toContain(id);
    expect(await idsBy(reader, supporting)).toContain(id);
    const cells = ["H1", "H2", "H3"].map((hypothesis) => cell(id, hypothesis, "N"));
    granted(await rateCells(analyst, inquiry.slug, cells));
    expect(await idsBy(analyst, supporting)).toContain(id);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { listHistory } from "@/lib/history/queries";
import { proposeHypothesis, setHypothesisWithdrawn } from "@/lib/hypothesis/mutations";
import { hypothesisDraft, hypothesisWithdrawal } from "@/lib/hypothesis/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { judge } from "@/lib/judgement/mutations";
import { getJudgements, seesJudgements } from "@/lib/judgement/queries";
import { judgementDraft } from "@/lib/judgement/schema";
import { getMatrix } from "@/lib/matrix/queries";
import {
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
});
beforeEach(async () => {
  scope = await makeInquiry(lead);
  await enrol(lead, scope.slug, analyst, "analyst");
});
afterAll(() => world.close());

const give = (person: Person, probability: Record<string, string>, reason = "") =>
  judge(person, judgementDraft.parse({ slug: scope.slug, probability, reason }));

const counting = async () => (await getMatrix(scope.id)).input.judgements;

const withdrawal = (id: string) =>
  hypothesisWithdrawal.parse({ slug: scope.slug, id, reason: "It is no answer." });
const propose = () =>
  proposeHypothesis(
    lead,
    hypothesisDraft.parse({ slug: scope.slug, shortName: "Third", statement: "Neither." }),
  );

describe("One's own probabilities", () => {
  it("count as they were typed, whatever they sum to, and replace those given before", async () => {
    granted(await give(analyst, { H1: "60 %", H2: "20,5" }, "first thoughts"));
    granted(await give(analyst, { H1: "30", H2: "" }));
    expect(await counting()).toEqual([{ analyst: analyst.analystId, probabilities: { H1: 30, H2: 0 } }]);
    expect((await getJudgements(analyst, scope)).own?.reason).toBe("");
    expect(await database().judgement.count({ where: { inquiryId: scope.id } })).toBe(1);
    const [first, second] = await database().eventContent.findMany({
      where: { chain: scope.id, sequence: { gt: 2 } },
      orderBy: { sequence: "asc" },
    });
    expect(first?.after).toEqual({ probability: { H1: 60, H2: 20.5 }, reason: "first thoughts" });
    expect(second?.before).toEqual(first?.after);
  });

  it("given again unchanged leave no trace", async () => {
    granted(await give(analyst, { H1: "60", H2: "40" }));
    const history = await historyOf(scope.id);
    expect(granted(await give(analyst, { H2: "40", H1: "60" }))).toMatchObject({ changed: false });
    expect(await historyOf(scope.id)).toEqual(history);
  });

  it("that leave out a hypothesis or name one that is not there are refused", async () => {
    for (const probability of [{ H1: "100" }, { H1: "50", H2: "25", H3: "25" }, { H1: "50", H9: "50" }]) {
      expect(await give(analyst, probability)).toMatchObject({ ok: false, reason: "invalid" });
    }
    expect(await counting()).toEqual([]);
  });

  it("wait for their analyst once a hypothesis has been added, and count again when that is judged too", async () => {
    granted(await give(analyst, { H1: "60", H2: "40" }));
    granted(await give(lead, { H1: "10", H2: "90" }));
    expect(await counting()).toHaveLength(2);
    granted(await propose());
    expect(await counting()).toEqual([]);
    expect((await getJudgements(analyst, scope)).own?.shares.H1).toBe(60);
    granted(await give(analyst, { H1: "60", H2: "30", H3: "10" }));
    expect(await counting()).toEqual([
      { analyst: analyst.analystId, probabilities: { H1: 60, H2: 30, H3: 10 } },
    ]);
  });

  it("count for those that stand when a hypothesis is withdrawn, and whole again when it is put back", async () => {
    granted(await propose());
    granted(await give(analyst, { H1: "60", H2: "30", H3: "10" }));
    granted(await give(lead, { H1: "0", H2: "0", H3: "100" }));
    granted(await setHypothesisWithdrawn(lead, withdrawal("H3"), true));
    // The lead gave all to what is withdrawn: nothing of it can be shared out.
    expect(await counting()).toEqual([{ analyst: analyst.analystId, probabilities: { H1: 60, H2: 30 } }]);
    expect(await give(analyst, { H1: "60", H2: "30", H3: "10" })).toMatchObject({
      ok: false,
      reason: "invalid",
    });
    granted(await setHypothesisWithdrawn(lead, withdrawal("H3"), false));
    expect(await counting()).toHaveLength(2);
  });

  it("sent at the same moment leave one judgement, the one that the history ends with, and no error", async () => {
    const given = ["10", "20", "30", "40", "50", "50", "50", "50"];
    const outcomes = await Promise.all(given.map((H1) => give(analyst, { H1, H2: "50" })));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const contents = await database().eventContent.findMany({
      where: { chain: scope.id, sequence: { gt: 2 } },
      orderBy: { sequence: "asc" },
    });
    const last = contents.at(-1)?.after as { probability: { H1: number; H2: number } };
    expect(await counting()).toEqual([{ analyst: analyst.analystId, probabilities: last.probability }]);
    // Each one follows from what the one before left.
    expect(contents.map(({ before }) => before)).toEqual([
      null,
      ...contents.slice(0, -1).map(({ after }) => after),
    ]);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("of others are seen only after giving one's own, in pages and history alike; readers and visitors see them", async () => {
    granted(await give(lead, { H1: "60", H2: "40" }, "The lead's secret reason."));
    const reader = await makePerson("Reader of judgements");
    await enrol(lead, scope.slug, reader, "reader");
    const seenBy = async (person: Person) => {
      const theirs = await scopeOf(person, scope.slug);
      const [{ own, others }, sees, { lines }] = await Promise.all([
        getJudgements(person, theirs),
        seesJudgements(person, theirs),
        listHistory(person, theirs, 1),
      ]);
      const line = lines.find(({ action, actor }) => action === "inquiry.judged" && actor === "Lead");
      return { own: own !== null, others: others?.map(({ name }) => name) ?? null, sees, line };
    };
    expect(await seenBy(analyst)).toMatchObject({ own: false, others: null, sees: false });
    expect(JSON.stringify((await seenBy(analyst)).line)).not.toMatch(/secret|probability/);
    expect((await seenBy(analyst)).line?.hiddenUntil).toBe("you have given your own judgement");
    expect(await seenBy(reader)).toMatchObject({ own: false, others: ["Lead"], sees: true });
    expect(await seenBy(lead)).toMatchObject({ own: true, others: [], sees: true });
    granted(await give(analyst, { H1: "50", H2: "50" }));
    expect(await seenBy(analyst)).toMatchObject({ own: true, others: ["Lead"], sees: true });
    expect((await seenBy(analyst)).line).toMatchObject({
      hiddenUntil: null,
      after: { probability: { H1: 60 } },
    });
  });

  it("are for analysts and leads: readers may not, and a contributor thereby joins", async () => {
    const [reader, contributor] = [await makePerson("Reader"), await makePerson("Contributor")];
    scope = await makeInquiry(lead, { visibility: "public", isOpen: true });
    await enrol(lead, scope.slug, reader, "reader");
    expect(await give(reader, { H1: "1", H2: "2" })).toEqual({ ok: false, reason: "forbidden" });
    granted(await give(contributor, { H1: "1", H2: "2" }));
    expect((await scopeOf(contributor, scope.slug)).role).toBe("analyst");
    expect(await counting()).toHaveLength(1);
  });
});

it("A hypothesis gets the next number, also when one before it was withdrawn, however many are proposed at once", async () => {
  granted(await setHypothesisWithdrawn(lead, withdrawal("H2"), true));
  const given = await Promise.all(Array.from({ length: 6 }, propose));
  expect(given.map((outcome) => granted(outcome).id).sort()).toEqual(["H3", "H4", "H5", "H6", "H7", "H8"]);
  expect((await getMatrix(scope.id)).input.hypotheses.map(({ id }) => id)).not.toContain("H2");
  expect(await findFaults(world.url)).toEqual([]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { proposeHypothesis } from "@/lib/hypothesis/mutations";
import { hypothesisDraft } from "@/lib/hypothesis/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { describeEffect } from "@/lib/matrix/effect";
import { getMatrix, wholeAnalysis } from "@/lib/matrix/queries";
import { editMethod } from "@/lib/method/mutations";
import { getMethod } from "@/lib/method/queries";
import { methodEdit } from "@/lib/method/schema";
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

const usual = { step: "0.2", doubt: "0.4", unrated: "0.25", lexicon: "icd203", isBlind: "on" };
const edit = (given: Record<string, unknown> = {}) =>
  methodEdit.parse({ slug: scope.slug, version: "1", ...usual, prior: { H1: "1", H2: "1" }, ...given });

describe("The method of an inquiry", () => {
  it("begins with the usual settings, level priors, ICD 203 and blind rating", async () => {
    expect(await getMethod(scope)).toEqual({
      step: 0.2,
      doubt: 0.4,
      unrated: 0.25,
      lexicon: "icd203",
      isBlind: true,
      version: 1,
    });
    const { input } = await getMatrix(scope.id);
    expect(input.settings).toEqual({ step: 0.2, doubt: 0.4, unrated: 0.25 });
    expect(input.hypotheses).toEqual([
      { id: "H1", prior: 1 },
      { id: "H2", prior: 1 },
    ]);
  });

  it("moves every figure when its lead changes it, and says in the history from what to what", async () => {
    await addEntry(lead, scope.slug, { consistency: { H1: "CC", H2: "II" } });
    const before = await getMatrix(scope.id);
    const outcome = await editMethod(
      lead,
      edit({
        step: "0,1",
        doubt: "0.8",
        unrated: "0.5",
        prior: { H1: "1", H2: "3" },
        lexicon: "phia",
        isBlind: undefined,
      }),
    );
    expect(granted(outcome)).toEqual({ version: 2, changed: true });
    const after = await getMatrix(scope.id);
    expect(after.lexicon).toBe("phia");
    expect(after.input.settings).toEqual({ step: 0.1, doubt: 0.8, unrated: 0.5 });
    expect(after.analysis.hypotheses[1]?.prior).toBeCloseTo(0.75, 12);
    expect(after.analysis.leader?.id).toBe("H2");
    expect(wholeAnalysis(after).settings.step).toBe(0.1);
    expect(describeEffect(before, after, new Set())).toMatch(
      /H2.*"step" is now 0\.1 \(was 0\.2\).*other priors/,
    );
    expect((await historyOf(scope.id)).at(-1)).toBe("method.changed method");
    const content = await database().eventContent.findFirst({
      where: { chain: scope.id },
      orderBy: { sequence: "desc" },
    });
    expect(content).toMatchObject({
      before: { step: 0.2, lexicon: "icd203", isBlind: true, prior: { H1: 1, H2: 1 } },
      after: { step: 0.1, lexicon: "phia", isBlind: false, prior: { H1: 1, H2: 3 } },
    });
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("saved unchanged leaves no trace", async () => {
    const history = await historyOf(scope.id);
    expect(granted(await editMethod(lead, edit())).changed).toBe(false);
    expect(await historyOf(scope.id)).toEqual(history);
  });

  it("saved unchanged makes nobody a loser: the next who saves over what they read is not told of a conflict", async () => {
    granted(await editMethod(lead, edit()));
    expect(granted(await editMethod(lead, edit({ step: "0.1" })))).toEqual({ version: 2, changed: true });
    // Who wants what stands already has no quarrel, whatever they read.
    expect(granted(await editMethod(lead, edit({ step: "0.1" })))).toEqual({ version: 2, changed: false });
  });

  it("changed by two leads at the same moment shows the second what the first saved, not what stood before", async () => {
    const other = await makePerson("Other lead");
    await enrol(lead, scope.slug, other, "lead");
    const outcomes = await Promise.all([
      editMethod(lead, edit({ doubt: "0.5" })),
      editMethod(other, edit({ doubt: "0.6" })),
    ]);
    const { doubt } = await getMethod(scope);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      reason: "conflict",
      conflict: { fields: [{ name: "doubt", theirs: String(doubt), yours: doubt === 0.5 ? "0.6" : "0.5" }] },
    });
  });

  it("is for leads alone, and for nobody outside", async () => {
    expect(await editMethod(analyst, edit({ step: "0.1" }))).toEqual({ ok: false, reason: "forbidden" });
    const stranger = await makePerson("Stranger");
    expect(await editMethod(stranger, edit({ step: "0.1" }))).toEqual({ ok: false, reason: "missing" });
    expect((await getMethod(scope)).step).toBe(0.2);
  });

  it("changed by two at once is saved by the first, and the second sees both", async () => {
    granted(await editMethod(lead, edit({ doubt: "0.5" })));
    expect(await editMethod(lead, edit({ doubt: "0.6", prior: { H1: "2", H2: "1" } }))).toMatchObject({
      ok: false,
      reason: "conflict",
      conflict: {
        by: "Lead",
        version: 2,
        fields: [
          { name: "doubt", theirs: "0.5", yours: "0.6" },
          { name: "prior.H1", theirs: "1", yours: "2" },
        ],
        adopted: [],
      },
    });
    expect((await getMethod(scope)).doubt).toBe(0.5);
  });

  it("that one of two left as it was, is the other's: the form takes it over and saving again sets nothing back", async () => {
    granted(await editMethod(lead, edit({ doubt: "0.5", isBlind: undefined })));
    granted(
      await editMethod(lead, edit({ version: "2", doubt: "0.5", isBlind: undefined, lexicon: "phia" })),
    );
    expect(await editMethod(lead, edit({ prior: { H1: "2", H2: "1" } }))).toMatchObject({
      reason: "conflict",
      conflict: {
        version: 3,
        fields: [{ name: "prior.H1", theirs: "1", yours: "2" }],
        adopted: [
          { label: "Doubt", values: { doubt: "0.5" } },
          { label: "Words for likelihood", values: { lexicon: "phia" } },
          { label: "Blind rating", values: { isBlind: "" } },
        ],
      },
    });
  });

  it("weighs every hypothesis that counts, and none that does not", async () => {
    granted(
      await proposeHypothesis(
        lead,
        hypothesisDraft.parse({ slug: scope.slug, shortName: "Third", statement: "Neither." }),
      ),
    );
    for (const prior of [
      { H1: "1", H2: "1" },
      { H1: "1", H2: "1", H3: "1", H4: "1" },
    ]) {
      expect(await editMethod(lead, edit({ prior }))).toMatchObject({ ok: false, reason: "invalid" });
    }
    granted(await editMethod(lead, edit({ prior: { H1: "1", H2: "1", H3: "0.5" } })));
    expect((await getMatrix(scope.id)).analysis.hypotheses[2]?.prior).toBeCloseTo(0.2, 12);
  });

  it.each([
    ["step", "0"],
    ["step", "0.25"],
    ["step", "much"],
    ["doubt", "1.01"],
    ["doubt", ""],
    ["unrated", "-0.1"],
    ["lexicon", "none"],
  ])("refuses %s of %j with a sentence", (name, value) => {
    const parsed = methodEdit.safeParse({
      slug: scope.slug,
      version: "1",
      ...usual,
      prior: { H1: "1", H2: "1" },
      [name]: value,
    });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message.length > 10])).toEqual([
      [name, true],
    ]);
  });

  it("is held by the database as well", async () => {
    const set = (columns: object) => database().inquiry.update({ where: { id: scope.id }, data: columns });
    for (const wrong of [{ step: 0.25 }, { step: 0 }, { doubt: 1.1 }, { unrated: -1 }, { lexicon: "x" }]) {
      await expect(set(wrong)).rejects.toThrow();
    }
    await expect(
      database().hypothesis.updateMany({ where: { inquiryId: scope.id }, data: { prior: 0 } }),
    ).rejects.toThrow();
  });
});

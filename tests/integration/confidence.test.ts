import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { stateConfidence, takeBackConfidence } from "@/lib/confidence/mutations";
import { findStatedConfidence } from "@/lib/confidence/queries";
import { confidenceRemoval, confidenceStatement } from "@/lib/confidence/schema";
import { listHistory } from "@/lib/history/queries";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { enrol, findFaults, granted, makeInquiry, makePerson, openWorld } from "../support/world";

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

const state = (person: Person, level: string, version: number, reason = "The registry is checked.") =>
  stateConfidence(
    person,
    confidenceStatement.parse({ slug: scope.slug, level, version: String(version), reason }),
    "low",
  );
const takeBack = (person: Person, version: number) =>
  takeBackConfidence(
    person,
    confidenceRemoval.parse({ slug: scope.slug, version: String(version), reason: "It was not." }),
  );

describe("The confidence of an inquiry", () => {
  it("is stated by an analyst with a reason, beside what was suggested, and taken back again", async () => {
    expect(await findStatedConfidence(scope)).toBeNull();
    const { version } = granted(await state(analyst, "moderate", 0));
    expect(await findStatedConfidence(scope)).toMatchObject({
      level: "moderate",
      reason: "The registry is checked.",
      suggested: "low",
      by: "Analyst",
      version,
    });
    granted(await takeBack(lead, version));
    expect(await findStatedConfidence(scope)).toBeNull();
    const { lines } = await listHistory(lead, scope, 1);
    expect(lines.slice(0, 2)).toMatchObject([
      {
        actor: "Lead",
        action: "confidence.taken-back",
        before: { level: "moderate" },
        reason: "It was not.",
      },
      { actor: "Analyst", action: "confidence.stated", after: { level: "moderate", suggested: "low" } },
    ]);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("stated by two who read the same is the first one's, and the second sees both", async () => {
    const outcomes = await Promise.all([
      state(lead, "high", 0),
      state(analyst, "low", 0, "It all hangs on one."),
    ]);
    const lost = outcomes.filter(({ ok }) => !ok);
    expect(lost).toHaveLength(1);
    const stated = await findStatedConfidence(scope);
    expect(lost[0]).toMatchObject({
      reason: "conflict",
      conflict: { version: stated?.version, fields: [{ name: "level" }, { name: "reason" }] },
    });
  });

  it("is not overwritten by whoever read one that was taken back since", async () => {
    const first = granted(await state(analyst, "moderate", 0)).version;
    granted(await takeBack(analyst, first));
    granted(await state(lead, "high", 0));
    expect(await state(analyst, "low", first)).toMatchObject({ ok: false, reason: "conflict" });
    expect((await findStatedConfidence(scope))?.level).toBe("high");
  });

  it("is for analysts and leads, and asks for a reason", async () => {
    const [reader, stranger] = [await makePerson("Reader"), await makePerson("Stranger")];
    await enrol(lead, scope.slug, reader, "reader");
    expect(await state(reader, "high", 0)).toEqual({ ok: false, reason: "forbidden" });
    expect(await state(stranger, "high", 0)).toEqual({ ok: false, reason: "missing" });
    expect(
      confidenceStatement.safeParse({ slug: scope.slug, version: "0", level: "high", reason: " " }).success,
    ).toBe(false);
    expect(await findStatedConfidence(scope)).toBeNull();
  });
});

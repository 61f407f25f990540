import { afterAll, beforeAll, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { setClaimWithdrawn } from "@/lib/claim/mutations";
import { listClaims } from "@/lib/claim/queries";
import { claimWithdrawal } from "@/lib/claim/schema";
import { database } from "@/lib/db/client";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { addEntry, enrol, granted, historyOf, makeInquiry, makePerson, openWorld } from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;
let inquiry: InquiryScope;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
  inquiry = await makeInquiry(lead, { visibility: "public" });
  const id = await addEntry(lead, inquiry.slug, {
    citations: [{ source: "The paper", sourceKind: "media" }],
  });
  const { sourceId } = await database().citation.findFirstOrThrow({
    where: { inquiryId: inquiry.id, evidenceId: id },
  });
  await database().claim.create({
    data: { inquiryId: inquiry.id, id: "C1", ordinal: 1, statement: "It was us.", assertedById: sourceId },
  });
});

afterAll(() => world.close());

const withdrawal = (reason: string) => claimWithdrawal.parse({ slug: inquiry.slug, id: "C1", reason });

it("a claim is withdrawn with a reason, stays visible, and is put back; both stand in the history", async () => {
  granted(await setClaimWithdrawn(lead, withdrawal("The paper took it back."), true));
  expect((await listClaims(inquiry))[0]).toMatchObject({
    id: "C1",
    withdrawnReason: "The paper took it back.",
  });
  granted(await setClaimWithdrawn(lead, withdrawal("It stood by it after all."), false));
  expect((await listClaims(inquiry))[0]).toMatchObject({
    id: "C1",
    withdrawnAt: null,
    withdrawnReason: null,
  });
  expect((await historyOf(inquiry.id)).slice(-2)).toEqual(["claim.withdrawn C1", "claim.restored C1"]);
});

it("a reader may not, and a stranger finds nothing in a private inquiry", async () => {
  const reader = await makePerson("Reader");
  await enrol(lead, inquiry.slug, reader, "reader");
  expect(await setClaimWithdrawn(reader, withdrawal("No."), true)).toMatchObject({
    ok: false,
    reason: "forbidden",
  });
  await database().inquiry.update({ where: { id: inquiry.id }, data: { visibility: "private" } });
  const stranger = await makePerson("Stranger");
  expect(await setClaimWithdrawn(stranger, withdrawal("No."), true)).toMatchObject({
    ok: false,
    reason: "missing",
  });
});

import { verifyPassword } from "better-auth/crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { changeAccount, editAccount, inspectStartKey, redeemStartKey, signUp } from "@/lib/account/mutations";
import { isOpenAccount, listAccounts } from "@/lib/account/queries";
import { accountEdit, signUpForm, welcomeForm } from "@/lib/account/schema";
import { actorOf, nobody, type Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { installationChain } from "@/lib/history/chain";
import { findInquiry } from "@/lib/inquiry/scope";
import { seed } from "@/prisma/seed/index";
import { findFaults, granted, historyOf, makeKey, makePerson, openWorld, personOf } from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;

beforeAll(async () => {
  world = await openWorld();
  await seed();
});
afterAll(() => world.close());
afterEach(() => {
  delete process.env.LINCHPIN_SIGNUP;
});

const password = "a few plain words";
const administrators = () => database().account.findMany({ where: { isAdministrator: true } });
const welcome = (key: string, fields: object = {}) =>
  welcomeForm.parse({ key, name: "First", email: "", password: "", ...fields });
const signUpAs = (email: string, fields: object = {}) =>
  signUp(signUpForm.parse({ name: "Somebody", email, password, ...fields }));

describe("Signing up", () => {
  it("makes an account with its analyst, and never an administrator, whatever is sent along", async () => {
    const { accountId } = granted(
      await signUpAs("first@example.org", {
        isAdministrator: true,
        is_administrator: "on",
        role: "administrator",
      }),
    );
    const forged = {
      name: "Forger",
      email: "forger@example.org",
      password,
      next: "/",
      isAdministrator: true,
    };
    granted(await signUp(forged));
    expect(await administrators()).toEqual([]);
    const person = await personOf(accountId);
    expect(person).toMatchObject({ kind: "person", name: "Somebody", isAdministrator: false });
    expect((await historyOf(installationChain)).slice(-2)).toEqual([
      "account.created Somebody",
      "account.created Forger",
    ]);
  });

  it("keeps no password, but a salted hash of it; and no address or password in the history", async () => {
    const given = await signUpAs("Kept@Example.org");
    const { password: kept } = await database().credential.findFirstOrThrow({
      where: { ownerId: granted(given).accountId },
    });
    expect(kept).not.toContain(password);
    expect(await verifyPassword({ hash: kept ?? "", password })).toBe(true);
    expect(await verifyPassword({ hash: kept ?? "", password: `${password}.` })).toBe(false);
    const contents = JSON.stringify(await database().eventContent.findMany());
    expect(contents).not.toMatch(/kept@example\.org|plain words/i);
  });

  it("with one address many times at once makes one account, and the others are told", async () => {
    const outcomes = await Promise.all(
      ["a@example.org", "A@example.org", "a@EXAMPLE.org", "a@example.org"].map((email) => signUpAs(email)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes.filter(({ ok }) => !ok)) {
      expect(outcome).toMatchObject({
        reason: "invalid",
        errors: { email: expect.stringContaining("already") },
      });
    }
    expect(await database().account.count({ where: { email: "a@example.org" } })).toBe(1);
    // Nor does a refused one leave an analyst without an account behind.
    expect(await database().analyst.count({ where: { account: null, memberships: { none: {} } } })).toBe(0);
  });

  it("is refused where sign-up is closed", async () => {
    process.env.LINCHPIN_SIGNUP = "closed";
    expect(await signUpAs("late@example.org")).toEqual({ ok: false, reason: "forbidden" });
    expect(await isOpenAccount("late@example.org")).toBe(false);
  });
});

describe("The one-time key", () => {
  let first: Person;

  it("is refused when it is wrong, and when no name comes with the first", async () => {
    const key = await makeKey();
    expect(await redeemStartKey(welcome("not-the-key-not-the-key"))).toMatchObject({ reason: "invalid" });
    expect(await inspectStartKey("not-the-key-not-the-key")).toBeNull();
    expect(await redeemStartKey(welcome(key, { name: " " }))).toMatchObject({
      errors: { name: expect.any(String) },
    });
    expect(await administrators()).toEqual([]);
    await database().startKey.deleteMany();
  });

  it("is not spent by a look, and is spent once, however many hold it", async () => {
    const key = await makeKey();
    for (let look = 0; look < 3; look++) expect(await inspectStartKey(key)).toEqual({ isFirst: true });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => redeemStartKey(welcome(key, { name: `Holder ${i}` }))),
    );
    const [done, ...more] = outcomes.filter(({ ok }) => ok);
    expect(more).toEqual([]);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "invalid")).toHaveLength(7);
    expect(await administrators()).toHaveLength(1);
    expect(await inspectStartKey(key)).toBeNull();
    if (done?.ok) first = await personOf(done.value.accountId);
    expect(first.isAdministrator).toBe(true);
  });

  it("makes its holder lead the inquiry that nobody leads, which its history shows", async () => {
    const scope = await findInquiry(first, "is-k-attacks");
    expect(scope?.role).toBe("lead");
    expect((await historyOf(scope?.id ?? "")).at(-1)).toBe(`member.changed ${first.name}`);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("afterwards signs the first administrator in, and makes no other", async () => {
    const key = await makeKey();
    expect(await inspectStartKey(key)).toEqual({ isFirst: false });
    const [one, two] = await Promise.all([redeemStartKey(welcome(key)), redeemStartKey(welcome(key))]);
    const outcome = one.ok ? one : two;
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect(granted(outcome)).toEqual({ accountId: first.accountId });
    expect(await administrators()).toHaveLength(1);
  });

  it("asks for a name again once every administrator's account is closed, and says so beforehand", async () => {
    await database().account.update({ where: { id: first.accountId }, data: { closedAt: new Date() } });
    const key = await makeKey();
    expect(await inspectStartKey(key)).toEqual({ isFirst: true });
    expect(await redeemStartKey(welcome(key, { name: "" }))).toMatchObject({
      errors: { name: expect.any(String) },
    });
    await database().account.update({ where: { id: first.accountId }, data: { closedAt: null } });
    await database().startKey.deleteMany();
  });
});

describe("A closed account", () => {
  it("is nobody from that moment, is signed out everywhere, and is somebody again when it is opened", async () => {
    const [one] = await administrators();
    const administrator = await personOf(one?.id ?? "");
    const person = await makePerson("Closed");
    await database().session.create({
      data: { token: "t", accountId: person.accountId, expiresAt: new Date(Date.now() + 60_000) },
    });
    granted(await changeAccount(administrator, { id: person.accountId, change: "close" }));
    expect(await actorOf(person.analystId)).toBe(nobody);
    expect(await database().session.count({ where: { accountId: person.accountId } })).toBe(0);
    const { email } = await database().account.findUniqueOrThrow({ where: { id: person.accountId } });
    expect(await isOpenAccount(email)).toBe(false);
    granted(await changeAccount(administrator, { id: person.accountId, change: "reopen" }));
    expect(await actorOf(person.analystId)).toMatchObject({ kind: "person", accountId: person.accountId });
    expect((await historyOf(installationChain)).slice(-2)).toEqual([
      "account.close Closed",
      "account.reopen Closed",
    ]);
  });

  it("an analyst without an account, and one that there is not, are nobody", async () => {
    const seeded = await database().analyst.findFirstOrThrow({ where: { account: null } });
    expect(await actorOf(seeded.id)).toBe(nobody);
    expect(await actorOf("no-such-analyst")).toBe(nobody);
  });
});

describe("Running accounts", () => {
  it("is an administrator's: for anybody else there is nothing there", async () => {
    const [person, other] = [await makePerson("Person"), await makePerson("Other")];
    for (const change of ["close", "reopen", "appoint", "dismiss"] as const) {
      expect(await changeAccount(person, { id: other.accountId, change })).toEqual({
        ok: false,
        reason: "missing",
      });
      expect(await changeAccount(person, { id: person.accountId, change })).toEqual({
        ok: false,
        reason: "missing",
      });
    }
    expect(await listAccounts(person)).toBeNull();
    expect(await listAccounts(nobody)).toBeNull();
  });

  it("stops at one's own account, so that an administrator cannot shut everybody out", async () => {
    const [one] = await administrators();
    const administrator = await personOf(one?.id ?? "");
    expect(
      await changeAccount(administrator, { id: administrator.accountId, change: "dismiss" }),
    ).toMatchObject({ reason: "invalid" });
    const other = await makePerson("Second");
    granted(await changeAccount(administrator, { id: other.accountId, change: "appoint" }));
    expect((await personOf(other.accountId)).isAdministrator).toBe(true);
    granted(await changeAccount(administrator, { id: other.accountId, change: "dismiss" }));
    expect((await personOf(other.accountId)).isAdministrator).toBe(false);
  });
});

describe("One's own account", () => {
  it("changes address and password only for who knows the password, and its name for whoever is signed in", async () => {
    const person = await makePerson("Before");
    const edit = (version: number, fields: object) =>
      editAccount(
        person,
        accountEdit.parse({ version: String(version), name: "After", email: "", password: "", ...fields }),
      );
    const refused = { reason: "invalid", errors: { currentPassword: expect.any(String) } };
    expect(await edit(1, { password: "another long one" })).toMatchObject(refused);
    expect(
      await edit(1, { email: "elsewhere@example.org", currentPassword: "not the password" }),
    ).toMatchObject(refused);
    expect(granted(await edit(1, {}))).toEqual({ version: 2 });
    expect(granted(await edit(2, { email: "elsewhere@example.org", currentPassword: password }))).toEqual({
      version: 3,
    });
    expect((await actorOf(person.analystId)) as Person).toMatchObject({ name: "After" });
    expect(await edit(1, {})).toMatchObject({ ok: false, reason: "invalid" });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { changeAccount } from "@/lib/account/mutations";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { setEvidenceWithdrawn } from "@/lib/evidence/mutations";
import { evidenceWithdrawal, rowRating } from "@/lib/evidence/schema";
import { nextId, record } from "@/lib/history/record";
import { editInquiry } from "@/lib/inquiry/mutations";
import { inquiryEdit } from "@/lib/inquiry/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { judge } from "@/lib/judgement/mutations";
import { judgementDraft } from "@/lib/judgement/schema";
import type { Change } from "@/lib/live/change";
import { countReaders } from "@/lib/live/hub";
import { changeStream } from "@/lib/live/stream";
import { done, invalid } from "@/lib/outcome";
import { rateRow } from "@/lib/rating/mutations";
import { withConnection } from "../../scripts/lib/sql.mjs";
import {
  addEntry,
  enrol,
  granted,
  makeAdministrator,
  makeInquiry,
  makePerson,
  openWorld,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let administrator: Person;
let lead: Person;

beforeAll(async () => {
  world = await openWorld();
  administrator = await makeAdministrator("Administrator");
  lead = await makePerson("Lead");
});
afterAll(() => world.close());

const open = new Set<() => Promise<void>>();
afterEach(async () => {
  for (const close of open) await close();
  open.clear();
});

const lastOf = async ({ id }: InquiryScope) =>
  (await database().chainHead.findUniqueOrThrow({ where: { chain: id } })).sequence;

async function startSession(person: Person): Promise<string> {
  const { id } = await database().session.create({
    data: {
      token: `${person.accountId}-${Math.random()}`,
      accountId: person.accountId,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  return id;
}

type Told = Change | { reset: number } | "end";

/** Reads the changes of an inquiry as a browser does. `next` waits for the next that is told, or for the end. */
function follow({ id }: InquiryScope, sessionId: string | null, since: number | null) {
  const stream = changeStream({ inquiryId: id, sessionId, client: "a client", since });
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  // A stream begins with the first read.
  let ahead = reader.read();
  open.add(() => reader.cancel());
  let unread = "";
  const next = async (): Promise<Told> => {
    for (;;) {
      const end = unread.indexOf("\n\n");
      if (end >= 0) {
        const message = unread.slice(0, end);
        unread = unread.slice(end + 2);
        const change = /^data: (.*)$/m.exec(message)?.[1];
        if (change === undefined) continue;
        const told: Change = JSON.parse(change);
        expect(/^id: (.*)$/m.exec(message)?.[1]).toBe(String(told.sequence));
        return /^event: reset$/m.test(message) ? { reset: told.sequence } : told;
      }
      const { done: isOver, value } = await ahead;
      if (isOver) return "end";
      ahead = reader.read();
      unread += decoder.decode(value, { stream: true });
    }
  };
  return { next, close: () => reader.cancel() };
}

const rate = async (person: Person, { slug }: InquiryScope, id: string, code: string) =>
  granted(await rateRow(person, rowRating.parse({ slug, id, consistency: { H1: code } })));

const show = async ({ slug }: InquiryScope, version: number, visibility: string) =>
  granted(
    await editInquiry(
      lead,
      inquiryEdit.parse({ slug, version: String(version), question: "Who did it?", visibility }),
    ),
  );

describe("The database", () => {
  it("tells of every event once it is committed, whoever wrote it, and of nothing else", async () => {
    const scope = await makeInquiry(lead);
    const last = await lastOf(scope);
    const told: string[] = [];
    await withConnection(world.url, async (sql) => {
      await sql.listen("linchpin_change", (payload) => void told.push(payload));
      const change = { action: "evidence.tested", subject: "E1" };
      // What is taken back leaves no event, and a number given out is none.
      await write(async (tx) => {
        await record(tx, scope.id, lead.analystId, change);
        return invalid({});
      });
      await write(async (tx) => done(await nextId(tx, scope.id, "evidence")));
      await write(async (tx) => {
        await record(tx, scope.id, lead.analystId, change);
        return done(await record(tx, scope.id, lead.analystId, change));
      });
      // Another program with a connection of its own.
      await withConnection(
        world.url,
        (other) => other`update chain_head set sequence = sequence + 1 where chain = ${scope.id}`,
      );
      await expect.poll(() => told).toEqual([1, 2, 3].map((nth) => `${scope.id} ${last + nth}`));
    });
  });
});

describe("Whoever reads an inquiry", () => {
  it("is told which things changed as they change, and neither what was done nor by whom", async () => {
    const scope = await makeInquiry(lead);
    const analyst = await makePerson("Analyst");
    const last = await lastOf(scope);
    const { next } = follow(scope, await startSession(lead), last);
    await enrol(lead, scope.slug, analyst, "analyst");
    expect(await next()).toEqual({ sequence: last + 1, subjects: [] });
    const id = await addEntry(analyst, scope.slug);
    expect(await next()).toEqual({ sequence: last + 2, subjects: [id] });
    await rate(analyst, scope, id, "CC");
    expect(await next()).toEqual({ sequence: last + 3, subjects: [id] });
    granted(
      await judge(
        analyst,
        judgementDraft.parse({ slug: scope.slug, probability: { H1: "80", H2: "20" }, reason: "" }),
      ),
    );
    expect(await next()).toEqual({ sequence: last + 4, subjects: [] });
    granted(
      await setEvidenceWithdrawn(
        lead,
        evidenceWithdrawal.parse({ slug: scope.slug, id, reason: "It was not so." }),
        true,
      ),
    );
    expect(await next()).toEqual({ sequence: last + 5, subjects: [id] });
  });

  it("is told first what they lack, and what comes after it then", async () => {
    const scope = await makeInquiry(lead);
    const last = await lastOf(scope);
    const ids = [await addEntry(lead, scope.slug), await addEntry(lead, scope.slug)];
    const { next } = follow(scope, await startSession(lead), last);
    expect(await next()).toEqual({ sequence: last + 1, subjects: [ids[0]] });
    expect(await next()).toEqual({ sequence: last + 2, subjects: [ids[1]] });
    const third = await addEntry(lead, scope.slug);
    expect(await next()).toEqual({ sequence: last + 3, subjects: [third] });
  });

  it("who does not say what they know is told from then on", async () => {
    const scope = await makeInquiry(lead);
    const last = await lastOf(scope);
    const session = await startSession(lead);
    const { next } = follow(scope, session, null);
    // One delivery serves all who are there: when the second is told, the first has been heard.
    expect(await follow(scope, session, last - 1).next()).toMatchObject({ sequence: last });
    await addEntry(lead, scope.slug);
    expect(await next()).toMatchObject({ sequence: last + 1 });
  });

  it("is told once to read anew where they lack too much, or know of what is not there", async () => {
    const scope = await makeInquiry(lead);
    for (let nth = 0; nth < 201; nth++) {
      const change = { action: "evidence.tested", subject: `E${nth}` };
      await write(async (tx) => done(await record(tx, scope.id, lead.analystId, change)));
    }
    const last = await lastOf(scope);
    const session = await startSession(lead);
    expect(await follow(scope, session, last - 201).next()).toEqual({ reset: last });
    expect(await follow(scope, session, last + 1).next()).toEqual({ reset: last });
    const { next } = follow(scope, session, last - 200);
    for (let nth = 199; nth >= 0; nth--) expect(await next()).toMatchObject({ sequence: last - nth });
  });

  it("hears nothing of another inquiry", async () => {
    const [scope, other] = [await makeInquiry(lead), await makeInquiry(lead)];
    const last = await lastOf(scope);
    const { next } = follow(scope, await startSession(lead), last);
    await addEntry(lead, other.slug);
    const id = await addEntry(lead, scope.slug);
    expect(await next()).toEqual({ sequence: last + 1, subjects: [id] });
  });

  it("is no longer counted once they have left, nor where nobody ever reads the answer", async () => {
    const scope = await makeInquiry(lead);
    const { close } = follow(scope, await startSession(lead), null);
    await expect.poll(countReaders).toBe(1);
    changeStream({ inquiryId: scope.id, sessionId: null, client: "a client", since: null });
    await close();
    await expect.poll(countReaders).toBe(0);
  });
});

describe("A stream ends without telling anything more", () => {
  it("for a member whose membership is taken away, while the others hear of it", async () => {
    const scope = await makeInquiry(lead);
    const analyst = await makePerson("Analyst");
    await enrol(lead, scope.slug, analyst, "analyst");
    const last = await lastOf(scope);
    const theirs = follow(scope, await startSession(analyst), last);
    const leads = follow(scope, await startSession(lead), last);
    await expect.poll(countReaders).toBe(2);
    await enrol(lead, scope.slug, analyst, "none");
    expect(await theirs.next()).toBe("end");
    expect(await leads.next()).toEqual({ sequence: last + 1, subjects: [] });
  });

  it("for an account that is closed and a session that is over, with the next change", async () => {
    const scope = await makeInquiry(lead, { visibility: "members" });
    const last = await lastOf(scope);
    const [closed, out, late] = await Promise.all(["Closed", "Signed out", "Late"].map(makePerson));
    if (!closed || !out || !late) throw new Error("nobody was made");
    const sessions = { out: await startSession(out), late: await startSession(late) };
    const streams = [await startSession(closed), sessions.out, sessions.late].map((session) =>
      follow(scope, session, last),
    );
    await expect.poll(countReaders).toBe(3);
    granted(await changeAccount(administrator, { id: closed.accountId, change: "close" }));
    await database().session.delete({ where: { id: sessions.out } });
    const expiresAt = new Date(Date.now() - 1000);
    await database().session.update({ where: { id: sessions.late }, data: { expiresAt } });
    await addEntry(lead, scope.slug);
    for (const { next } of streams) expect(await next()).toBe("end");
  });

  it("for nobody and for strangers when an inquiry is no longer shown to them", async () => {
    const scope = await makeInquiry(lead, { visibility: "public" });
    const stranger = await startSession(await makePerson("Stranger"));
    const last = await lastOf(scope);
    const [nobodys, strangers] = [follow(scope, null, last), follow(scope, stranger, last)];
    await expect.poll(countReaders).toBe(2);
    await show(scope, scope.version, "members");
    expect(await nobodys.next()).toBe("end");
    expect(await strangers.next()).toEqual({ sequence: last + 1, subjects: [] });
    await show(scope, scope.version + 1, "private");
    expect(await strangers.next()).toBe("end");
  });
});

describe("The connection that listens", () => {
  const backends = (): Promise<{ pid: number }[]> =>
    withConnection(
      world.url,
      (sql) => sql`
        select pid from pg_stat_activity
        where application_name = 'linchpin live' and datname = current_database()`,
    );

  it("is one, however many read", async () => {
    const [scope, other] = [await makeInquiry(lead), await makeInquiry(lead)];
    const session = await startSession(lead);
    const lasts = new Map([
      [scope, await lastOf(scope)],
      [other, await lastOf(other)],
    ]);
    const streams = [scope, scope, scope, other, other].map((each) =>
      follow(each, session, lasts.get(each) ?? 0),
    );
    await expect.poll(countReaders).toBe(5);
    await addEntry(lead, scope.slug);
    await addEntry(lead, other.slug);
    for (const { next } of streams) expect(await next()).toMatchObject({ subjects: ["E1"] });
    expect(await backends()).toHaveLength(1);
  });

  it("comes back when it was cut, and every reader is told what was committed meanwhile", async () => {
    const scope = await makeInquiry(lead);
    const last = await lastOf(scope);
    const { next } = follow(scope, await startSession(lead), last);
    await addEntry(lead, scope.slug);
    await expect.poll(backends).toHaveLength(1);
    expect(await next()).toMatchObject({ sequence: last + 1 });
    const [before] = await backends();
    await withConnection(world.url, async (sql) => {
      await sql`select pg_terminate_backend(${before?.pid ?? 0}, 5000)`;
    });
    await addEntry(lead, scope.slug);
    expect(await next()).toMatchObject({ sequence: last + 2 });
    const [after] = await backends();
    expect(after?.pid).not.toBe(before?.pid);
    await addEntry(lead, scope.slug);
    expect(await next()).toMatchObject({ sequence: last + 3 });
  });
});

import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { addEvidence, editEvidence } from "@/lib/evidence/mutations";
import { evidenceEdit, rowRating } from "@/lib/evidence/schema";
import { hashLink, installationChain } from "@/lib/history/chain";
import { listHistory } from "@/lib/history/queries";
import { verifyChains } from "@/lib/history/verify";
import { proposeHypothesis } from "@/lib/hypothesis/mutations";
import { hypothesisDraft } from "@/lib/hypothesis/schema";
import type { InquiryScope } from "@/lib/inquiry/scope";
import { judge } from "@/lib/judgement/mutations";
import { judgementDraft } from "@/lib/judgement/schema";
import { rateRow } from "@/lib/rating/mutations";
import { createSource, gradeSource } from "@/lib/source/mutations";
import { sourceDraft, sourceGrade } from "@/lib/source/schema";
import { discard } from "../../scripts/lib/embedded/cluster.mjs";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { makeDataFolder } from "../support/data-folder";
import { startScript } from "../support/server";
import {
  addEntry,
  draftEntry,
  enrol,
  findFaults,
  historyOf,
  makeInquiry,
  makePerson,
  openWorld,
  tamper,
} from "../support/world";

let world: Awaited<ReturnType<typeof openWorld>>;
let lead: Person;

beforeAll(async () => {
  world = await openWorld();
  lead = await makePerson("Lead");
});
afterAll(() => world.close());

const sequencesOf = async (chain: string) =>
  (await database().event.findMany({ where: { chain }, orderBy: { sequence: "asc" } })).map(
    (e) => e.sequence,
  );

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("Many writers at once", () => {
  it("leave no gap and no fork: fifty writes of six kinds by three people into one inquiry and its sources", async () => {
    const { slug, id } = await makeInquiry(lead, { visibility: "public", isOpen: true });
    const [analyst, contributor] = [await makePerson("Analyst"), await makePerson("Contributor")];
    await enrol(lead, slug, analyst, "analyst");
    const first = await addEntry(lead, slug, { citations: [{ source: "A newspaper", sourceKind: "media" }] });
    const before = (await sequencesOf(id)).length;
    const installationBefore = (await sequencesOf(installationChain)).length;
    const source = await database().source.findFirstOrThrow({ where: { name: "A newspaper" } });

    const people = [lead, analyst, contributor];
    const writes = Array.from({ length: 50 }, (_, i) => {
      const person = people[i % 3] ?? lead;
      const citations = [{ source: `Source of writer ${i}`, sourceKind: "expert" }];
      switch (i % 6) {
        case 0:
        case 1:
          return addEvidence(
            person,
            draftEntry(slug, { statement: `Entry ${i}`, citations, consistency: { H1: "C" } }),
          );
        case 2:
          return rateRow(
            person,
            rowRating.parse({ slug, id: first, consistency: { H1: "C", H2: "I" }, reasons: { H1: `${i}` } }),
          );
        case 3:
          return proposeHypothesis(
            person,
            hypothesisDraft.parse({ slug, shortName: `Name ${i}`, statement: `Statement ${i}` }),
          );
        case 4:
          return gradeSource(
            person,
            sourceGrade.parse({
              id: source.id,
              reliability: i % 4 ? "B" : "C",
              reason: `${i}`,
              inquiry: slug,
            }),
          );
        default:
          return createSource(person, sourceDraft.parse({ name: `Another source ${i}`, kind: "other" }));
      }
    });
    const outcomes = await Promise.all(writes);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);

    const sequences = await sequencesOf(id);
    expect(sequences).toEqual(oneTo(sequences.length));
    const installation = await sequencesOf(installationChain);
    expect(installation).toEqual(oneTo(installation.length));
    // 18 entries, each rated, with a source of its own; 8 rows; 8 hypotheses; 8 grades, in both chains; 8 sources; one
    // contributor who joins.
    const isOfWriters = 18 * 2 + 8 + 8 + 8 + 1;
    expect(sequences).toHaveLength(before + isOfWriters);
    expect(installation).toHaveLength(installationBefore + 18 + 8 + 8);
    const previous = await database().event.findMany({
      where: { chain: id },
      select: { previousHash: true },
    });
    expect(new Set(previous.map((event) => event.previousHash)).size).toBe(sequences.length);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("never wait for each other in a ring, whatever they lock", async () => {
    const { slug } = await makeInquiry(lead, { visibility: "public", isOpen: true });
    const id = await addEntry(lead, slug, { citations: [{ source: "A gazette", sourceKind: "media" }] });
    await addEntry(lead, slug, { citations: [{ source: "A gazette" }] });
    const gazette = await database().source.findFirstOrThrow({ where: { name: "A gazette" } });
    const people = await Promise.all(oneTo(9).map((i) => makePerson(`Writer ${i}`)));
    const outcomes = await Promise.all(
      people.flatMap((person, i): Promise<{ ok: boolean }>[] => [
        [
          () => gradeSource(person, sourceGrade.parse({ id: gazette.id, reliability: "C", inquiry: slug })),
          () => rateRow(person, rowRating.parse({ slug, id, consistency: { H1: "C" } })),
          () =>
            addEvidence(
              person,
              draftEntry(slug, { citations: [{ source: `New ${i}`, sourceKind: "media" }] }),
            ),
        ][i % 3]?.() ?? Promise.reject(),
        editEvidence(
          lead,
          evidenceEdit.parse({
            slug,
            id,
            version: String(i + 1),
            statement: `Version ${i}`,
            kind: "report",
            citations: [{ source: `Cited ${i}`, sourceKind: "media" }],
          }),
        ).then(() => ({ ok: true })),
        enrol(lead, slug, person, i % 2 ? "analyst" : "lead").then(() => ({ ok: true })),
      ]),
    );
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(await findFaults(world.url)).toEqual([]);
    // A connection tells its counts when it ends.
    await database().$disconnect();
    const [counted] = await withConnection(
      world.url,
      (sql) =>
        sql<
          { deadlocks: string }[]
        >`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
    );
    expect(counted?.deadlocks).toBe("0");
  });

  it("do not disturb a walk that goes on meanwhile", async () => {
    const { slug } = await makeInquiry(lead);
    const adding = Promise.all(
      oneTo(12).map((i) => addEntry(lead, slug, { statement: `While walking ${i}` })),
    );
    const walks = await Promise.all([findFaults(world.url), findFaults(world.url)]);
    await adding;
    expect([...walks.flat(), ...(await findFaults(world.url))]).toEqual([]);
  });
});

describe("History is written once", () => {
  it.each([
    ["UPDATE", `UPDATE "event" SET "subject" = 'E99'`],
    ["DELETE", `DELETE FROM "event"`],
    ["TRUNCATE", `TRUNCATE "event"`],
    ["UPDATE of content", `UPDATE "event_content" SET "reason" = 'another'`],
    ["DELETE of content", `DELETE FROM "event_content"`],
    ["TRUNCATE of content", `TRUNCATE "event_content"`],
    ["UPDATE of nothing", `UPDATE "event" SET "subject" = 'E99' WHERE false`],
  ])("refuses %s", async (_, statement) => {
    const count = await database().event.count();
    await expect(withConnection(world.url, (sql) => sql.unsafe(statement))).rejects.toThrow(
      /^history is append-only: (UPDATE|DELETE|TRUNCATE) on event(_content)? is refused$/,
    );
    expect(await database().event.count()).toBe(count);
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("keeps nothing of a write that fails half-way: no event, no member, no number", async () => {
    const { slug, id } = await makeInquiry(lead, { visibility: "public", isOpen: true });
    const contributor = await makePerson("Clumsy");
    const history = await historyOf(id);
    const installation = await historyOf(installationChain);
    // The source and the membership are written before the database refuses the entry itself.
    const citations = [{ source: "A source that never was", sourceKind: "media" }];
    const impossible = { ...draftEntry(slug, { citations }), kind: "hearsay" as "report" };
    await expect(addEvidence(contributor, impossible)).rejects.toThrow(/evidence_kind/);
    expect(await historyOf(id)).toEqual(history);
    expect(await historyOf(installationChain)).toEqual(installation);
    expect(await database().source.count({ where: { name: "A source that never was" } })).toBe(0);
    expect(await database().membership.count({ where: { analystId: contributor.analystId } })).toBe(0);
    expect(await addEntry(contributor, slug)).toBe("E1");
    expect(await findFaults(world.url)).toEqual([]);
  });

  it("says who did what, the latest first, and what it was before and after", async () => {
    const scope = await makeInquiry(lead);
    await addEntry(lead, scope.slug, { statement: "It rained." });
    const { lines, total } = await listHistory(lead, scope, 1);
    expect(total).toBe(2);
    expect(lines.map(({ sequence, actor, action, subject }) => [sequence, actor, action, subject])).toEqual([
      [2, "Lead", "evidence.added", "E1"],
      [1, "Lead", "inquiry.created", scope.slug],
    ]);
    expect(lines[0]).toMatchObject({
      before: null,
      after: { statement: "It rained.", citations: [] },
      reason: "",
    });
  });
});

describe("A walk names", () => {
  let scope: InquiryScope;
  let faults: () => Promise<string[]>;
  let name: string;

  /** Five events of its own for every test. */
  const newHistory = async () => {
    scope = await makeInquiry(lead);
    for (const statement of ["one", "two", "three", "four"]) await addEntry(lead, scope.slug, { statement });
    name = `Inquiry ${scope.slug}`;
    faults = async () => (await findFaults(world.url)).filter((fault) => fault.includes(scope.slug));
    expect(await faults()).toEqual([]);
  };

  it.each([
    ["subject", `'E77'`],
    ["action", `'evidence.withdrawn'`],
    ["actor_id", "NULL"],
    ["at", `"at" + interval '1 millisecond'`],
  ])("an event whose %s was changed", async (column, value) => {
    await newHistory();
    await tamper(
      world.url,
      `UPDATE "event" SET "${column}" = ${value} WHERE "chain" = '${scope.id}' AND "sequence" = 3`,
    );
    expect(await faults()).toEqual([
      `${name}, event 3: it was changed after it was written; its hash is not that of what it says.`,
    ]);
  });

  it("an event that names another content", async () => {
    await newHistory();
    await tamper(
      world.url,
      `UPDATE "event" SET "content_hash" = repeat('0', 64) WHERE "chain" = '${scope.id}' AND "sequence" = 3`,
    );
    expect(await faults()).toEqual([
      `${name}, event 3: it was changed after it was written; its hash is not that of what it says.`,
      `${name}, event 3: its content was changed; its hash is not the one that the event names.`,
    ]);
  });

  it("an event that was rewritten together with its own hash, by the one after it", async () => {
    await newHistory();
    const event = await database().event.findUniqueOrThrow({
      where: { chain_sequence: { chain: scope.id, sequence: 3 } },
    });
    const hash = hashLink({ ...event, actorId: null });
    await tamper(
      world.url,
      `UPDATE "event" SET "actor_id" = NULL, "hash" = '${hash}' WHERE "chain" = '${scope.id}' AND "sequence" = 3`,
    );
    expect(await faults()).toEqual([`${name}, event 4: it names another hash for event 3 than event 3 has.`]);
  });

  it("a last event that was rewritten together with its own hash, by the head", async () => {
    await newHistory();
    const event = await database().event.findUniqueOrThrow({
      where: { chain_sequence: { chain: scope.id, sequence: 5 } },
    });
    const hash = hashLink({ ...event, actorId: null });
    await tamper(
      world.url,
      `UPDATE "event" SET "actor_id" = NULL, "hash" = '${hash}' WHERE "chain" = '${scope.id}' AND "sequence" = 5`,
    );
    expect(await faults()).toEqual([`${name}: its head names another hash than that of event 5, the last.`]);
  });

  it("a gap, of one event and of several, at the beginning too", async () => {
    await newHistory();
    await tamper(world.url, `DELETE FROM "event" WHERE "chain" = '${scope.id}' AND "sequence" = 4`);
    expect(await faults()).toEqual([`${name}: event 4 is missing.`]);
    await tamper(world.url, `DELETE FROM "event" WHERE "chain" = '${scope.id}' AND "sequence" <= 2`);
    expect(await faults()).toEqual([`${name}: events 1 to 2 are missing.`, `${name}: event 4 is missing.`]);
  });

  it("a missing tail, of one event, of several and of all", async () => {
    await newHistory();
    await tamper(world.url, `DELETE FROM "event" WHERE "chain" = '${scope.id}' AND "sequence" = 5`);
    expect(await faults()).toEqual([`${name}: its end is missing; by its head, event 5 is missing.`]);
    await tamper(world.url, `DELETE FROM "event" WHERE "chain" = '${scope.id}' AND "sequence" > 2`);
    expect(await faults()).toEqual([`${name}: its end is missing; by its head, events 3 to 5 are missing.`]);
    await tamper(world.url, `DELETE FROM "event" WHERE "chain" = '${scope.id}'`);
    expect(await faults()).toEqual([`${name}: its end is missing; by its head, events 1 to 5 are missing.`]);
  });

  it("a head that was set back, that is gone, and an inquiry without any history", async () => {
    await newHistory();
    await tamper(world.url, `UPDATE "chain_head" SET "sequence" = 4 WHERE "chain" = '${scope.id}'`);
    expect(await faults()).toEqual([`${name}: it has events up to 5, and its head says that it ends at 4.`]);
    await tamper(world.url, `DELETE FROM "chain_head" WHERE "chain" = '${scope.id}'`);
    expect(await faults()).toEqual([
      `${name}: it has events, the last of them 5, and no head that says where they end.`,
    ]);
    await tamper(world.url, `DELETE FROM "event" WHERE "chain" = '${scope.id}'`);
    expect(await faults()).toEqual([`${name}: it has no history at all.`]);
  });

  it.each([
    ["before", `'{"statement":"another"}'`],
    ["after", "NULL"],
    ["after", `"after" || '{"note":"added"}'`],
    ["reason", `'because'`],
    ["salt", `repeat('0', 64)`],
  ])("content whose %s was changed", async (column, value) => {
    await newHistory();
    await tamper(
      world.url,
      `UPDATE "event_content" SET "${column}" = ${value} WHERE "chain" = '${scope.id}' AND "sequence" = 2`,
    );
    expect(await faults()).toEqual([
      `${name}, event 2: its content was changed; its hash is not the one that the event names.`,
    ]);
  });

  it("content that is gone", async () => {
    await newHistory();
    await tamper(world.url, `DELETE FROM "event_content" WHERE "chain" = '${scope.id}' AND "sequence" = 2`);
    expect(await faults()).toEqual([`${name}, event 2: its content is missing.`]);
  });

  it("the chain of an inquiry that is gone, and of the installation", async () => {
    await newHistory();
    await tamper(
      world.url,
      `DELETE FROM "inquiry" WHERE "id" = '${scope.id}';
       DELETE FROM "event" WHERE "chain" = '${scope.id}' AND "sequence" = 5;
       DELETE FROM "event" WHERE "chain" = 'installation' AND "sequence" = 1`,
    );
    const all = await findFaults(world.url);
    expect(all).toContain(
      `Chain ${scope.id}, which is no inquiry's: its end is missing; by its head, event 5 is missing.`,
    );
    expect(all).toContain("The installation: event 1 is missing.");
  });

  it("and counts what it walked", async () => {
    const walk = verifyChains(world.url);
    let step = await walk.next();
    while (!step.done) step = await walk.next();
    expect(step.value).toEqual({
      events: await database().event.count(),
      chains: (await database().inquiry.count()) + 2,
    });
  });
});

it("brings content back as it was hashed: numbers, signs of every script, nested and empty things", async () => {
  const scope = await makeInquiry(lead, { hypotheses: ["α", "β", "γ"] });
  await addEntry(lead, scope.slug, {
    statement: '‏قال: «لا»‏ – 𝒳 \u{1F9FE} \\ " \t é',
    places: "Derʿa; دمشق",
    note: "\u0001\u001f",
  });
  for (const H1 of ["0,1", "33.333", "0.0000001", "100"]) {
    const probability = { H1, H2: "0.3", H3: "0.000000000000000000000000123" };
    await judge(lead, judgementDraft.parse({ slug: scope.slug, probability }));
  }
  const faults = (await findFaults(world.url)).filter((fault) => fault.includes(scope.slug));
  expect(faults).toEqual([]);
  expect(await historyOf(scope.id)).toHaveLength(6);
});

describe("npm run verify", () => {
  const verify = async (settings: Record<string, string>) => {
    const script = startScript("scripts/verify.mjs", settings);
    return { code: await script.ended, lines: script.output().trimEnd().split("\n") };
  };

  it("prints a line for each fault and one at the end, and fails where there is any", async () => {
    const faults = await findFaults(world.url);
    expect(faults.length).toBeGreaterThan(1);
    const BETTER_AUTH_SECRET = process.env.BETTER_AUTH_SECRET ?? "";
    const { code, lines } = await verify({ DATABASE_URL: world.url, BETTER_AUTH_SECRET });
    expect(lines.slice(0, -1)).toEqual(faults);
    expect(lines.at(-1)).toMatch(new RegExp(`^\\d+ events in \\d+ chains: ${faults.length} faults$`));
    expect(code).toBe(1);
  });

  it("works beside a Linchpin that holds the embedded database, and without one; and makes none", async () => {
    const dataFolder = await makeDataFolder();
    const settings = { LINCHPIN_DATA: dataFolder };
    try {
      const none = await verify(settings);
      expect([none.code, none.lines]).toEqual([1, [expect.stringContaining("There is no database in")]]);
      expect(await readdir(dataFolder)).toEqual([]);

      const keeper = startScript("scripts/db.mjs", settings);
      const url = await keeper.line(/^(postgresql:\S+)$/m);
      await withConnection(url, (sql) => sql`INSERT INTO "chain_head" ("chain") VALUES ('installation')`);
      expect(await verify(settings)).toEqual({ code: 0, lines: ["0 events in 1 chain: whole"] });
      await withConnection(url, (sql) => sql`UPDATE "chain_head" SET "sequence" = 2`);
      await keeper.stop();
      expect(await verify(settings)).toEqual({
        code: 1,
        lines: [
          "The installation: its end is missing; by its head, events 1 to 2 are missing.",
          "0 events in 1 chain: 1 fault",
        ],
      });
    } finally {
      await discard(dataFolder);
    }
  });
});

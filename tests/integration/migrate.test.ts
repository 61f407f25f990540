import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { freshDatabase } from "../support/database";

let folder: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "linchpin-migrations-"));
  database = await freshDatabase({ isEmpty: true });
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function add(name: string, sql: string) {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

const tables = () =>
  withConnection(database.url, async (sql) => {
    const rows = await sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename not like '\\_%' order by 1`;
    return rows.map(({ name }) => name);
  });

it("applies what is pending in order, functions included, and then nothing", async () => {
  await add("20260102000000_second", "alter table first add column more text;");
  await add(
    "20260101000000_first",
    "create table first (id int); create function f() returns int language plpgsql as $$ begin perform 1; return 2; end $$;",
  );
  const names = ["20260101000000_first", "20260102000000_second"];
  expect(await migrate(database.url, folder)).toEqual({ applied: names, edited: [] });
  expect(await migrate(database.url, folder)).toEqual({ applied: [], edited: [] });
});

it("leaves nothing of a migration that fails, says what the database said, and applies it once it is put right", async () => {
  await add("20260101000000_half", "create table half (id int); insert into nowhere values (1);");
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /^The migration 20260101000000_half failed, and nothing of it was kept\. The database said: .*nowhere/,
  );
  expect(await tables()).toEqual([]);
  await add("20260101000000_half", "create table half (id int);");
  expect((await migrate(database.url, folder)).applied).toEqual(["20260101000000_half"]);
  expect(await tables()).toEqual(["half"]);
});

it("applies each migration once when several start at once", async () => {
  await add("20260101000000_one", "create table one (id int);");
  const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, folder)));
  expect(results.flatMap(({ applied }) => applied)).toEqual(["20260101000000_one"]);
});

it("refuses a database that is newer than the code, and changes nothing there", async () => {
  await add("20260101000000_old", "create table old (id int);");
  await add("20260102000000_newer", "create table newer (id int);");
  await migrate(database.url, folder);
  await rm(join(folder, "20260102000000_newer"), { recursive: true });
  await add("20260103000000_other", "create table other (id int);");
  await expect(migrate(database.url, folder)).rejects.toThrow(
    "This database is newer than this Linchpin: it has the migration 20260102000000_newer",
  );
  expect(await tables()).toEqual(["newer", "old"]);
});

it("names a migration that was edited after it was applied", async () => {
  await add("20260101000000_first", "create table first (id int);");
  await migrate(database.url, folder);
  await add("20260101000000_first", "create table first (id bigint);");
  expect(await migrate(database.url, folder)).toEqual({ applied: [], edited: ["20260101000000_first"] });
});

it("says what to ask for where this database does not let us have the extension for searching", async () => {
  const ours = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
  for (const name of (await readdir(ours)).filter((each) => each < "20261127040000_search")) {
    await cp(join(ours, name), join(folder, name), { recursive: true });
  }
  await migrate(database.url, folder);
  const asGuest = new URL(database.url);
  asGuest.username = "guest_of_migrations";
  await withConnection(database.url, async (sql) => {
    await sql.unsafe(`create role guest_of_migrations login; grant all on schema public to guest_of_migrations;
      grant all on all tables in schema public to guest_of_migrations`);
  });
  try {
    await expect(migrate(asGuest.href, ours)).rejects.toThrow(
      "Searching needs the extension pg_trgm, which the role guest_of_migrations may not create here. Have an administrator of the database run CREATE EXTENSION pg_trgm;",
    );
  } finally {
    await withConnection(database.url, async (sql) => {
      await sql.unsafe("drop owned by guest_of_migrations; drop role guest_of_migrations");
    });
  }
});

it("keeps who noticed a discrepancy from before somebody else could be named", async () => {
  const all = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
  const named = "20261127075646_claim_dates_and_who_noticed";
  for (const name of (await readdir(all)).filter((each) => each < named))
    await cp(join(all, name), join(folder, name), { recursive: true });
  await migrate(database.url, folder);
  await withConnection(database.url, async (sql) => {
    await sql.unsafe(`SET session_replication_role = replica;
      INSERT INTO claim_discrepancy (inquiry_id, id, claim_id, ordinal, says, against, is_ours)
      VALUES ('i', 'C1.1', 'C1', 1, 'March', 'April', true), ('i', 'C1.2', 'C1', 2, 'March', 'May', false)`);
  });
  await cp(join(all, named), join(folder, named), { recursive: true });
  await migrate(database.url, folder);
  const kept = await withConnection(
    database.url,
    (sql) => sql`SELECT id, noticed_by, noticed_by_name FROM claim_discrepancy ORDER BY id`,
  );
  expect([...kept]).toEqual([
    { id: "C1.1", noticed_by: "us", noticed_by_name: "" },
    { id: "C1.2", noticed_by: "source", noticed_by_name: "" },
  ]);
});

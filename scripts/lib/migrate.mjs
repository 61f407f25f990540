/**
 * Brings a database up to what this code expects, as often as one likes and by several at once. Each migration is
 * applied whole or not at all.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { PlainError } from "./say.mjs";
import { withEngine } from "./schema-engine.mjs";
import { withConnection } from "./sql.mjs";

const migrationsFolder = join(root, "prisma/migrations");

/**
 * @param {string} url
 * @param {string} [folder]
 * @returns {Promise<{ applied: string[], edited: string[] }>} edited: applied here once, but changed since in the code
 */
export function migrate(url, folder = migrationsFolder) {
  const migrations = readMigrations(folder);
  return withConnection(url, async (sql) => {
    // Held until this connection closes: the looks below and the engine's work are one step for all who start at once.
    await sql`select pg_advisory_lock(${LOCK})`;
    const past = await readHistory(sql);
    requireKnown(past, migrations);
    const edited = migrations.filter(({ name, checksum }) =>
      past.some((each) => each.isApplied && each.name === name && each.checksum !== checksum),
    );
    const applied = await withEngine({ url }, async (engine) => {
      // What failed has left nothing behind, but the engine goes on refusing until it is told so.
      for (const { name, isApplied } of past) {
        if (!isApplied) await engine.markMigrationRolledBack({ migrationName: name });
      }
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: listForEngine(folder, migrations),
        filters: { externalTables: [], externalEnums: [] },
      });
      return appliedMigrationNames;
    }).catch(explain);
    return { applied, edited: edited.map(({ name }) => name) };
  });
}

/** Any number, as long as it is the same for all of us. */
const LOCK = 7_146_501;

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** @param {string} folder @returns {Migration[]} in the order of their names, which begin with a time */
function readMigrations(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => ({ name, file: join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, sql: readFileSync(file, "utf8") }))
    .map((each) => ({ ...each, checksum: createHash("sha256").update(each.sql).digest("hex") }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @typedef {{ name: string, checksum: string, isApplied: boolean }} Past */

/**
 * @param {import("postgres").Sql} sql
 * @returns {Promise<Past[]>}
 */
async function readHistory(sql) {
  const [table] = await sql`select to_regclass('public._prisma_migrations') as name`;
  if (!table?.name) return [];
  return sql`
    select migration_name as name, checksum, finished_at is not null as "isApplied"
    from public._prisma_migrations where rolled_back_at is null`;
}

/**
 * @param {Past[]} past
 * @param {Migration[]} migrations
 */
function requireKnown(past, migrations) {
  const unknown = past.find(
    ({ name, isApplied }) => isApplied && !migrations.some((each) => each.name === name),
  );
  if (!unknown) return;
  throw new PlainError(
    `This database is newer than this Linchpin: it has the migration ${unknown.name}, which is not known here. Start the newer Linchpin it was used with.`,
  );
}

/**
 * @param {string} folder
 * @param {Migration[]} migrations
 * @returns {import("@prisma/schema-engine-wasm").MigrationList}
 */
function listForEngine(folder, migrations) {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** The engine's report: a general line, what the database said, then a trace of the engine's own.
 * @param {Error} error
 * @returns {never}
 */
function explain(error) {
  const [, name] = /migration_name="([^"]+)"/.exec(error.message) ?? [];
  if (!name) throw error;
  const said = error.message.split(/\n\s*0: /, 1)[0]?.replace(/^external connector error\n/, "");
  throw new PlainError(
    `The migration ${name} failed, and nothing of it was kept. The database said: ${said}`,
  );
}

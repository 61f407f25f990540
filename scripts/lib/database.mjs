import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { startCluster } from "./embedded/cluster.mjs";
import { tryLock } from "./lock.mjs";
import { PlainError } from "./say.mjs";
import { withConnection } from "./sql.mjs";

/**
 * Makes the data folder ours for as long as this process lives.
 *
 * @param {string} dataFolder
 */
export async function takeDataFolder(dataFolder) {
  try {
    makeFolder(dataFolder);
    accessSync(dataFolder, constants.W_OK);
  } catch (error) {
    throw new PlainError(
      `The data folder ${dataFolder} cannot be written: ${/** @type {Error} */ (error).message}. Name another with LINCHPIN_DATA.`,
    );
  }
  const lock = await tryLock("data", dataFolder);
  if ("release" in lock) return lock;
  throw new PlainError(
    `Linchpin is already running on the data folder ${dataFolder} (${lock.heldBy}). Stop it first, or name another folder with LINCHPIN_DATA.`,
  );
}

/**
 * Parents first. Node's own `recursive` tries for ever where the system says that a parent is missing and it is not,
 * as under /proc.
 *
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** @typedef {{ url: string, stop: () => Promise<void> }} Database */

/**
 * The database these settings ask for: the one they name, or the embedded one in the data folder, whose lock we hold.
 *
 * @param {Pick<import("../../lib/env.js").Settings, "databaseUrl" | "dataFolder">} settings
 * @param {{ onNews?: (line: string) => void }} [options]
 * @returns {Promise<Database>}
 */
export async function openDatabase({ databaseUrl, dataFolder }, options) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} };
  const cluster = await startCluster(dataFolder, options);
  try {
    // A database of its own: Prisma's engine will only begin in an empty one.
    await createDatabase(cluster.urlOf("postgres"), NAME);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return { url: cluster.urlOf(NAME), stop: cluster.stop };
}

const NAME = "linchpin";

/**
 * @param {string} url of a database beside it
 * @param {string} name
 */
async function createDatabase(url, name) {
  await withConnection(url, async (sql) => {
    const [existing] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!existing) await sql`create database ${sql(name)}`;
  });
}

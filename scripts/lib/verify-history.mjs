import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "./database.mjs";
import { findHome, findSocketFolder } from "./embedded/home.mjs";
import { chooseOwner } from "./embedded/owner.mjs";
import { onEnd } from "./ending.mjs";
import { tryLock } from "./lock.mjs";
import { run } from "./run.mjs";
import { PlainError } from "./say.mjs";
import { loadSettings } from "./settings.mjs";
import { withConnection } from "./sql.mjs";

/**
 * Changes nothing: an older database is not brought up to date, and none is made.
 *
 * @returns {Promise<number>} the exit code: 0 where every chain is whole
 */
export async function verifyHistory() {
  const { url, stop } = await reachDatabase(loadSettings());
  onEnd(stop);
  await withConnection(url, async (sql) => {
    const [found] = await sql`select to_regclass('public.event_content') is not null as "isThere"`;
    if (!found?.isThere) throw new PlainError("This database has no history yet: `npm start` prepares it.");
  });
  // The chain's own code is TypeScript, and marked as the server's own.
  const args = ["--conditions=react-server", "--import", "tsx", "lib/history/verify.ts"];
  const { code } = await run(process.execPath, args, {
    env: { DATABASE_URL: url },
    onOutput: (text) => process.stdout.write(text),
  });
  return code;
}

/**
 * The database of a running Linchpin, beside which we only read, or else the same one started for us.
 *
 * @param {Readonly<import("../../lib/env.js").Settings>} settings
 * @returns {Promise<import("./database.mjs").Database>}
 */
async function reachDatabase(settings) {
  const { dataFolder } = settings;
  if (settings.isEmbedded && !isMade(dataFolder)) {
    throw new PlainError(`There is no database in ${dataFolder} yet: \`npm start\` makes it.`);
  }
  if (!settings.isEmbedded) return openDatabase(settings);
  const lock = await tryLock("data", dataFolder);
  if ("release" in lock) {
    lock.tell("verifying the history");
    return openDatabase(settings);
  }
  return { url: runningUrl(dataFolder), stop: async () => {} };
}

/** @param {string} dataFolder */
function isMade(dataFolder) {
  const home = existsSync(join(dataFolder, "postgresql-is-in")) || existsSync(join(dataFolder, "postgresql"));
  return home && existsSync(join(findHome(realpathSync(dataFolder)), "data"));
}

/**
 * The address that the holder of the data folder gave its database.
 *
 * @param {string} dataFolder
 */
function runningUrl(dataFolder) {
  const home = findHome(realpathSync(dataFolder));
  const socket = findSocketFolder(home, chooseOwner(home));
  return `postgresql://linchpin@localhost/linchpin?host=${encodeURIComponent(socket)}`;
}

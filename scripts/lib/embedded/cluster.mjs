/**
 * One embedded PostgreSQL: made if it is not there, started, kept running, stopped. It listens on a Unix socket in a
 * folder only its owner can enter, and on no port: so none can be taken, and no password is needed.
 */
import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PlainError } from "../say.mjs";
import { findHome, findSocketFolder } from "./home.mjs";
import { clearLeftovers } from "./leftovers.mjs";
import { chooseOwner, runAs, withoutPostgresVariables } from "./owner.mjs";
import { findPrograms } from "./platform.mjs";

/**
 * @typedef {object} Cluster
 * @property {(database: string) => string} urlOf
 * @property {() => number | undefined} pid of the postmaster
 * @property {() => Promise<void>} stop ends it cleanly, within some three seconds
 */

const USER = "linchpin";

/**
 * @param {string} dataFolder an existing folder whose lock we hold
 * @param {{ settings?: Record<string, string>, onNews?: (line: string) => void }} [options]
 * @returns {Promise<Cluster>}
 */
export async function startCluster(dataFolder, { settings = {}, onNews = () => {} } = {}) {
  const found = findHome(realpathSync(dataFolder));
  const owner = chooseOwner(found);
  mkdirSync(found, { recursive: true, mode: 0o700 });
  const home = realpathSync(found);
  const data = join(home, "data");
  const programs = findPrograms(owner);
  if (!existsSync(data)) initialise(programs, home, owner);
  requireSameVersion(programs, data);

  const place = { data, socket: findSocketFolder(home, owner), owner };
  await clearLeftovers(place);
  const log = join(home, "log");
  let server = await startServer(programs, place, log, settings);
  let isStopping = false;
  server.ended.then(restart);

  /** A server that ends by itself is started again: the app finds it back without a restart of its own.
   * @param {string} how
   */
  async function restart(how) {
    for (let why = how; !isStopping; ) {
      onNews(`The database ended (${why}); starting it again`);
      try {
        await clearLeftovers(place);
        const next = await startServer(programs, place, log, settings);
        if (isStopping) return void (await stopServer(next));
        server = next;
        server.ended.then(restart);
        onNews("The database is back");
        return;
      } catch (error) {
        why = /** @type {Error} */ (error).message;
        await delay(1000, undefined, { ref: false });
      }
    }
  }

  return {
    urlOf: (database) =>
      `postgresql://${USER}@localhost/${database}?host=${encodeURIComponent(place.socket)}`,
    pid: () => server.pid,
    stop: async () => {
      isStopping = true;
      await stopServer(server);
    },
  };
}

/**
 * Ends what still runs on a data folder and removes it with its cluster, wherever that lies.
 *
 * @param {string} dataFolder whose lock nobody holds any more
 */
export async function discard(dataFolder) {
  if (!existsSync(dataFolder)) return;
  const home = findHome(realpathSync(dataFolder));
  const owner = chooseOwner(home);
  const data = join(home, "data");
  if (existsSync(data)) await clearLeftovers({ data, socket: findSocketFolder(home, owner), owner });
  rmSync(home, { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
}

/**
 * Made beside its place and renamed into it, so that an initdb which was killed never looks finished. Everything that
 * decides how text sorts and compares is PostgreSQL's own (the builtin provider), not this machine's C library: an
 * upgrade of that one would otherwise silently break indexes.
 *
 * @param {import("./platform.mjs").Programs} programs
 * @param {string} home
 * @param {import("./owner.mjs").Owner | undefined} owner
 */
function initialise(programs, home, owner) {
  const unfinished = join(home, "data.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (owner) chownSync(unfinished, owner.uid, owner.gid);
  const text = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = [`--username=${USER}`, "--auth-local=trust", "--auth-host=reject"];
  const { ok, output } = runAs(owner, programs.initdb, ["-D", unfinished, ...text, ...access]);
  if (!ok) throw new PlainError(`The database could not be made in ${unfinished}:\n${output.trim()}`);
  renameSync(unfinished, join(home, "data"));
  const folder = openSync(home, "r");
  fsyncSync(folder);
  closeSync(folder);
}

/**
 * @param {import("./platform.mjs").Programs} programs
 * @param {string} data
 */
function requireSameVersion({ majorVersion }, data) {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version === majorVersion) return;
  throw new PlainError(
    `The database in ${data} was written by PostgreSQL ${version}, and this Linchpin brings PostgreSQL ${majorVersion}, which cannot read it. ` +
      "Start the Linchpin it was made with.",
  );
}

/** @typedef {{ pid: number, ended: Promise<string> }} Server */

/**
 * Started without pg_ctl, which would put our paths through a shell; and as our own child, so that it leaves no
 * zombie and its end is noticed. It gets a session of its own: Ctrl-C must reach us alone, or the database would
 * be gone before the requests that need it.
 *
 * @param {import("./platform.mjs").Programs} programs
 * @param {import("./leftovers.mjs").Place} place
 * @param {string} log
 * @param {Record<string, string>} settings
 * @returns {Promise<Server>}
 */
async function startServer(programs, place, log, settings) {
  const output = openLog(log);
  const written = statSync(log).size;
  const all = {
    listen_addresses: "",
    unix_socket_directories: `"${place.socket.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(programs.postgres, ["-D", place.data, ...options], {
    ...place.owner,
    cwd: place.data,
    env: withoutPostgresVariables(),
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  let isRunning = true;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  ended.then(() => {
    isRunning = false;
  });
  while (isRunning && !isReady(place.data, child.pid)) await delay(10);
  if (isRunning && child.pid) return { pid: child.pid, ended };
  const said = readFileSync(log).subarray(written).toString("utf8").trim();
  throw new PlainError(`PostgreSQL did not start (${await ended}). It said:\n${said || "nothing"}`);
}

/** The eighth line of postmaster.pid is the server's own word on how far it is; pg_ctl waits for it, too.
 * @param {string} data
 * @param {number | undefined} pid
 */
function isReady(data, pid) {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return lines[0] === String(pid) && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** @param {string} log */
function openLog(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 5_000_000) renameSync(log, `${log}.old`);
  const file = openSync(log, "a", 0o600);
  chmodSync(log, 0o600);
  return file;
}

/**
 * First the clean way, which ends all sessions and writes everything down; if that takes too long the quick way,
 * after which the next start replays what was confirmed.
 *
 * @param {Server} server
 */
async function stopServer(server) {
  if (await endsBy(server, "SIGINT", 1800)) return;
  await endsBy(server, "SIGQUIT", 500);
}

/**
 * @param {Server} server
 * @param {NodeJS.Signals} signal
 * @param {number} patience
 */
async function endsBy(server, signal, patience) {
  try {
    process.kill(server.pid, signal);
  } catch {
    return true;
  }
  return Promise.race([server.ended.then(() => true), delay(patience, false)]);
}

/**
 * What a killed server leaves: a postmaster that lives on, backends whose postmaster is gone, a postmaster.pid whose
 * number now belongs to a zombie or to somebody else. PostgreSQL clears up the plain cases itself; with the others it
 * refuses to start, for ever.
 *
 * Only for who holds the lock of the data folder: then no other Linchpin uses the cluster, and what runs is ours to end.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PlainError } from "../say.mjs";
import { runAs } from "./owner.mjs";

/**
 * @typedef {object} Place
 * @property {string} data the cluster's data folder, its real path
 * @property {string} socket the folder of its Unix socket
 * @property {import("./owner.mjs").Owner | undefined} owner
 */

/** @param {Place} place */
export async function clearLeftovers(place) {
  const pidFile = join(place.data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  await endProcesses(place, readPid(pidFile));
  // Gone with a clean end; otherwise nothing of it runs here, so that it is either stale or of a place we cannot see.
  if (!existsSync(pidFile)) return;
  if (await answers(place.socket)) {
    throw new PlainError(
      `The database in ${place.data} is in use by a server that cannot be seen from here (another container?). Stop that one first.`,
    );
  }
  if (process.platform !== "linux") return;
  for (const file of [pidFile, join(place.socket, SOCKET), join(place.socket, `${SOCKET}.lock`)]) {
    rmSync(file, { force: true });
  }
}

const SOCKET = ".s.PGSQL.5432";

/** @param {string} pidFile @returns {number | undefined} a killed server may have left it empty */
function readPid(pidFile) {
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  return pid > 0 ? pid : undefined;
}

/**
 * @param {Place} place
 * @param {number | undefined} postmaster
 */
async function endProcesses(place, postmaster) {
  const patience = performance.now() + 30_000;
  for (let isFirst = true; ; isFirst = false) {
    const pids = listProcesses(place, postmaster);
    if (pids.length === 0) return;
    if (performance.now() > patience) {
      throw new PlainError(`A PostgreSQL server on ${place.data} does not end (process ${pids.join(", ")}).`);
    }
    if (!postmaster || !pids.includes(postmaster)) {
      // Backends without a postmaster: nothing they do can last, and a new server beside them would corrupt the data.
      for (const pid of pids) signal(pid, "SIGKILL");
    } else if (isFirst) signal(postmaster, "SIGINT");
    await delay(20);
  }
}

/**
 * The server's living processes: those called postgres which stand in the data folder, where every one of them does.
 * Asked as the server's own user, since in a container not even root may look at another's working folder.
 *
 * @param {Place} place
 * @param {number | undefined} postmaster
 */
function listProcesses({ data, owner }, postmaster) {
  if (process.platform !== "linux") return postmaster && isPostgres(postmaster, data) ? [postmaster] : [];
  const look =
    'for p in /proc/[0-9]*; do [ "$p/cwd" -ef "$1" ] && read -r name < "$p/comm" && [ "$name" = postgres ] && echo "$' +
    '{p#/proc/}"; done 2>/dev/null';
  return runAs(owner, "sh", ["-c", look, "sh", data]).output.split("\n").filter(Boolean).map(Number);
}

/** The way without /proc, which was not tried.
 * @param {number} pid
 * @param {string} data
 */
function isPostgres(pid, data) {
  return runAs(undefined, "ps", ["-o", "command=", "-p", String(pid)]).output.includes(data);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/** @param {string} socketFolder @returns {Promise<boolean>} */
function answers(socketFolder) {
  return new Promise((resolve) => {
    const socket = connect(join(socketFolder, SOCKET));
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    /** @param {boolean} answer */
    function settle(answer) {
      socket.destroy();
      resolve(answer);
    }
  });
}

/**
 * Locks that die with their holder.
 *
 * Node offers no flock, and a file with a pid in it survives a kill -9 and may by then name another process. What
 * the kernel does give back by itself, whatever ends us, is a listening socket. On Linux it has a name of its own
 * with no file behind it (the leading NUL byte), so taking it is one atomic step and nothing stale is ever left.
 * Elsewhere it is a socket file, which a killed holder leaves behind; that way is written but was not tried.
 *
 * The holder tells whoever asks what it is, so that the second can say whom it met.
 */
import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ release: () => void, tell: (about: string) => void }} Lock */

/**
 * @param {string} purpose a word, such as "data"
 * @param {string} folder an existing folder; by whichever path it is reached, it is the same lock
 * @returns {Promise<Lock | { heldBy: string }>}
 */
export async function tryLock(purpose, folder) {
  const address = addressOf(purpose, folder);
  const lock = await listen(address);
  if (lock) return lock;
  const holder = await ask(address);
  if (holder !== undefined) return { heldBy: holder };
  // Nobody answers: the holder has just gone, or (with a socket file) was killed.
  if (!isAbstract(address)) unlinkSync(address);
  return (await listen(address)) ?? { heldBy: "another process" };
}

/**
 * Waits for its turn.
 *
 * @param {string} purpose
 * @param {string} folder
 * @param {(heldBy: string) => void} [onWait] called once if somebody else is first
 * @returns {Promise<Lock>}
 */
export async function waitForLock(purpose, folder, onWait) {
  let isFirst = true;
  for (;;) {
    const lock = await tryLock(purpose, folder);
    if ("release" in lock) return lock;
    if (isFirst) onWait?.(lock.heldBy);
    isFirst = false;
    await untilGone(addressOf(purpose, folder));
  }
}

/**
 * The pids of those who hold a lock of this purpose on the folder, where many may hold it at once: each takes
 * purpose-<pid>. Empty where the kernel keeps no list (other than Linux).
 *
 * @param {string} purpose
 * @param {string} folder
 */
export function listHolders(purpose, folder) {
  if (process.platform !== "linux") return [];
  const prefix = `@${nameOf(`${purpose}-`, folder)}`;
  const names = readFileSync("/proc/net/unix", "utf8").split("\n");
  const pids = names.flatMap((line) => {
    const name = line.slice(line.indexOf("@"));
    return name.startsWith(prefix) ? [Number.parseInt(name.slice(prefix.length), 10)] : [];
  });
  return [...new Set(pids)];
}

/** The folder is known by its inode, and so the same through every link and mount.
 * @param {string} purpose
 * @param {string} folder
 */
function nameOf(purpose, folder) {
  const { dev, ino } = statSync(realpathSync(folder), { bigint: true });
  const hash = createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 16);
  const [word, pid = ""] = purpose.split("-");
  return `linchpin-${word}-${hash}-${pid}`;
}

/**
 * @param {string} purpose
 * @param {string} folder
 */
function addressOf(purpose, folder) {
  const name = nameOf(purpose, folder);
  return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.lock`);
}

/** @param {string} address */
function isAbstract(address) {
  return address.startsWith("\0");
}

/**
 * @param {string} address
 * @returns {Promise<Lock | undefined>} undefined if somebody else has it
 */
function listen(address) {
  let about = `process ${process.pid}`;
  /** @type {Set<import("node:net").Socket>} */
  const askers = new Set();
  const server = createServer((asker) => {
    // Not ended by us: that it closes is how those who wait learn that we are gone.
    askers.add(asker.unref());
    asker.on("close", () => askers.delete(asker));
    asker.on("error", () => {});
    asker.write(`${about}\n`);
  });
  return new Promise((resolve, reject) => {
    server.unref();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(address, () =>
      resolve({
        release: () => {
          server.close();
          for (const asker of askers) asker.destroy();
        },
        tell: (more) => {
          about = `process ${process.pid}, ${more}`;
        },
      }),
    );
  });
}

/** @param {string} address @returns {Promise<string | undefined>} what the holder says of itself */
function ask(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.setEncoding("utf8");
    socket.setTimeout(2000, () => settle("another process"));
    socket.once("data", (text) => settle(String(text).trim()));
    socket.once("error", () => settle(undefined));
    socket.once("close", () => settle(undefined));
    /** @param {string | undefined} answer */
    function settle(answer) {
      resolve(answer);
      socket.destroy();
    }
  });
}

/** @param {string} address */
function untilGone(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.resume();
    socket.on("error", () => {});
    socket.once("close", resolve);
  });
}

/**
 * Whom PostgreSQL runs as: it refuses to run as root, so root needs another user for it; everybody else is it.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { PlainError } from "../say.mjs";

/** @typedef {{ uid: number, gid: number }} Owner */

export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * @param {string} home where the cluster lies, if it is there already: whoever made it goes on with it
 * @returns {Owner | undefined} undefined: we ourselves
 */
export function chooseOwner(home) {
  if (!isRoot()) return undefined;
  const cluster = statSync(`${home}/data`, { throwIfNoEntry: false });
  if (cluster && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid };
  return findUser("postgres") ?? findUser("linchpin") ?? addUser("linchpin") ?? requireUser("nobody");
}

/** A user must be listed by name: PostgreSQL will not run under a bare number.
 * @param {string} name
 * @returns {Owner | undefined}
 */
function findUser(name) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** @param {string} name */
function addUser(name) {
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  runAs(undefined, "useradd", [...options, name]);
  return findUser(name);
}

/** @param {string} name */
function requireUser(name) {
  const user = findUser(name);
  if (user) return user;
  throw new PlainError(
    "PostgreSQL refuses to run as root, and this system has no other user for it (tried postgres, linchpin and " +
      "nobody). Start as an ordinary user, or set DATABASE_URL to a PostgreSQL database of your own.",
  );
}

/**
 * Runs a short program to its end as that user, from a folder everybody can enter.
 *
 * @param {Owner | undefined} owner
 * @param {string} program
 * @param {string[]} args
 */
export function runAs(owner, program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...owner,
    cwd: "/",
    encoding: "utf8",
    env: withoutPostgresVariables(),
  });
  const output = `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`;
  return {
    ok: status === 0,
    output,
    errorCode: /** @type {NodeJS.ErrnoException | undefined} */ (error)?.code,
  };
}

/**
 * PGDATA, PGPORT and the like of somebody's shell must not reach our own cluster.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutPostgresVariables() {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(others));
}

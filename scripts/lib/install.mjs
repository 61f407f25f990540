// Runs before the install: Node's own modules only.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { waitForLock } from "./lock.mjs";
import { root } from "./root.mjs";
import { runOrThrow } from "./run.mjs";
import { say, step } from "./say.mjs";

/** Makes node_modules what package-lock.json says, if it is not. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const lock = await waitForLock("checkout", root, (holder) =>
    say(`Waiting for ${holder}, which is building`),
  );
  try {
    if (isInstalled()) return;
    await step("Installing packages", () => npm(["ci", "--include=dev", "--include=optional"]));
  } finally {
    lock.release();
  }
}

/** @param {string[]} args */
function npm(args) {
  // Under `npm start` this is the very npm that runs us, which need not be the one in the path.
  const script = process.env.npm_execpath;
  return script?.endsWith("npm-cli.js")
    ? runOrThrow(process.execPath, [script, ...args])
    : runOrThrow("npm", args);
}

/**
 * npm's own record of what it installed, which it writes last and `npm ci` deletes first: an install that was cut
 * short has none. Packages for other systems are in the lock file alone.
 */
function isInstalled() {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(record);
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === "" || (!found && optional)) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

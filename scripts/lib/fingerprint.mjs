import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

/**
 * One word for the contents of these files and folders: the same in every clone, and whatever their dates.
 *
 * @param {string[]} paths relative to the checkout; what is not there counts as not there
 * @param {(path: string) => boolean} [isLeftOut]
 */
export function fingerprint(paths, isLeftOut = () => false) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((each) => listFiles(each, isLeftOut)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @param {(path: string) => boolean} isLeftOut
 * @returns {string[]}
 */
function listFiles(path, isLeftOut) {
  const full = join(root, path);
  if (isLeftOut(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => listFiles(`${path}/${name}`, isLeftOut));
}

/**
 * Does a piece of work whose result lasts, unless it was done for just these sources. The mark goes first and comes
 * back last, so that work which was cut short or failed is never taken for done.
 *
 * @param {string} mark the file that keeps the fingerprint
 * @param {string} wanted
 * @param {() => Promise<unknown>} work
 */
export async function oncePer(mark, wanted, work) {
  if (isDone(mark, wanted)) return;
  rmSync(mark, { force: true });
  await work();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, wanted);
}

/**
 * @param {string} mark
 * @param {string} wanted
 */
export function isDone(mark, wanted) {
  return existsSync(mark) && readFileSync(mark, "utf8") === wanted;
}

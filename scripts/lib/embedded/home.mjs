/**
 * Where a data folder's cluster lies: in it, or for root under /var/lib, since whom PostgreSQL then runs as must be
 * able to reach every folder above. In that case the data folder holds the place's name, made up once: so a new
 * clone in an old place never finds another's rows.
 */
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PlainError } from "../say.mjs";
import { isRoot } from "./owner.mjs";

/** @param {string} dataFolder an existing folder whose lock we hold */
export function findHome(dataFolder) {
  const inside = join(dataFolder, "postgresql");
  const named = readName(dataFolder);
  if (named && !isRoot()) {
    throw new PlainError(
      `The database of ${dataFolder} was made by root and lies in ${named}. Start as root, or name another folder with LINCHPIN_DATA.`,
    );
  }
  if (named) return requireOwnName(dataFolder, named);
  if (!isRoot() || existsSync(inside)) return inside;

  const home = `/var/lib/linchpin-${randomBytes(6).toString("hex")}`;
  mkdirSync(home, { mode: 0o711 });
  chmodSync(home, 0o711);
  writeFileSync(join(home, "data-folder"), `${realpathSync(dataFolder)}\n`);
  writeFileSync(join(dataFolder, NAME_FILE), `${home}\n`);
  return home;
}

const NAME_FILE = "postgresql-is-in";

/** @param {string} dataFolder */
function readName(dataFolder) {
  const file = join(dataFolder, NAME_FILE);
  if (!existsSync(file)) return undefined;
  const name = readFileSync(file, "utf8").trim();
  // What is read here may later be deleted: nothing but a name of our own making will do.
  if (/^\/var\/lib\/linchpin-[0-9a-f]{12}$/.test(name)) return name;
  throw new PlainError(`${file} names no folder of Linchpin's: "${name}".`);
}

/**
 * A copied checkout brings the name along. Two installations must not share one database, while a moved one must
 * find its own again: the difference is whether the first place still names it.
 *
 * @param {string} dataFolder
 * @param {string} home
 */
function requireOwnName(dataFolder, home) {
  const file = join(home, "data-folder");
  if (!existsSync(file)) {
    throw new PlainError(
      `The database of ${dataFolder} should lie in ${home}, which is not there. Bring it back, or delete ${join(dataFolder, NAME_FILE)} to begin with an empty one.`,
    );
  }
  const here = realpathSync(dataFolder);
  const first = readFileSync(file, "utf8").trim();
  if (first !== here && readName(first) === home) {
    throw new PlainError(
      `${dataFolder} is a copy of ${first}, and names the same database. Delete ${join(dataFolder, NAME_FILE)} in the copy to begin with an empty one.`,
    );
  }
  if (first !== here) writeFileSync(file, `${here}\n`);
  return home;
}

/**
 * The folder of the Unix socket, which only its owner can enter: it is all that keeps others out.
 *
 * @param {string} home
 * @param {import("./owner.mjs").Owner | undefined} owner
 */
export function findSocketFolder(home, owner) {
  const inside = join(home, "socket");
  // The kernel allows 107 bytes for the whole path, name included.
  const isShort = Buffer.byteLength(join(inside, ".s.PGSQL.5432")) <= 100;
  const folder = isShort ? inside : join(tmpdir(), `linchpin-${process.getuid?.()}-${shortHash(home)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const { uid, mode } = lstatSync(folder);
  const isOurs = lstatSync(folder).isDirectory() && uid === (owner?.uid ?? process.getuid?.());
  if (!isOurs)
    throw new PlainError(`${folder} belongs to somebody else; PostgreSQL's socket cannot lie there.`);
  if ((mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return folder;
}

/** @param {string} text */
function shortHash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

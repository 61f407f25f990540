import { realpathSync } from "node:fs";
import { findHome, findSocketFolder } from "../../scripts/lib/embedded/home.mjs";
import { chooseOwner } from "../../scripts/lib/embedded/owner.mjs";

/** The address of the database that a running server has in its data folder. */
export function databaseOf(dataFolder: string): string {
  const home = findHome(realpathSync(dataFolder));
  const socket = findSocketFolder(home, chooseOwner(home));
  return `postgresql://linchpin@localhost/linchpin?host=${encodeURIComponent(socket)}`;
}

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What signs the sessions of an embedded installation: made once, for the data folder's owner alone to read.
 *
 * @param {string} dataFolder whose lock we hold
 */
export function keepSecret(dataFolder) {
  const file = join(dataFolder, "auth-secret");
  if (!existsSync(file)) {
    // Renamed into place, so that one cut short is never taken for a secret.
    writeFileSync(`${file}.new`, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, "utf8").trim();
}

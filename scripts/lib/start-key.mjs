import { createHash, randomBytes } from "node:crypto";
import { withConnection } from "./sql.mjs";

/**
 * The address to print: with a one-time key in it, by which its holder becomes or signs in as the administrator, where
 * nobody else can have it. That is on a new installation, and on a person's own machine at every start.
 *
 * @param {string} url
 * @param {string} databaseUrl
 * @param {{ isOwnMachine: boolean }} where
 */
export function makeStartAddress(url, databaseUrl, { isOwnMachine }) {
  return withConnection(databaseUrl, async (sql) => {
    const [administrator] =
      await sql`select 1 from account where is_administrator and closed_at is null limit 1`;
    if (administrator && !isOwnMachine) return url;
    const key = randomBytes(24).toString("base64url");
    const hash = createHash("sha256").update(key).digest("hex");
    await sql.begin(async (transaction) => {
      await transaction`delete from start_key where spent_at is null`;
      await transaction`insert into start_key (key_hash) values (${hash})`;
    });
    return `${url}/welcome?key=${key}`;
  });
}

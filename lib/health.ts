import "server-only";
import { Pool } from "pg";
import { readSettings } from "./env";

let pool: Pool | undefined;

/**
 * One connection of its own, so that the answer does not wait behind the app's work. Through pg and not postgres.js,
 * which waits ever longer between its tries and, after a database was stopped while it connected, hands the old error
 * to the first query on the new connection (porsager/postgres#1223).
 */
function connection(): Pool {
  if (!pool) {
    pool = new Pool({
      connectionString: readSettings(process.env).databaseUrl,
      max: 1,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      idleTimeoutMillis: 60_000,
      allowExitOnIdle: true,
    });
    // An idle connection that the database ends is no event here: the next question opens another.
    pool.on("error", () => {});
  }
  return pool;
}

const patience = 2_000;

/** Whether the database answers, within four seconds: asked twice, for a connection may have died while idle. */
export async function isDatabaseThere(): Promise<boolean> {
  return (await answers()) || answers();
}

async function answers(): Promise<boolean> {
  try {
    await connection().query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}

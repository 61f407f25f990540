import postgres from "postgres";
import { connectionOptions } from "../../lib/db/connection.js";

/**
 * One connection for as long as the work takes.
 *
 * @template T
 * @param {string} url
 * @param {(sql: import("postgres").Sql) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withConnection(url, work) {
  const sql = postgres({ ...connectionOptions(url), max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

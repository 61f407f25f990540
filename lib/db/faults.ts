/** Marks an error, and the page shown for it, as an outage of the database. */
export const databaseAwayDigest = "LINCHPIN_DATABASE_AWAY";

const prismaCodes = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1011", "P1017", "P2024"]);
const systemCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);
/** PostgreSQL's class 08 (connection) and 57P (operator intervention: shutting down, starting up). */
const serverCodes = /^(08...|57P0[1-4]|53300)$/;
const messages = /timeout exceeded when trying to connect|Connection terminated|Can't reach database server/i;

/** Whether an error, or anything it was caused by, says that the database cannot be reached at the moment. */
export function isDatabaseAway(error: unknown): boolean {
  for (const cause of causes(error)) {
    const code = String(cause.code ?? cause.originalCode ?? "");
    if (prismaCodes.has(code) || systemCodes.has(code) || serverCodes.test(code)) return true;
    if (typeof cause.message === "string" && messages.test(cause.message)) return true;
  }
  return false;
}

/** Whether a write lost a race that a second try wins: deadlock, serialisation, or a row made at the same moment. */
export function isLostRace(error: unknown): boolean {
  for (const cause of causes(error)) {
    if (
      ["P2034", "P2002", "40001", "40P01", "23505"].includes(String(cause.code ?? cause.originalCode ?? ""))
    )
      return true;
  }
  return false;
}

interface Cause {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** The error and what lies beneath it, at most eight deep. */
function causes(error: unknown): Cause[] {
  const found: Cause[] = [];
  let at = error;
  while (typeof at === "object" && at !== null && found.length < 8) {
    const cause = at as Cause;
    found.push(cause);
    at = cause.meta?.driverAdapterError ?? cause.cause;
  }
  return found;
}

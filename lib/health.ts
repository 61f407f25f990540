import "server-only";
import postgres from "postgres";
import { connectionOptions } from "./db/connection";
import { readSettings } from "./env";

let connection: postgres.Sql | undefined;

/** One connection of its own, so that the answer does not wait behind the app's work. */
function connect(): postgres.Sql {
  const url = readSettings(process.env).databaseUrl;
  if (!url) throw new Error("DATABASE_URL is not set");
  connection ??= postgres({
    ...connectionOptions(url),
    max: 1,
    connect_timeout: 2,
    idle_timeout: 60,
    onnotice: () => {},
  });
  return connection;
}

/** Whether the database answers, within two seconds. */
export async function isDatabaseThere(): Promise<boolean> {
  try {
    await Promise.race([connect()`SELECT 1`, timeout(2_000)]);
    return true;
  } catch {
    return false;
  }
}

function timeout(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("no answer")), milliseconds).unref();
  });
}

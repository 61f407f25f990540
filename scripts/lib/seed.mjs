import { runOrThrow } from "./run.mjs";
import { step } from "./say.mjs";
import { withConnection } from "./sql.mjs";

/**
 * Puts the shipped inquiry into an empty database. The seed itself looks again, inside its transaction.
 *
 * @param {string} databaseUrl
 */
export async function seedIfEmpty(databaseUrl) {
  const isEmpty = await withConnection(databaseUrl, async (sql) => {
    const [inquiry] = await sql`select 1 from inquiry limit 1`;
    return !inquiry;
  });
  if (!isEmpty) return;
  await step("Filling in the first inquiry", () =>
    // The generated database client is TypeScript, and the app's modules are marked as the server's own.
    runOrThrow(process.execPath, ["--conditions=react-server", "--import", "tsx", "prisma/seed/index.ts"], {
      env: { DATABASE_URL: databaseUrl },
    }),
  );
}

import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { readSettings } from "@/lib/env";
import { databaseAwayDigest, isDatabaseAway } from "./faults";
import { PrismaClient } from "./generated/client";

export type Transaction = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use"
>;

let client: PrismaClient | undefined;

/** The one client of this process, made on first use so that building needs no database. */
export function database(): PrismaClient {
  client ??= create();
  return client;
}

function create(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: readSettings(process.env).databaseUrl,
    max: 10,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
  });
  // An outage bears a mark that React hands on to the page for it; any other error gets a number of its own.
  return new PrismaClient({ adapter }).$extends({
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args);
        } catch (error) {
          if (isDatabaseAway(error) && error instanceof Error)
            Object.assign(error, { digest: databaseAwayDigest });
          throw error;
        }
      },
    },
  }) as unknown as PrismaClient;
}

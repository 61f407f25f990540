import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { readSettings } from "@/lib/env";
import { PrismaClient } from "./generated/client";

export type Transaction = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use"
>;

let client: PrismaClient | undefined;

/** The one client of this process, made on first use so that building needs no database. */
export function database(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: readSettings(process.env).databaseUrl,
      max: 10,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 30_000,
    }),
  });
  return client;
}

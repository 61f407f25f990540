/**
 * The PostgreSQL of the integration tests: one cluster for all, one database for each file that wants its own.
 */
import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { ensureGenerated } from "../../scripts/lib/build.mjs";
import { type Cluster, discard, startCluster } from "../../scripts/lib/embedded/cluster.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { makeDataFolder } from "./data-folder";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

const TEMPLATE = "template_linchpin";

/** Vitest's global setup; what it returns is run after the last test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureGenerated();
  const dataFolder = await makeDataFolder();
  // Nothing of this must outlast a power cut, and without waiting for the disk it is several times as fast.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const cluster = await startCluster(dataFolder, { settings });
  const end = async () => {
    await cluster.stop();
    await discard(dataFolder);
  };
  try {
    project.provide("databaseUrl", await prepare(cluster));
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

/** Makes the template, and the database that the whole run may share. */
async function prepare(cluster: Cluster): Promise<string> {
  const administer = cluster.urlOf("postgres");
  await withConnection(administer, (sql) => sql`create database ${sql(TEMPLATE)}`);
  await migrate(cluster.urlOf(TEMPLATE));
  process.env.DATABASE_URL = administer;
  process.env.BETTER_AUTH_SECRET = randomBytes(32).toString("base64");
  const { url } = await freshDatabase();
  process.env.DATABASE_URL = url;
  return url;
}

/** A migrated database without rows, or a bare one, in the cluster of DATABASE_URL. */
export async function freshDatabase({
  isEmpty = false,
} = {}): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = isEmpty ? "template0" : TEMPLATE;
  const name = `test_${randomBytes(6).toString("hex")}`;
  const beside = new URL(process.env.DATABASE_URL ?? "");
  beside.pathname = "/postgres";
  await withConnection(beside.href, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const own = new URL(beside);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: () =>
      withConnection(beside.href, async (sql) => void (await sql`drop database ${sql(name)} with (force)`)),
  };
}

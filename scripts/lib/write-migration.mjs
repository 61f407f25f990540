import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main, onEnd } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { PlainError, say } from "./say.mjs";

const SCHEMA = "prisma/schema.prisma";
const MIGRATIONS = join(root, "prisma/migrations");

main(async () => {
  await ensureInstalled();
  const [name = ""] = process.argv.slice(2);
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(name)) {
    throw new PlainError("Name the migration in small letters, such as: npm run migration -- add_claims");
  }
  const committed = await run("git", ["show", `HEAD:${SCHEMA}`]);
  const { discard, startCluster } = await import("./embedded/cluster.mjs");
  const { diffSchemas } = await import("./schema-engine.mjs");
  const scratch = mkdtempSync(join(tmpdir(), "linchpin-migration-"));
  onEnd(() => discard(scratch));
  const cluster = await startCluster(scratch);
  onEnd(cluster.stop);
  const before = committed.code === 0 ? committed.output : undefined;
  const sql = await diffSchemas(cluster.urlOf("postgres"), before, readFileSync(join(root, SCHEMA), "utf8"));
  if (!sql) throw new PlainError(`${SCHEMA} is as it was at the last commit.`);
  const folder = join(MIGRATIONS, `${nextTime()}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  say(
    `Wrote ${folder}/migration.sql. Add by hand what a schema cannot say: checks, triggers, changes to rows.`,
  );
  return 0;
});

/** Now, but always after the last one: migrations are applied in the order of their names. */
function nextTime() {
  const last = readdirSync(MIGRATIONS)
    .map((name) => Number.parseInt(name, 10))
    .filter(Number.isInteger)
    .reduce((one, other) => Math.max(one, other), 0);
  const now = Number(new Date().toISOString().replace(/\D/g, "").slice(0, 14));
  return Math.max(now, last + 1);
}

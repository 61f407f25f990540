import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { discard } from "../../scripts/lib/embedded/cluster.mjs";
import { findHome } from "../../scripts/lib/embedded/home.mjs";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { makeDataFolder } from "../support/data-folder";
import { type RunningScript, startScript } from "../support/server";

// One installation for all of these, since making one takes seconds: each test leaves it stopped.
let dataFolder: string;
let running: RunningScript[];

beforeAll(async () => {
  dataFolder = await makeDataFolder();
});

beforeEach(() => {
  running = [];
});

afterEach(async () => {
  for (const script of running) await script.stop();
});

afterAll(() => discard(dataFolder));

/** The database as `node scripts/db.mjs` runs it, in a process of its own that can be killed. */
async function start(folder = dataFolder) {
  const script = startScript("scripts/db.mjs", { LINCHPIN_DATA: folder });
  running.push(script);
  return { ...script, url: await script.line(/^(postgresql:\S+)$/m) };
}

async function note(url: string) {
  const word = randomUUID();
  await withConnection(url, async (sql) => {
    await sql`create table if not exists kept (word text)`;
    await sql`insert into kept values (${word})`;
  });
  return word;
}

const read = (url: string) =>
  withConnection(url, async (sql) =>
    (await sql<{ word: string }[]>`select word from kept`).map(({ word }) => word),
  );

const pidFile = () => join(findHome(dataFolder), "data/postmaster.pid");
const postmaster = () => Number.parseInt(readFileSync(pidFile(), "utf8"), 10);

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

it("makes a database, keeps its rows over a clean stop, and leaves no process", async () => {
  const first = await start();
  const word = await note(first.url);
  const pid = postmaster();
  expect(await first.stop()).toBe(0);
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(pidFile())).toBe(false);
  expect(await read((await start()).url)).toContain(word);
});

it("sorts and compares by PostgreSQL's own rules, not by this machine's, in UTF-8 and UTC", async () => {
  const { url } = await start();
  const [found] = await withConnection(
    url,
    (sql) => sql`
      select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
        current_setting('timezone') as timezone, current_setting('listen_addresses') as addresses, upper('é') as upper
      from pg_database where datname = current_database()`,
  );
  expect(found).toEqual({
    provider: "b",
    locale: "C.UTF-8",
    encoding: "UTF8",
    timezone: "UTC",
    addresses: "",
    upper: "É",
  });
});

it("lets nobody but its owner reach its socket", async () => {
  const { url } = await start();
  const folder = statSync(new URL(url).searchParams.get("host") ?? "");
  expect(folder.mode & 0o077).toBe(0);
});

it("refuses a second start on the same folder, says who has it, and leaves the first alone", async () => {
  const first = await start();
  const second = startScript("scripts/db.mjs", { LINCHPIN_DATA: dataFolder });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `Linchpin is already running on the data folder ${dataFolder} (process ${first.pid}`,
  );
  const word = await note(first.url);
  expect(await read(first.url)).toContain(word);
});

it("keeps every confirmed row when everything is killed at once", async () => {
  const { url, kill } = await start();
  const word = await note(url);
  process.kill(postmaster(), "SIGKILL");
  await kill();
  expect(await read((await start()).url)).toContain(word);
});

it("takes over from a server whose Linchpin was killed", async () => {
  const { url, kill } = await start();
  const word = await note(url);
  const pid = postmaster();
  await kill();
  expect(isAlive(pid)).toBe(true);
  expect(await read((await start()).url)).toContain(word);
  expect(isAlive(pid)).toBe(false);
});

it("starts a database again that was killed under it", async () => {
  const { url, line } = await start();
  const word = await note(url);
  process.kill(postmaster(), "SIGKILL");
  await line(/^(The database is back)$/m);
  expect(await read(url)).toContain(word);
});

it("is not stopped by a postmaster.pid that names another's living process, or nothing", async () => {
  const first = await start();
  const word = await note(first.url);
  await first.stop();
  const other = spawn("sleep", ["600"]);
  await once(other, "spawn");
  const home = findHome(dataFolder);
  for (const content of [`${other.pid}\n${home}/data\n1\n5432\n${home}/socket\n\n\nready\n`, ""]) {
    writeFileSync(pidFile(), content);
    const next = await start();
    expect(await read(next.url)).toContain(word);
    await next.stop();
  }
  expect(other.exitCode).toBe(null);
  other.kill();
});

it("says plainly that data of another PostgreSQL version cannot be read", async () => {
  await (await start()).stop();
  const file = join(findHome(dataFolder), "data/PG_VERSION");
  const version = readFileSync(file);
  writeFileSync(file, "15\n");
  const second = startScript("scripts/db.mjs", { LINCHPIN_DATA: dataFolder });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain("was written by PostgreSQL 15, and this Linchpin brings PostgreSQL 18");
  writeFileSync(file, version);
});

it("gives a copied data folder no share in the first one's database", async () => {
  await (await start()).stop();
  const copy = await makeDataFolder();
  await cp(dataFolder, copy, { recursive: true });
  const second = startScript("scripts/db.mjs", { LINCHPIN_DATA: copy });
  running.push(second);
  const outcome = await second.line(/^(postgresql:\S+)$/m).catch(() => second.output());
  // As root the copy only names the cluster, and is refused; otherwise it has a whole one of its own.
  if (!outcome.startsWith("postgresql:")) expect(outcome).toContain(`${copy} is a copy of ${dataFolder}`);
  else expect(outcome).not.toContain(encodeURIComponent(dataFolder));
  await second.stop();
  await rm(copy, { recursive: true });
});

it("takes no unfinished database for a finished one", async () => {
  await (await start()).stop();
  const home = findHome(dataFolder);
  rmSync(join(home, "data"), { recursive: true });
  mkdirSync(join(home, "data.new"));
  writeFileSync(join(home, "data.new/PG_VERSION"), "18\n");
  const { url } = await start();
  expect(await read(url).catch((error) => error.message)).toContain('relation "kept" does not exist');
});

it("lets exactly one of several that start at once have a new folder", async () => {
  const folder = await makeDataFolder();
  const starts = Array.from({ length: 4 }, () => startScript("scripts/db.mjs", { LINCHPIN_DATA: folder }));
  const outcomes = await Promise.all(
    starts.map((each) =>
      each.line(/^(postgresql:\S+)$/m).then(
        () => "runs",
        () => "stopped",
      ),
    ),
  );
  expect(outcomes.sort()).toEqual(["runs", "stopped", "stopped", "stopped"]);
  for (const each of starts) await each.stop();
  await discard(folder);
});

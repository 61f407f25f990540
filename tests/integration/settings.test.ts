import { expect, it } from "vitest";
import { connectionOptions } from "../../lib/db/connection.js";
import { readSettings } from "../../lib/env.js";
import { isSupported } from "../../scripts/lib/node-version.mjs";
import { makeDataFolder } from "../support/data-folder";
import { startScript } from "../support/server";

const secret = "s".repeat(32);

it("needs no settings at all: loopback, sign-up open, embedded", () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    url: "http://127.0.0.1:3000",
    trustProxy: false,
    databaseUrl: undefined,
    dataFolder: ".data",
    signup: "open",
    seed: "inquiry",
    secret: undefined,
    isLoopback: true,
    isEmbedded: true,
  });
});

it("takes an empty setting for none", () => {
  expect(readSettings({ PORT: "", LINCHPIN_URL: " ", LINCHPIN_SIGNUP: "" })).toEqual(readSettings({}));
});

it.each([
  [{ HOST: "0.0.0.0" }, "closed"],
  [{ LINCHPIN_URL: "https://evidence.example.org" }, "closed"],
  [{ HOST: "0.0.0.0", LINCHPIN_SIGNUP: "open" }, "open"],
  [{ LINCHPIN_SIGNUP: "closed" }, "closed"],
  [{ HOST: "::1", LINCHPIN_URL: "http://localhost:8080/" }, "open"],
])("opens sign-up by itself only where nobody else can come: %j is %s", (given, signup) => {
  expect(readSettings(given).signup).toBe(signup);
});

it("knows the address it will be opened at", () => {
  expect(readSettings({ HOST: "0.0.0.0", PORT: "80" }).url).toBe("http://127.0.0.1");
  expect(readSettings({ HOST: "[::1]", PORT: "81" }).url).toBe("http://[::1]:81");
  expect(readSettings({ LINCHPIN_URL: "https://Example.org:443/" }).url).toBe("https://example.org");
});

it("says in plain words what is wrong, one line each, all at once", () => {
  expect(() =>
    readSettings({
      PORT: "70000",
      HOST: "two words",
      LINCHPIN_URL: "example.org/linchpin",
      LINCHPIN_TRUST_PROXY: "maybe",
      LINCHPIN_SIGNUP: "ajar",
      LINCHPIN_SEED: "all",
    }),
  ).toThrow(
    [
      'PORT is "70000": wanted a whole number from 0 (any free port) to 65535.',
      'HOST is "two words": wanted the name or address to listen on, such as 127.0.0.1, ::1 or 0.0.0.0.',
      'LINCHPIN_URL is "example.org/linchpin": wanted the public address with nothing after the host and port, such as https://evidence.example.org.',
      'LINCHPIN_TRUST_PROXY is "maybe": wanted true or false.',
      'LINCHPIN_SIGNUP is "ajar": wanted open or closed.',
      'LINCHPIN_SEED is "all": wanted inquiry or none.',
    ].join("\n"),
  );
});

it("never repeats a secret", () => {
  const read = () =>
    readSettings({ DATABASE_URL: "mysql://me:hidden@host/name", BETTER_AUTH_SECRET: "hidden" });
  expect(read).toThrow(/^DATABASE_URL begins with "mysql:".*\nBETTER_AUTH_SECRET is 6 characters long/);
  expect(read).not.toThrow(/hidden/);
});

it("wants a secret of its own beside a database of one's own", () => {
  const DATABASE_URL = "postgresql://me:word@host/name";
  expect(() => readSettings({ DATABASE_URL })).toThrow(/^BETTER_AUTH_SECRET is not set/);
  expect(readSettings({ DATABASE_URL, BETTER_AUTH_SECRET: secret }).isEmbedded).toBe(false);
});

it("stops the start with those words and without a stack", async () => {
  const start = startScript("scripts/start.mjs", { PORT: "many", LINCHPIN_DATA: await makeDataFolder() });
  expect(await start.ended).toBe(1);
  expect(start.output()).toContain('PORT is "many": wanted a whole number');
  expect(start.output()).not.toMatch(/^ {4}at /m);
});

it("turns a database's address into what postgres.js understands, sockets included", () => {
  expect(connectionOptions("postgresql://linchpin@localhost/linchpin?host=%2Fa%20b%2Fsocket")).toEqual({
    path: "/a b/socket/.s.PGSQL.5432",
    database: "linchpin",
    username: "linchpin",
  });
  expect(connectionOptions("postgres://me:p%40ss@[::1]:5433/name?sslmode=require")).toEqual({
    host: "::1",
    port: 5433,
    database: "name",
    username: "me",
    password: "p@ss",
    ssl: "require",
  });
});

it("runs on the Node versions that package.json names", () => {
  const supported = ["20.19.0", "20.20.2", "22.12.0", "24.0.0", "25.1.0"];
  const unsupported = ["18.20.0", "20.18.3", "21.7.0", "22.11.0", "23.9.0"];
  expect(supported.filter(isSupported)).toEqual(supported);
  expect(unsupported.filter(isSupported)).toEqual([]);
});

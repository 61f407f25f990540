/**
 * The settings, read in one place. Plain JavaScript, because the start scripts read them before anything
 * is compiled and the app reads them after.
 */
import { z } from "zod";

/**
 * @typedef {object} Settings
 * @property {number} port 0 means any free port
 * @property {string} host the address listened on
 * @property {string} url the public origin, with no slash at the end; where the port is 0, known only once it listens
 * @property {boolean} trustProxy whether forwarded headers are believed
 * @property {string | undefined} databaseUrl unset: embedded. The running app is always given one
 * @property {string} dataFolder which installation this is: its embedded database, uploads and secret
 * @property {"open" | "closed"} signup
 * @property {"inquiry" | "none"} seed what an empty database is filled with
 * @property {string | undefined} secret
 * @property {boolean} isLoopback whether nobody but this machine can reach us: both the host and the URL are loopback
 * @property {boolean} isEmbedded whether no DATABASE_URL was given, so that we run the database ourselves
 */

/**
 * Reads the settings out of environment variables, or throws an Error of plain words: one line per wrong
 * setting, naming it, what was given and what is wanted.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {Readonly<Settings>}
 */
export function readSettings(environment) {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const parsed = schema.safeParse(given);
  const complaints = parsed.success
    ? complaintsAcross(parsed.data)
    : parsed.error.issues.map(({ path, message }) =>
        complain(String(path[0]), given[String(path[0])], message),
      );
  if (!parsed.success || complaints.length > 0) throw new Error(complaints.join("\n"));

  const { PORT, HOST, LINCHPIN_URL, LINCHPIN_SIGNUP, DATABASE_URL } = parsed.data;
  const url = LINCHPIN_URL ?? listeningUrl(HOST, PORT);
  const isLoopback = isLoopbackHost(HOST) && isLoopbackHost(new URL(url).hostname);
  return Object.freeze({
    port: PORT,
    host: HOST,
    url,
    trustProxy: parsed.data.LINCHPIN_TRUST_PROXY,
    databaseUrl: DATABASE_URL,
    dataFolder: parsed.data.LINCHPIN_DATA,
    signup: LINCHPIN_SIGNUP ?? (isLoopback ? "open" : "closed"),
    seed: parsed.data.LINCHPIN_SEED,
    secret: parsed.data.BETTER_AUTH_SECRET,
    isLoopback,
    isEmbedded: DATABASE_URL === undefined,
  });
}

/**
 * The address a person on this machine opens when the server listens there; loopback if it listens everywhere.
 *
 * @param {string} host
 * @param {number} port
 */
export function listeningUrl(host, port) {
  const own = host === "0.0.0.0" || bare(host) === "::" ? "127.0.0.1" : bare(host);
  return new URL(`http://${own.includes(":") ? `[${own}]` : own}:${port}`).origin;
}

/** @param {string} host a name or an address, an IPv6 one with or without its brackets */
export function isLoopbackHost(host) {
  const name = bare(host).toLowerCase();
  return name === "localhost" || name === "::1" || /^127\.\d+\.\d+\.\d+$/.test(name);
}

/** @param {string} host */
function bare(host) {
  return host.replace(/^\[|\]$/g, "");
}

const WANTED = {
  port: "a whole number from 0 (any free port) to 65535",
  host: "the name or address to listen on, such as 127.0.0.1, ::1 or 0.0.0.0",
  url: "the public address with nothing after the host and port, such as https://evidence.example.org",
  database: "the address of a PostgreSQL database, such as postgresql://user:password@host:5432/name",
  secret: "at least 32 characters, for instance what `openssl rand -base64 32` prints",
};

const yesOrNo = z
  .enum(["true", "1", "yes", "false", "0", "no"], { error: "true or false" })
  .transform((word) => ["true", "1", "yes"].includes(word));

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: WANTED.port })
    .transform(Number)
    .refine((port) => port <= 65535, { error: WANTED.port })
    .default(3000),
  HOST: z
    .string()
    .regex(/^(\[[0-9a-f:.]+\]|[0-9a-z._-]+|[0-9a-f:.]+)$/i, { error: WANTED.host })
    .transform(bare)
    .default("127.0.0.1"),
  LINCHPIN_URL: z
    .string()
    .refine(isOrigin, { error: WANTED.url })
    .transform((url) => new URL(url).origin)
    .optional(),
  LINCHPIN_TRUST_PROXY: yesOrNo.default(false),
  DATABASE_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol), {
      error: WANTED.database,
    })
    .optional(),
  LINCHPIN_DATA: z.string().default(".data"),
  LINCHPIN_SIGNUP: z.enum(["open", "closed"], { error: "open or closed" }).optional(),
  LINCHPIN_SEED: z.enum(["inquiry", "none"], { error: "inquiry or none" }).default("inquiry"),
  BETTER_AUTH_SECRET: z.string().min(32, { error: WANTED.secret }).optional(),
});

/** @param {string} url */
function isOrigin(url) {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(url);
  return /^https?:$/.test(protocol) && pathname === "/" && username + password + search + hash === "";
}

/** What is wrong with settings that are each right alone.
 * @param {z.infer<typeof schema>} settings
 */
function complaintsAcross({ DATABASE_URL, BETTER_AUTH_SECRET }) {
  if (!DATABASE_URL || BETTER_AUTH_SECRET) return [];
  return [
    `BETTER_AUTH_SECRET is not set, but DATABASE_URL is: wanted with a database of your own, ${WANTED.secret}.`,
  ];
}

/**
 * @param {string} name
 * @param {string | undefined} given
 * @param {string} wanted
 */
function complain(name, given, wanted) {
  return `${name} ${showGiven(name, given)}: wanted ${wanted}.`;
}

/** Says what was given without showing a secret: these lines end up in logs.
 * @param {string} name
 * @param {string | undefined} given
 */
function showGiven(name, given = "") {
  if (name === "BETTER_AUTH_SECRET") return `is ${given.length} characters long`;
  if (name === "DATABASE_URL")
    return given.includes("://") ? `begins with "${given.split("/", 1)[0]}"` : "is no address";
  return `is "${given}"`;
}

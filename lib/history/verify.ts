import "server-only";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { connectionOptions } from "../db/connection";
import { hashContent, hashLink, installationChain } from "./chain";

/** How much was walked. */
export interface Walk {
  readonly events: number;
  readonly chains: number;
}

/** An event with the head and the content that belong to it; of a chain without events, the head alone. */
interface Row {
  readonly chain: string;
  readonly slug: string | null;
  readonly headSequence: number | null;
  readonly headHash: string | null;
  readonly sequence: number | null;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly contentHash: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Null where the content is not there. */
  readonly salt: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
}

const rowsAtOnce = 200;

/**
 * Walks every chain of history from its first event to its head, a few events at a time, and yields one sentence for
 * everything that is not as it was written. A single query, and so a single moment: writers do not disturb it.
 */
export async function* verifyChains(databaseUrl: string): AsyncGenerator<string, Walk> {
  const sql = postgres({
    ...connectionOptions(databaseUrl),
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    const query = sql<Row[]>`
      SELECT coalesce(h."chain", i."id", e."chain") AS "chain", i."slug",
        h."sequence" AS "headSequence", h."hash" AS "headHash",
        e."sequence", e."at", e."actor_id" AS "actorId", e."action", e."subject",
        e."content_hash" AS "contentHash", e."previous_hash" AS "previousHash", e."hash",
        c."salt", c."before", c."after", c."reason"
      FROM "inquiry" i
      FULL JOIN "chain_head" h ON h."chain" = i."id"
      FULL JOIN "event" e ON e."chain" = coalesce(h."chain", i."id")
      LEFT JOIN "event_content" c ON c."chain" = e."chain" AND c."sequence" = e."sequence"
      ORDER BY 1, e."sequence"`;
    let events = 0;
    let chains = 0;
    let last: Row | undefined;
    for await (const rows of query.cursor(rowsAtOnce)) {
      for (const row of rows) {
        const isFirst = row.chain !== last?.chain;
        if (isFirst) {
          chains++;
          if (last) yield* endFaults(last);
        }
        if (row.sequence !== null) {
          events++;
          yield* eventFaults(row, row.sequence, isFirst ? undefined : last);
        }
        last = row;
      }
    }
    if (last) yield* endFaults(last);
    return { events, chains };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** What is wrong with one event, given the one before it in its chain. */
function* eventFaults(row: Row, sequence: number, before: Row | undefined): Generator<string> {
  const expected = (before?.sequence ?? 0) + 1;
  const event = `${nameOf(row)}, event ${sequence}`;
  if (sequence > expected) yield `${nameOf(row)}: ${missing(expected, sequence - 1)}.`;
  else if (row.previousHash !== (before?.hash ?? "")) {
    yield before
      ? `${event}: it names another hash for event ${before.sequence} than event ${before.sequence} has.`
      : `${event}: it names an event before it, and is the first.`;
  }
  if (hashLink({ ...row, sequence }) !== row.hash) {
    yield `${event}: it was changed after it was written; its hash is not that of what it says.`;
  }
  if (row.salt === null) yield `${event}: its content is missing.`;
  else if (hashContent(row.salt, row) !== row.contentHash) {
    yield `${event}: its content was changed; its hash is not the one that the event names.`;
  }
}

/** What is wrong where a chain ends, by its last row. */
function* endFaults({ sequence: given, hash, ...row }: Row): Generator<string> {
  const sequence = given ?? 0;
  if (row.headSequence === null) {
    yield sequence === 0
      ? `${nameOf(row)}: it has no history at all.`
      : `${nameOf(row)}: it has events, the last of them ${sequence}, and no head that says where they end.`;
  } else if (row.headSequence > sequence) {
    yield `${nameOf(row)}: its end is missing; by its head, ${missing(sequence + 1, row.headSequence)}.`;
  } else if (row.headSequence < sequence) {
    yield `${nameOf(row)}: it has events up to ${sequence}, and its head says that it ends at ${row.headSequence}.`;
  } else if (row.headHash !== (given === null ? "" : hash)) {
    yield `${nameOf(row)}: its head names another hash than that of event ${sequence}, the last.`;
  }
}

const missing = (from: number, to: number): string =>
  from === to ? `event ${from} is missing` : `events ${from} to ${to} are missing`;

function nameOf({ chain, slug }: Pick<Row, "chain" | "slug">): string {
  if (slug !== null) return `Inquiry ${slug}`;
  return chain === installationChain ? "The installation" : `Chain ${chain}, which is no inquiry's`;
}

/** One line a fault, and one at the end. @returns the exit code. */
async function print(databaseUrl: string): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const walk = verifyChains(databaseUrl);
  let faults = 0;
  for (;;) {
    const { done, value } = await walk.next();
    if (done) {
      const found = faults === 0 ? "whole" : faults === 1 ? "1 fault" : `${faults} faults`;
      const chains = value.chains === 1 ? "1 chain" : `${value.chains} chains`;
      say(`${value.events === 1 ? "1 event" : `${value.events} events`} in ${chains}: ${found}`);
      return faults === 0 ? 0 : 1;
    }
    faults++;
    say(value);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = await print(process.env.DATABASE_URL ?? "");
}

import "server-only";
import postgres from "postgres";
import { connectionOptions } from "@/lib/db/connection";
import { readSettings } from "@/lib/env";

/** What the trigger chain_head_told tells on. */
const channel = "linchpin_change";

/**
 * Hears of every event that is committed into this database, whichever server wrote it, over one connection that
 * comes back by itself. Call it once in a process.
 *
 * @param onCommit The event with this number stands in this chain.
 * @param onListening It listens, for the first time or again: what was committed until now may not have been heard.
 */
export function listen(onCommit: (chain: string, sequence: number) => void, onListening: () => void): void {
  const sql = postgres({
    ...connectionOptions(readSettings(process.env).databaseUrl ?? ""),
    connection: { application_name: "linchpin live" },
    connect_timeout: 5,
    // Seconds, always the same: as it comes, postgres.js waits up to twenty after a longer outage.
    backoff: () => 1,
    onnotice: () => {},
  });
  const onPayload = (payload: string) => {
    const [chain = "", sequence] = payload.split(" ");
    onCommit(chain, Number(sequence));
  };
  sql
    .listen(channel, onPayload, onListening)
    // Where the first try fails the next ones follow, as after an outage.
    .catch(() => {});
}

import "server-only";
import { database, type Transaction } from "./client";
import { isLostRace } from "./faults";

const tries = 4;

/**
 * So that those who read find a connection however many write; writers into one inquiry queue anyway, at the head of
 * its history. Who waits here waits without a clock, while the pool would soon take a long queue for an outage.
 */
const writersAtOnce = 6;
let writing = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (writing < writersAtOnce) writing++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else writing--;
  }
}

/**
 * Runs one write as one transaction. A write that lost a race (deadlock, or two first ratings of one cell at the
 * same moment) is run again from its start, so `change` must read what it depends on inside the transaction.
 */
export function write<T>(change: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTurn(async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await database().$transaction(change, { maxWait: 5_000, timeout: 15_000 });
      } catch (error) {
        if (attempt === tries || !isLostRace(error)) throw error;
      }
    }
  });
}

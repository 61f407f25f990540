import "server-only";
import { database, type Transaction } from "./client";
import { isLostRace } from "./faults";

const tries = 4;

/**
 * Runs one write as one transaction. A write that lost a race (deadlock, or two first ratings of one cell at the
 * same moment) is run again from its start, so `change` must read what it depends on inside the transaction.
 */
export async function write<T>(change: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$transaction(change, { maxWait: 5_000, timeout: 15_000 });
    } catch (error) {
      if (attempt === tries || !isLostRace(error)) throw error;
    }
  }
}

import "server-only";
import type { Outcome, Refusal } from "@/lib/outcome";
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

/** Carries a refusal out of a transaction, which thereby leaves nothing behind. */
class Refused extends Error {
  constructor(readonly refusal: { readonly ok: false } & Refusal) {
    super(refusal.reason);
  }
}

/**
 * Runs one write as one transaction; one that is refused leaves nothing, whatever it had written by then. A write that
 * lost a race (deadlock, or two first ratings of one cell at the same moment) is run again from its start, so `change`
 * must read what it depends on inside the transaction.
 */
export function write<T>(change: (tx: Transaction) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const run = async (tx: Transaction) => {
    const outcome = await change(tx);
    if (!outcome.ok) throw new Refused(outcome);
    return outcome;
  };
  return inTurn(async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await database().$transaction(run, { maxWait: 5_000, timeout: 15_000 });
      } catch (error) {
        if (error instanceof Refused) return error.refusal;
        if (attempt === tries || !isLostRace(error)) throw error;
      }
    }
  });
}

/**
 * How a command ends: whatever it has begun is ended first, the last begun first, whether it is done, fails or gets
 * a signal. A second signal changes nothing.
 */
import { PlainError } from "./say.mjs";

/** @type {Set<() => unknown>} */
const endings = new Set();

/**
 * @param {() => unknown} work
 * @returns {() => void} takes it back, when there is nothing left to end
 */
export function onEnd(work) {
  endings.add(work);
  return () => endings.delete(work);
}

let isEnding = false;

/** @param {number} code */
async function end(code) {
  if (isEnding) return;
  isEnding = true;
  for (const work of [...endings].reverse()) {
    try {
      await work();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(code);
}

/**
 * Runs a whole command. What goes wrong ends it with exit code 1; what a person can put right is said without a stack.
 *
 * @param {() => Promise<number | undefined | void>} command its number is the exit code; with none it goes on, until a signal
 * @param {{ codeOnSignal?: number }} [options]
 */
export async function main(command, { codeOnSignal = 1 } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(codeOnSignal));
  try {
    const code = await command();
    if (code !== undefined) await end(code);
  } catch (error) {
    // What fails because it is being ended is no news.
    if (!isEnding) console.error(error instanceof PlainError ? error.message : error);
    await end(1);
  }
}

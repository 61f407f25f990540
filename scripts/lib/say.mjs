/** What the commands say: one line per step, with the time it took. */

/** Something a person can put right: said in its own words, without a stack. */
export class PlainError extends Error {}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * @template T
 * @param {string} title what is being done, as a phrase
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    say(seconds(started));
    return result;
  } catch (error) {
    say(`failed after ${seconds(started)}`);
    throw error;
  }
}

/** @param {number} started */
export function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

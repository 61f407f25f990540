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
 * @param {{ isTalkative?: boolean }} [options] whether the work itself prints; then the line comes whole, after it
 * @returns {Promise<T>}
 */
export async function step(title, work, { isTalkative = false } = {}) {
  const started = performance.now();
  const beginning = `${title} … `;
  if (!isTalkative) process.stdout.write(beginning);
  /** @param {string} how */
  const finish = (how) => say(`${isTalkative ? beginning : ""}${how}${seconds(started)}`);
  try {
    const result = await work();
    finish("");
    return result;
  } catch (error) {
    finish("failed after ");
    throw error;
  }
}

/** @param {number} started */
export function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

import { spawn } from "node:child_process";
import { onEnd } from "./ending.mjs";
import { root } from "./root.mjs";
import { PlainError } from "./say.mjs";

/**
 * @typedef {object} Outcome
 * @property {number} code 0 went well; a program ended by a signal counts as 1
 * @property {string} output both streams, in the order they came
 */

/**
 * Runs a program to its end, quietly. It ends when we do.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, onOutput?: (text: string) => void }} [options]
 *   env is added to ours; undefined takes a variable away
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { env, cwd = root, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {string[]} */
    const chunks = [];
    const finish = onEnd(() => child.kill());
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        chunks.push(text);
        onOutput?.(text);
      });
    }
    child.on("error", (error) => {
      finish();
      reject(error);
    });
    child.on("close", (code) => {
      finish();
      resolve({ code: code ?? 1, output: chunks.join("") });
    });
  });
}

/**
 * Runs a program that must succeed; if it does not, what it printed is shown.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function runOrThrow(program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code !== 0) throw new FailedProgram(program, args, output);
  return output;
}

export class FailedProgram extends PlainError {
  /**
   * @param {string} program
   * @param {string[]} args
   * @param {string} output
   */
  constructor(program, args, output) {
    super(`${[program, ...args].join(" ")} failed:\n${output.trim()}`);
    this.output = output;
  }
}

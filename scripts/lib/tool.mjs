import { main } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";
import { run } from "./run.mjs";

/**
 * Runs a program of ours that is written in TypeScript, with the arguments of this one.
 *
 * @param {string} script
 */
export function runTool(script) {
  main(async () => {
    await ensureInstalled();
    return runProgram(script, process.argv.slice(2));
  });
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runProgram(script, args) {
  const { code } = await run(process.execPath, ["--import", "tsx", script, ...args], {
    onOutput: (text) => process.stdout.write(text),
  });
  return code;
}

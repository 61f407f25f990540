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
    const args = ["--import", "tsx", script, ...process.argv.slice(2)];
    const { code } = await run(process.execPath, args, { onOutput: (text) => process.stdout.write(text) });
    return code;
  });
}

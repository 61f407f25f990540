/**
 * What is checked without running the product. Two at a time: each of these keeps about one core busy.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureGenerated, next } from "./build.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { say, seconds, step } from "./say.mjs";

/** @typedef {{ name: string, ok: boolean }} Result */

/** @returns {Promise<Result[]>} */
export async function runChecks() {
  await ensureGenerated();
  await step("Writing the types of the routes", () => next(["typegen"]));
  return [
    ...(await Promise.all([
      check("Types", tool("typescript/bin/tsc"), tool("typescript/bin/tsc", "--project", "scripts")),
      check("Lint and format", tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings")),
    ])),
    ...(await Promise.all([
      check("Import rules", tool("dependency-cruiser/bin/dependency-cruise.mjs", ...SOURCES)),
      check("Unused code", tool("knip/bin/knip.js")),
    ])),
  ];
}

const SOURCES = [
  "app",
  "bench",
  "components",
  "lib",
  "prisma",
  "scripts",
  "simulate",
  "tests",
  "proxy.ts",
  "instrumentation.ts",
].filter((path) => existsSync(join(root, path)));

/**
 * @param {string} script within node_modules
 * @param {string[]} args
 */
function tool(script, ...args) {
  return [join(root, "node_modules", script), ...args];
}

/**
 * @param {string} name
 * @param {string[][]} commands all of which must succeed
 * @returns {Promise<Result>}
 */
async function check(name, ...commands) {
  const started = performance.now();
  const outcomes = await Promise.all(commands.map((command) => run(process.execPath, command)));
  const complaints = outcomes.filter(({ code }) => code !== 0);
  say(`${name} … ${complaints.length === 0 ? "" : "failed after "}${seconds(started)}`);
  for (const { output } of complaints) say(output.trim());
  return { name, ok: complaints.length === 0 };
}

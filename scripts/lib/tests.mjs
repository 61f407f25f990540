import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { ensureGenerated, holdBuild } from "./build.mjs";
import { runChecks } from "./checks.mjs";
import { discard } from "./embedded/cluster.mjs";
import { onEnd } from "./ending.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { PlainError, say, seconds, step } from "./say.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const STAGES = ["check", "unit", "integration", "build", "e2e"];

/**
 * @param {string[]} args names of stages, none meaning all; the rest is for the runners
 * @returns {Promise<number>} the exit code
 */
export async function runTests(args) {
  const chosen = STAGES.filter((stage) => args.includes(stage));
  const stages = chosen.length > 0 ? chosen : STAGES;
  const rest = args.filter((arg) => !STAGES.includes(arg));
  if (rest.length > 0 && stages.length > 1) {
    throw new PlainError(
      `"${rest[0]}" is no stage. Stages: ${STAGES.join(", ")}; name one to pass on the rest to it.`,
    );
  }
  const folder = prepareFolder();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of stages) {
    const started = performance.now();
    say(`\n— ${stage}`);
    const { passed, failed, skipped } = await runStage(stage, rest, folder);
    say(`— ${stage}: ${passed} passed, ${failed} failed … ${seconds(started)}`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    if (stage === "build" && failed > 0) break;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  say(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * All data folders of the tests lie in one folder, so that none outlives them, whichever way they end.
 */
function prepareFolder() {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-tests-"));
  onEnd(async () => {
    for (const name of readdirSync(folder)) await discard(join(folder, name));
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/**
 * @param {string} stage
 * @param {string[]} rest
 * @param {string} folder
 * @returns {Promise<Count>}
 */
async function runStage(stage, rest, folder) {
  if (stage === "check") {
    const results = await runChecks();
    const passed = results.filter(({ ok }) => ok).length;
    return { passed, failed: results.length - passed, skipped: 0 };
  }
  if (stage === "build") return runBuild();
  return stage === "e2e" ? runPlaywright(rest, folder) : runVitest(stage, rest, folder);
}

/** @returns {Promise<Count>} */
async function runBuild() {
  try {
    await holdBuild();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    say(/** @type {Error} */ (error).message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * @param {string} project
 * @param {string[]} rest
 * @param {string} folder
 */
async function runVitest(project, rest, folder) {
  await ensureGenerated();
  const report = join(folder, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [
    vitest,
    "run",
    "--project",
    project === "unit" ? "!integration" : project,
    "--passWithNoTests",
    ...reporters,
    ...rest,
  ];
  const { code } = await run(process.execPath, args, aloud(folder));
  return count(code, report, (result) => {
    // A file that could not even be loaded has no tests, and would count for nothing.
    const unloaded = result.testResults.filter(
      (/** @type {any} */ { status, assertionResults }) =>
        status === "failed" && assertionResults.length === 0,
    );
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + unloaded.length,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  });
}

/**
 * @param {string[]} rest
 * @param {string} folder
 */
async function runPlaywright(rest, folder) {
  await holdBuild();
  const browser = await step("Finding a browser", findBrowser);
  say(`Using ${browser.path}`);
  const report = join(folder, "e2e.json");
  const playwright = join(root, "node_modules/@playwright/test/cli.js");
  const args = [playwright, "test", "--pass-with-no-tests", "--reporter=list,json", ...rest];
  const { code } = await run(
    process.execPath,
    args,
    aloud(folder, { LINCHPIN_BROWSER: JSON.stringify(browser), PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  );
  return count(code, report, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/**
 * @param {string} folder
 * @param {Record<string, string>} [env]
 */
function aloud(folder, env) {
  return {
    env: { LINCHPIN_TEST_FOLDER: folder, NODE_ENV: undefined, ...env },
    onOutput: (/** @type {string} */ text) => void process.stdout.write(text),
  };
}

/**
 * Reads a runner's report; a runner that failed without saying what counts as one failure.
 *
 * @param {number} code
 * @param {string} report
 * @param {(result: any) => Count} read
 * @returns {Count}
 */
function count(code, report, read) {
  /** @type {Count} */
  let counted = { passed: 0, failed: 0, skipped: 0 };
  try {
    counted = read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    // No report: the code tells.
  }
  rmSync(report, { force: true });
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

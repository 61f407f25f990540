/**
 * Which browser the tests drive. On a closed network Playwright cannot fetch its own, so that comes late; what comes
 * inside an npm package works anywhere.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { PlainError } from "./say.mjs";

/** @typedef {{ path: string, env: Record<string, string> }} Browser env: what it needs to find its libraries and fonts */

/**
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const chosen = process.env.PLAYWRIGHT_CHROMIUM;
  if (chosen) return requireWorking(chosen);
  for (const find of [fromSystem, fromPlaywright, fromPackage, fetchPlaywrights, installSystems]) {
    const browser = await find();
    if (browser && starts(browser)) return browser;
  }
  throw new PlainError(
    "No browser was found for the tests, and none could be installed. Install Chromium, or name one with PLAYWRIGHT_CHROMIUM.",
  );
}

/** @param {string} path */
function requireWorking(path) {
  const browser = { path, env: {} };
  if (starts(browser)) return browser;
  throw new PlainError(`PLAYWRIGHT_CHROMIUM names ${path}, which does not start.`);
}

/** A browser may be there and still lack libraries; Ubuntu's is often a mere pointer to a store.
 * @param {Browser} browser
 */
function starts({ path, env }) {
  const { status } = spawnSync(path, ["--version"], { env: { ...process.env, ...env }, timeout: 20_000 });
  return status === 0;
}

/** @returns {Browser | undefined} */
function fromSystem() {
  const folders = (process.env.PATH ?? "").split(":");
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const path = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((each) => existsSync(each));
  return path ? { path, env: {} } : undefined;
}

/** @returns {Browser | undefined} */
function fromPlaywright() {
  const path = chromium.executablePath();
  return existsSync(path) ? { path, env: {} } : undefined;
}

/**
 * The Chromium inside @sparticuz/chromium. It is made for AWS's machines: told that this is one, it also unpacks the
 * libraries that a bare system lacks. It unpacks into the temporary folder as such, where two users would collide, and
 * takes what lies there for whole: so it gets one of its own, which has its name only when all is there.
 *
 * @returns {Promise<Browser | undefined>}
 */
async function fromPackage() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { version } = JSON.parse(
    readFileSync(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8"),
  );
  const folder = join(tmpdir(), `linchpin-chromium-${version}-${process.getuid?.()}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { mode: 0o700 });
    const unpack = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
    const { code } = await run(process.execPath, ["--eval", unpack], {
      env: { TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    if (code === 0) writeFileSync(join(unfinished, "fonts/fonts.conf"), fontsIn(join(folder, "fonts")));
    if (code !== 0 || existsSync(folder)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, folder);
  }
  if (!existsSync(folder) || lstatSync(folder).uid !== process.getuid?.()) return undefined;
  chmodSync(folder, 0o700);
  return {
    path: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

/** Its own configuration looks in the temporary folder as such; and a bare system has no font of any kind.
 * @param {string} folder
 */
function fontsIn(folder) {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;
}

/** @returns {Promise<Browser | undefined>} */
async function fetchPlaywrights() {
  await run(process.execPath, [join(root, "node_modules/playwright/cli.js"), "install", "chromium"]);
  return fromPlaywright();
}

/** @returns {Promise<Browser | undefined>} */
async function installSystems() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  await run("apt-get", ["update"]);
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  return fromSystem();
}

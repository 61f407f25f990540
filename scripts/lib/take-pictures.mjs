import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright";
import { findBrowser } from "./browser.mjs";
import { isRoot } from "./embedded/owner.mjs";
import { main, onEnd } from "./ending.mjs";
import { startOwnServer } from "./own-server.mjs";
import { listPages } from "./page-addresses.mjs";
import { root } from "./root.mjs";
import { say, step } from "./say.mjs";

/** The README's: what one sees first, at a height that a page of text can bear. */
const inReadme = new Map([
  ["inquiries-inquiry", "inquiry"],
  ["inquiries-inquiry-matrix", "matrix"],
]);
const readmeSize = { width: 1280, height: 860 };

const shippedPath = "/inquiries/is-k-attacks";
const widths = [1280, 390];
const themes = /** @type {const} */ (["light", "dark"]);
/** What a page shows to those who are not signed in. */
const forNobody = ["sign-in", "sign-up", "welcome"];

await main(async () => {
  const folder = process.argv[2]
    ? resolve(process.argv[2])
    : mkdtempSync(join(tmpdir(), "linchpin-pictures-"));
  mkdirSync(folder, { recursive: true });
  const address = await step("Starting a Linchpin of its own", startOwnServer);
  const { path: executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: isRoot() ? ["--no-sandbox"] : [],
  });
  onEnd(() => browser.close());
  const pages = listPages();

  const administrator = await browser.newContext({ baseURL: new URL(address).origin });
  const nobody = await browser.newContext({ baseURL: new URL(address).origin });
  const [page, outside] = [await administrator.newPage(), await nobody.newPage()];
  await page.goto(address);
  await page.getByLabel("Name").fill("Ada Winter");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();

  await step("Taking pictures of the guide", async () => {
    await page.setViewportSize({ width: widths[0] ?? 0, height: 900 });
    await open(page, shippedPath);
    await page.screenshot({ path: join(folder, "guide.png") });
  });
  for (const each of [page, outside]) {
    await open(each, shippedPath);
    await each.getByRole("button", { name: "Leave the guide" }).click();
    await each.getByRole("button", { name: "Leave the guide" }).waitFor({ state: "detached" });
  }

  for (const { name, path } of pages) {
    await step(`Taking pictures of ${path}`, async () => {
      const seenBy = forNobody.includes(name) ? outside : page;
      for (const colorScheme of themes) {
        await seenBy.emulateMedia({ colorScheme });
        for (const width of widths) {
          await seenBy.setViewportSize({ width, height: 900 });
          await open(seenBy, path);
          await seenBy.screenshot({
            path: join(folder, `${name}-${width}-${colorScheme}.png`),
            fullPage: true,
          });
        }
      }
      const shown = inReadme.get(name);
      if (!shown) return;
      await outside.emulateMedia({ colorScheme: "light" });
      await outside.setViewportSize(readmeSize);
      await open(outside, path);
      await outside.screenshot({ path: join(root, "docs/pictures", `${shown}.png`) });
    });
  }
  say(`${pages.length} pages, wide and narrow, light and dark, are in ${folder}`);
  return 0;
});

/**
 * @param {import("playwright").Page} page
 * @param {string} path
 */
async function open(page, path) {
  await page.goto(path, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
}

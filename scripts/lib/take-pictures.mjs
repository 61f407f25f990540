import { join } from "node:path";
import { chromium } from "playwright";
import { findBrowser } from "./browser.mjs";
import { isRoot } from "./embedded/owner.mjs";
import { main } from "./ending.mjs";
import { root } from "./root.mjs";
import { PlainError, step } from "./say.mjs";

const shown = [{ path: "/inquiries/is-k-attacks", name: "inquiry" }];

await main(async () => {
  const address = process.argv[2];
  if (!address)
    throw new PlainError(
      "Give the address of a running Linchpin, as in: npm run pictures -- http://127.0.0.1:3000",
    );
  const { path: executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: isRoot() ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: "light" });
    for (const { path, name } of shown) {
      await step(`Taking a picture of ${path}`, async () => {
        await page.goto(new URL(path, address).href, { waitUntil: "load" });
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(root, "docs/pictures", `${name}.png`) });
      });
    }
  } finally {
    await browser.close();
  }
  return 0;
});

import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/lib/browser.mjs";

// Found once and handed on: every worker reads this file again.
const { path, env } = process.env.LINCHPIN_BROWSER
  ? JSON.parse(process.env.LINCHPIN_BROWSER)
  : await findBrowser();
process.env.LINCHPIN_BROWSER = JSON.stringify({ path, env });

// Chromium's sandbox refuses to run as root.
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
// On a closed network its own errands fail many at a time, at every start.
const errands = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  // No test asserts on time: this is how long a thing is waited for on a busy machine.
  expect: { timeout: 15_000 },
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: { executablePath: path, env: { ...process.env, ...env }, args: [...sandbox, ...errands] },
    trace: "retain-on-failure",
  },
  projects: [{ name: "chromium" }],
});

/**
 * Prints what the pages cost in a real browser and over HTTP: a large matrix in use, a small one under load beside the
 * smallest page there is, and the scripts that pages load. It starts a Linchpin of its own and leaves nothing.
 */
import { cpus, loadavg, totalmem } from "node:os";
import type { BrowserContext, Page } from "playwright";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { databaseOf } from "../../tests/support/database-of";
import { startServer } from "../../tests/support/server";
import { launch, scrollThrough, timeKeys, weigh } from "./browser";
import { kilobytes, median, milliseconds, printTable, quantile } from "./figures";
import { fillInquiry } from "./fill";

const runs = 5;
const large = { entries: 1_000, hypotheses: 12, analysts: 10 };
const small = { entries: 200, hypotheses: 3, analysts: 5 };
const secondsUnderLoad = 5;

const server = await startServer({ LINCHPIN_SIGNUP: "open" });
const browser = await launch();
try {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await signUp(page);
  const [largeSlug, smallSlug] = await withConnection(databaseOf(server.dataFolder), async (sql) => [
    await fillInquiry(sql, large, "bench@example.org"),
    await fillInquiry(sql, small, "bench@example.org"),
  ]);
  const [cpu] = cpus();
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1)}\n`,
  );
  await printLarge(page, context, `/inquiries/${largeSlug}/matrix`);
  await printLoad(context, `/inquiries/${smallSlug}`);
  await printScripts(context, largeSlug, smallSlug);
} finally {
  await browser.close();
  await server.discard();
}

async function signUp(page: Page): Promise<void> {
  await page.goto("/sign-up");
  const form = page.locator("main form");
  await form.getByLabel("Name").fill("Bench");
  await form.getByLabel("E-mail").fill("bench@example.org");
  await form.getByLabel("Password").fill("a long enough password");
  await form.getByRole("button", { name: "Sign up" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}

/** The large matrix: first view, scrolled through, fifty cells rated. */
async function printLarge(page: Page, context: BrowserContext, path: string): Promise<void> {
  const first = page.locator('[data-row="0"] > td').first();
  const usable: number[] = [];
  for (let nth = 0; nth <= runs; nth++) {
    await page.goto(path);
    await first.focus();
    // It is usable once a key moves the cursor.
    while (await first.evaluate((cell) => document.activeElement === cell))
      await page.keyboard.press("ArrowDown");
    if (nth > 0) usable.push(await page.evaluate(() => performance.now()));
  }
  const long = await scrollThrough(page);
  await page.evaluate(() => document.querySelector(".matrix-scroll")?.scrollTo(0, 0));
  await first.focus();
  const times = await timeKeys(
    page,
    Array.from({ length: 50 }, (_, nth) => String(1 + (nth % 5))),
  );
  await page.getByText("All ratings are saved.").waitFor();
  const { html, plainHtml, scripts } = await weigh(browser, `${server.url}${path}`, context);
  console.log(
    `The matrix of ${large.entries} × ${large.hypotheses}, ${large.analysts} analysts, in Chromium:\n`,
  );
  printTable(
    ["", "measured", "aim"],
    [
      [`usable after (median of ${runs})`, milliseconds(median(usable)), ""],
      [
        "tasks over 50 ms while scrolling through all rows",
        `${long.length}${long.length > 0 ? `, the longest ${milliseconds(Math.max(...long))}` : ""}`,
        "0",
      ],
      ["from key to painted cell, median of fifty", milliseconds(median(times)), "50 ms"],
      ["the same, 95th percentile", milliseconds(quantile(times, 0.95)), "100 ms"],
      ["HTML with its data, before compression", kilobytes(plainHtml), ""],
      ["the same, sent", kilobytes(html), ""],
      ["JavaScript, sent", kilobytes(scripts), "220 kB"],
    ],
  );
}

/** The small matrix under load, beside the smallest page that is made anew for each request. */
async function printLoad(context: BrowserContext, base: string): Promise<void> {
  const { cookies } = await context.storageState();
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const get = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return text.length;
  };
  let code = 0;
  const rate = async () => {
    const rating = {
      evidence: `E${1 + (code % small.entries)}`,
      hypothesis: "H1",
      consistency: ["II", "I", "N", "C", "CC"][code++ % 5],
    };
    const answer = await fetch(`${server.url}/api/v1${base}/ratings`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ ratings: [rating] }),
    });
    if (!answer.ok) throw new Error(`a rating was answered ${answer.status}`);
    await answer.text();
  };
  const smallest = "/sources/new";
  const rows: string[][] = [];
  for (const connections of [1, 2, 10]) {
    const plain = await underLoad(() => get(smallest), connections);
    const matrix = await underLoad(() => get(`${base}/matrix`), connections);
    rows.push([
      `${connections}`,
      plain.rate.toFixed(0),
      matrix.rate.toFixed(0),
      (matrix.rate / plain.rate).toFixed(2),
      milliseconds(median(matrix.times)),
    ]);
  }
  const posts = await underLoad(rate, 1);
  const bytes = await get(`${base}/matrix`);
  console.log(
    `The matrix of ${small.entries} × ${small.hypotheses}, ${small.analysts} analysts, signed in, beside ${smallest}, requests a second (client and server on the same cores):\n`,
  );
  printTable(["connections", smallest, "matrix", "ratio (aim 0.4)", "median of the matrix"], rows);
  printTable(
    ["", "measured", "aim"],
    [
      ["its HTML before compression", kilobytes(bytes), "60 kB"],
      ["a rating posted and confirmed, median at one connection", milliseconds(median(posts.times)), "30 ms"],
      ["the same, 95th percentile", milliseconds(quantile(posts.times, 0.95)), ""],
    ],
  );
}

/** Requests one after the other on each connection, after a second to warm up. */
async function underLoad(
  request: () => Promise<unknown>,
  connections: number,
): Promise<{ readonly rate: number; readonly times: readonly number[] }> {
  const run = async (seconds: number) => {
    const times: number[] = [];
    const end = performance.now() + seconds * 1000;
    const connection = async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await request();
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: connections }, connection));
    return times;
  };
  await run(1);
  const times = await run(secondsUnderLoad);
  return { rate: times.length / secondsUnderLoad, times };
}

/** The scripts that pages load, compressed, in a browser that has none of them. */
async function printScripts(context: BrowserContext, largeSlug: string, smallSlug: string): Promise<void> {
  const shipped = "/inquiries/is-k-attacks";
  const pages: readonly (readonly [string, number])[] = [
    ["/", 165],
    [shipped, 165],
    [`${shipped}/hypotheses/H1`, 165],
    [`${shipped}/evidence`, 165],
    [`${shipped}/evidence/E1`, 165],
    [`${shipped}/evidence/repeats`, 165],
    [`${shipped}/timeline`, 165],
    [`${shipped}/ratings`, 165],
    [`${shipped}/claims`, 165],
    [`${shipped}/claims/C3`, 165],
    [`${shipped}/sources`, 165],
    [`${shipped}/score?method=posterior&hypothesis=H0`, 165],
    [`${shipped}/history`, 165],
    ["/sources", 165],
    ["/sources/S1", 165],
    ["/search?text=attack", 165],
    ["/how-it-reasons", 165],
    // Pages to work on, whose engine or forms come with them.
    [`${shipped}/what-if`, 220],
    [`${shipped}/judgement`, 220],
    [`${shipped}/evidence/new`, 220],
    ["/sources/review", 220],
    [`/inquiries/${smallSlug}/matrix`, 220],
    [`/inquiries/${largeSlug}/matrix`, 220],
  ];
  const rows: string[][] = [];
  for (const [path, aim] of pages) {
    const { scripts, html } = await weigh(browser, `${server.url}${path}`, context);
    rows.push([path, kilobytes(scripts), `${aim} kB`, kilobytes(html)]);
  }
  console.log("What comes over the wire for a page, compressed:\n");
  printTable(["page", "JavaScript", "aim", "HTML with its data"], rows);
}

import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { findBrowser } from "../../scripts/lib/browser.mjs";

export async function launch(): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** What came over the wire for one page in a browser that had nothing yet, compressed as it was sent. */
export interface Weighed {
  readonly html: number;
  /** The same before compression. */
  readonly plainHtml: number;
  /** The part of that which is data for the scripts, not seen. */
  readonly plainData: number;
  readonly scripts: number;
}

export async function weigh(browser: Browser, url: string, cookies: BrowserContext | null): Promise<Weighed> {
  const context = await browser.newContext(cookies ? { storageState: await cookies.storageState() } : {});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const kinds = new Map<string, string>();
  const sizes = { html: 0, plainHtml: 0, scripts: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.dataReceived", ({ requestId, dataLength }) => {
    if (kinds.get(requestId) === "Document") sizes.plainHtml += dataLength;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === "Document") sizes.html += encodedDataLength;
    if (kind === "Script") sizes.scripts += encodedDataLength;
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  const html = (await answer?.text()) ?? "";
  const data = html.match(/<script[^>]*>\(?self\.__next_f[\s\S]*?<\/script>/g) ?? [];
  await context.close();
  return { ...sizes, plainData: Buffer.byteLength(data.join("")) };
}

/** How long from a key to the frame that shows what it did, in milliseconds, key by key. */
export async function timeKeys(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    const { port1, port2 } = new MessageChannel();
    const pressed: number[] = [];
    // A message sent in the last step before painting arrives after it.
    port1.onmessage = () => times.push(performance.now() - (pressed.shift() ?? 0));
    window.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        pressed.push(timeStamp);
        requestAnimationFrame(() => port2.postMessage(null));
      },
      { capture: true },
    );
  });
  for (const [nth, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction((count) => (Reflect.get(window, "keyTimes") as number[]).length > count, nth);
  }
  return page.evaluate(() => Reflect.get(window, "keyTimes") as number[]);
}

/** Long tasks (over 50 ms) while all of it is scrolled through, a screen in some frames. */
export async function scrollThrough(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    });
    observer.observe({ type: "longtask", buffered: false });
    const scroller = document.querySelector(".matrix-scroll");
    while (scroller && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      scroller.scrollTop += 120;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    return long;
  });
}

import type { Page } from "@playwright/test";
import { startCluster } from "../../scripts/lib/embedded/cluster.mjs";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { makeDataFolder } from "../support/data-folder";
import { startServer } from "../support/server";
import { axe, expect, makeMember, newInquiry, pick, shipped, signUp, test } from "./fixtures";
import { sendForm } from "./plain-form";

// It counts the streams of its server.
test.use({ installation: "live" });

const notice = (page: Page) => page.getByText(/since you opened this page/);

/** Says something of an entry, in a browser that shows nothing of it. */
async function rate(page: Page, id: string, reason: string, inquiry = shipped): Promise<void> {
  const fields = { "consistency.H1": "C", "reasons.H1": reason };
  const answer = await sendForm(page.request, `${inquiry}/evidence/${id}`, `rate-${id}`, fields);
  expect(answer.status()).toBeLessThan(400);
}

async function countStreams(page: Page, url: string): Promise<number> {
  return (await (await page.request.get(`${url}/api/health`)).json()).streams;
}

test("one analyst rates, the other is told without a reload, and nothing of what; what they type stays", async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  await signUp(page, "Ada Rates");
  const inquiry = await newInquiry(page, "Who hears of it?", "The one\nThe other");
  for (const statement of ["The bell rang.", "A dog ran by.", "It rained at noon."]) {
    const answer = await sendForm(page.request, `${inquiry}/evidence/new`, "evidence-new", { statement });
    expect(answer.status()).toBe(303);
  }
  await rate(page, "E2", "first", inquiry);
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  const { email } = await signUp(other, "Ben Reads");
  await makeMember(page, inquiry, "analyst", { name: "Ben Reads", email });
  const heard: string[] = [];
  await other.exposeFunction("hear", (data: string) => heard.push(data));
  await other.goto(`${inquiry}/evidence/E2`);
  await other.evaluate((address) => {
    new EventSource(address).onmessage = ({ data }) => (window as never as Hearing).hear(data);
  }, `/api/v1${inquiry}/changes`);
  const why = other.getByLabel("Why, for H1");
  await why.fill("Half a sentence");
  // Blind until rated, on the page and in what comes after it.
  await expect(other.getByText(/Rating is blind here/)).toBeVisible();

  await page.goto(`${inquiry}/evidence/E2`);
  await pick(page, /^H1/, "CC");
  await page.getByLabel("Why, for H1").fill("A secret reason");
  await page.getByRole("button", { name: /my ratings/ }).click();
  await expect(page.getByText(/Your ratings of E2 are saved/)).toBeVisible();

  await expect(notice(other)).toHaveText("1 change since you opened this page.");
  await expect
    .poll(() => heard.map((data) => JSON.parse(data)))
    .toEqual([{ sequence: expect.any(Number), subjects: ["E2"] }]);
  expect(await axe(other)).toEqual([]);
  const show = other.getByRole("button", { name: "Show them" });
  await show.focus();
  await other.keyboard.press("Enter");
  await expect(other.getByText("This page is up to date.")).toBeVisible();
  await expect(show).toBeFocused();
  await expect(why).toHaveValue("Half a sentence");
  await expect(other.getByText(/Rating is blind here/)).toBeVisible();
  await expect(other.getByText("A secret reason")).toHaveCount(0);
  await other.keyboard.press("Tab");
  await expect(show).toHaveCount(0);

  // One's own is no news, on the page on which one did it: only what the other does is counted.
  await rate(other, "E3", "not shown to her as hers", inquiry);
  await expect(notice(page)).toHaveText("1 change since you opened this page.");
  await context.close();
});

interface Hearing {
  hear: (data: string) => void;
}

test("ten tabs hold one stream, and the next takes over when one closes or leads elsewhere", async ({
  browser,
  page,
  server,
}) => {
  test.setTimeout(120_000);
  await signUp(page, "Tabs");
  await rate(page, "E4", "before");
  await page.goto("/");
  const context = await browser.newContext({ baseURL: server.url });
  const tabs: Page[] = [];
  for (let nth = 0; nth < 10; nth++) {
    const tab = await context.newPage();
    await tab.goto(shipped);
    tabs.push(tab);
  }
  await rate(page, "E5", "all ten hear it");
  for (const tab of tabs) await expect(notice(tab)).toHaveText("1 change since you opened this page.");
  expect(await countStreams(page, server.url)).toBe(1);

  const [first, second, ...rest] = tabs;
  await first?.close();
  await rate(page, "E6", "nine hear it");
  for (const tab of [second, ...rest]) {
    if (tab) await expect(notice(tab)).toHaveText("2 changes since you opened this page.");
  }
  await second?.goto("/sources");
  await rate(page, "E7", "eight hear it");
  for (const tab of rest) await expect(notice(tab)).toHaveText("3 changes since you opened this page.");
  expect(await countStreams(page, server.url)).toBe(1);
  await context.close();
  await expect.poll(() => countStreams(page, server.url)).toBe(0);
});

test("one address holds so many streams at most, and one that is left makes room", async ({
  page,
  server,
}) => {
  await expect.poll(() => countStreams(page, server.url)).toBe(0);
  const open = async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${server.url}/api/v1${shipped}/changes`, { signal: leaving.signal });
    await answer.body?.getReader().read();
    return { answer, leave: () => leaving.abort() };
  };
  const streams = [await open()];
  while (streams.length < 128) streams.push(await open());
  expect(new Set(streams.map(({ answer }) => answer.status))).toEqual(new Set([200]));
  const { answer } = await open();
  expect([answer.status, answer.headers.get("content-type")]).toEqual([429, "application/problem+json"]);
  streams[0]?.leave();
  await expect.poll(async () => (await open()).answer.status).toBe(200);
  for (const { leave } of streams) leave();
});

test("two servers on one database tell of what is done on the other; one that is started again is found", async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000);
  const cluster = await startCluster(await makeDataFolder());
  await withConnection(cluster.urlOf("postgres"), (sql) => sql`create database shared`);
  const settings = {
    DATABASE_URL: cluster.urlOf("shared"),
    BETTER_AUTH_SECRET: "a secret of thirty-two letters, or more",
  };
  const one = await startServer(settings);
  let other = await startServer(settings);
  const context = await browser.newContext({ baseURL: one.url });
  try {
    const writer = await context.newPage();
    await signUp(writer, "On the one");
    await rate(writer, "E1", "before");
    await page.goto(`${other.url}${shipped}`);
    await rate(writer, "E2", "told by the other");
    await expect(notice(page)).toHaveText("1 change since you opened this page.");

    const { dataFolder, url } = other;
    expect(await other.stop()).toBe(0);
    await rate(writer, "E3", "while it is away");
    other = await startServer({ ...settings, PORT: new URL(url).port }, dataFolder);
    await expect(notice(page)).toHaveText("2 changes since you opened this page.", { timeout: 60_000 });
  } finally {
    await context.close();
    await one.discard();
    await other.discard();
    await cluster.stop();
  }
});

test("a server with open streams ends when it is told to, and cuts them", async () => {
  test.setTimeout(120_000);
  const server = await startServer();
  const streams = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const answer = await fetch(`${server.url}/api/v1${shipped}/changes?since=0`, {
        headers: { "accept-encoding": "gzip" },
      });
      const reader = answer.body?.getReader();
      await reader?.read();
      return { answer, reader };
    }),
  );
  for (const { answer } of streams) {
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    expect(answer.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(answer.headers.get("content-encoding")).toBeNull();
  }
  const ends = Promise.allSettled(
    streams.map(async ({ reader }) => {
      while (!(await reader?.read())?.done);
    }),
  );
  expect(await server.stop()).toBe(0);
  for (const { status } of await ends) expect(status).toBe("rejected");
  await server.discard();
});

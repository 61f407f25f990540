import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { startCluster } from "../../scripts/lib/embedded/cluster.mjs";
import { findHome } from "../../scripts/lib/embedded/home.mjs";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { makeDataFolder } from "../support/data-folder";
import { startServer } from "../support/server";
import { expect, shipped, signUp, test } from "./fixtures";
import { sendForm } from "./plain-form";

// What these tests do to their server nobody else should meet.
test.use({ installation: "faults" });
test.describe.configure({ mode: "serial" });

test("every entry that was confirmed is there after server and database were killed", async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);
  await signUp(page, "Unlucky Writer");
  const confirmed: { id: string; statement: string }[] = [];
  let isOver = false;
  const writer = async (number: number) => {
    for (let nth = 1; !isOver; nth++) {
      const statement = `Entry ${nth} of writer ${number}`;
      try {
        const answer = await sendForm(page.request, `${shipped}/evidence/new`, "evidence-new", {
          statement,
          kind: "report",
        });
        const id = /evidence\/(E\d+)\?saved/.exec(answer.headers().location ?? "")?.[1];
        if (id) confirmed.push({ id, statement });
      } catch {
        return; // the server is gone
      }
    }
  };
  const writers = [1, 2, 3, 4].map(writer);
  await expect.poll(() => confirmed.length, { timeout: 60_000 }).toBeGreaterThan(12);

  const home = findHome(realpathSync(server.dataFolder));
  const postmaster = Number(readFileSync(join(home, "data", "postmaster.pid"), "utf8").split("\n")[0]);
  await server.running.kill();
  process.kill(postmaster, "SIGKILL");
  isOver = true;
  await Promise.all(writers);

  await server.startAgain();
  const missing: string[] = [];
  for (const { id, statement } of confirmed) {
    const answer = await page.request.get(`${shipped}/evidence/${id}`);
    if (!(await answer.text()).includes(statement)) missing.push(id);
  }
  expect(missing).toEqual([]);
});

test("while the database is away pages say so, forms keep what was typed, and it is found again without a restart", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const folder = await makeDataFolder();
  let cluster = await startCluster(folder);
  await withConnection(cluster.urlOf("postgres"), (sql) => sql`create database elsewhere`);
  const settings = {
    DATABASE_URL: cluster.urlOf("elsewhere"),
    BETTER_AUTH_SECRET: "a secret of thirty-two letters, or more",
  };
  const server = await startServer(settings);
  try {
    await page.goto(`${server.url}/sign-up`);
    const form = page.locator("main form");
    await form.getByLabel("Name").fill("Patient Writer");
    await form.getByLabel("E-mail").fill("patient@example.org");
    await form.getByLabel("Password").fill("a long enough password");
    await form.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await page.goto(`${server.url}${shipped}/evidence/new`);
    await page.getByLabel("Statement").fill("Typed before the database went away.");

    await cluster.stop();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(
      page.getByText(/The database cannot be reached at the moment\. Nothing was saved/),
    ).toBeVisible();
    await expect(page.getByLabel("Statement")).toHaveValue("Typed before the database went away.");
    const health = await page.request.get(`${server.url}/api/health`);
    expect(health.status()).toBe(503);
    const asked = await page.request.post(`${server.url}/api/v1/analysis`, {
      data: { hypotheses: [{ id: "H1" }, { id: "H2" }] },
    });
    const found = await page.request.get(`${server.url}/api/v1/search?text=attack`);
    for (const refused of [asked, found]) {
      expect(refused.status()).toBe(503);
      expect(refused.headers()["content-type"]).toContain("application/problem+json");
      expect(refused.headers()["retry-after"]).toBe("5");
    }
    const other = await page.context().newPage();
    const answer = await other.goto(`${server.url}${shipped}`);
    expect(answer?.status()).toBe(503);
    await expect(
      other.getByRole("heading", { name: "The database cannot be reached at the moment" }),
    ).toBeVisible();

    cluster = await startCluster(folder);
    await expect.poll(async () => (await page.request.get(`${server.url}/api/health`)).status()).toBe(200);
    await other.getByRole("link", { name: "Try again" }).click();
    await expect(other.getByText("24 entries, 1 origin: everything comes through one source")).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Typed before the database went away." })).toBeVisible();
  } finally {
    await server.stop();
    await cluster.stop();
  }
});

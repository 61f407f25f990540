import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { withConnection } from "../../scripts/lib/sql.mjs";
import { databaseOf } from "../support/database-of";
import { type RunningServer, startServer } from "../support/server";

/** A server that can be stopped (or killed) and started again at the same address, on the same data. */
export interface Installation {
  readonly url: string;
  readonly startUrl: string;
  readonly dataFolder: string;
  readonly running: RunningServer;
  /** Starts it again after it has ended. */
  startAgain: () => Promise<void>;
}

/**
 * One server with its own database for each worker and each name of an installation; tests of one installation keep
 * apart by the accounts and inquiries they make.
 */
export const test = base.extend<{ freshAttempts: undefined }, { installation: string; server: Installation }>(
  {
    installation: ["shared", { option: true, scope: "worker" }],
    server: [
      async ({ installation: _ }, use) => {
        let running = await startServer();
        const { url, startUrl, dataFolder } = running;
        await use({
          url,
          startUrl,
          dataFolder,
          get running() {
            return running;
          },
          startAgain: async () => {
            running = await startServer({ PORT: new URL(url).port }, dataFolder);
          },
        });
        await running.discard();
      },
      { scope: "worker", timeout: 180_000 },
    ],
    baseURL: async ({ server }, use) => use(server.url),
    // All tests of a server come from one address: what they try together is more than one person may.
    freshAttempts: [
      async ({ server }, use) => {
        await withConnection(databaseOf(server.dataFolder), (sql) => sql`delete from rate_limit`);
        await use(undefined);
      },
      { auto: true },
    ],
  },
);

export { expect };

let people = 0;

/** Somebody with a fresh account, signed in. */
export async function signUp(page: Page, name: string): Promise<{ email: string; password: string }> {
  const email = `analyst-${process.pid}-${people++}@example.org`;
  const password = "a long enough password";
  await page.goto("/sign-up");
  await fillSignUp(page, { name, email, password });
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return { email, password };
}

export async function fillSignUp(
  page: Page,
  given: { name: string; email: string; password: string },
): Promise<void> {
  const form = page.locator("main form");
  await form.getByLabel("Name").fill(given.name);
  await form.getByLabel("E-mail").fill(given.email);
  await form.getByLabel("Password").fill(given.password);
  await form.getByRole("button", { name: "Sign up" }).click();
}

/** Opens an inquiry with some hypotheses, one a line. @returns its address */
export async function newInquiry(page: Page, question: string, hypotheses: string): Promise<string> {
  await page.goto("/inquiries/new");
  await page.getByLabel("Question").fill(question);
  await page.getByLabel("Hypotheses").fill(hypotheses);
  await page.locator("main form").getByRole("button").first().click();
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Takes somebody into an inquiry, as its lead does. */
export async function makeMember(
  page: Page,
  inquiry: string,
  role: "analyst" | "lead",
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  await page.goto(`${inquiry}/settings`);
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByRole("combobox", { name: /role/i }).last().selectOption(role);
  await page.getByRole("button", { name: /add/i }).click();
  await expect(page.getByText(`${name} is ${role} now.`)).toBeVisible();
}

/** Ticks one code of a picker. The radios lie under their labels, as a finger or a pointer meets them. */
export async function pick(page: Page, group: string | RegExp, code: string): Promise<void> {
  const picker = page.getByRole("group", { name: group });
  await picker.locator(`label.code-option:has(input[value="${code}"])`).click();
}

/** What axe finds on the page as it stands. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

/** A page with what it shows pressed into a picture, wide and narrow, if LINCHPIN_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.LINCHPIN_TEST_PICTURES;
  if (!folder) return;
  const size = page.viewportSize();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  if (size) await page.setViewportSize(size);
}

export const shipped = "/inquiries/is-k-attacks";

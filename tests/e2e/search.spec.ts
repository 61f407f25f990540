import type { Page } from "@playwright/test";
import { axe, expect, newInquiry, picture, shipped, signUp, test } from "./fixtures";

const palette = (page: Page) => page.getByRole("dialog", { name: "Find and go" });
const chosen = (page: Page) => palette(page).locator('[role="option"][data-focused]');

/** The page answers to keys once its scripts are there. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(palette(page).getByRole("combobox")).toBeFocused();
}

test("by keyboard alone, from anywhere, somebody finds an entry with a slip in it, and goes where a command leads", async ({
  page,
}) => {
  await page.goto(`${shipped}/matrix`);
  await openPalette(page);
  await expect(palette(page).getByRole("option", { name: "Add evidence" })).toBeVisible();
  await picture(page, "palette");

  await page.keyboard.type("rusia syria");
  await expect(palette(page).getByRole("status")).toHaveText(/^\d+ hits?\.$/);
  await expect(chosen(page)).toContainText("E4");
  await expect(chosen(page).locator("mark")).toHaveText(["Russia", "Syria"]);
  await expect(palette(page).getByRole("combobox")).toHaveAttribute("aria-activedescendant", /E4$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/evidence\/E4$/);
  await expect(palette(page)).toHaveCount(0);

  await openPalette(page);
  await page.keyboard.type("what");
  await expect(chosen(page)).toHaveText("What if");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/what-if$/);

  await openPalette(page);
  await page.keyboard.type("e1");
  await expect(palette(page).getByRole("option", { name: /^E1 / })).toBeVisible();
  await expect(chosen(page)).toHaveText(/^E1 /);
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).not.toHaveText(/^E1 /);
});

test("Escape closes the palette, and the focus is where it was", async ({ page }) => {
  await page.goto("/sources");
  const field = page.getByLabel("Name or number");
  await field.fill("Russ");
  await openPalette(page);
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Russ");
});

test("keys that compose a word are not taken for the palette's", async ({ page }) => {
  await page.goto("/");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  const press = (isComposing: boolean) =>
    page.evaluate((composing) => {
      const how = { key: "k", ctrlKey: true, isComposing: composing, bubbles: true, cancelable: true };
      return document.body.dispatchEvent(new KeyboardEvent("keydown", how));
    }, isComposing);
  // Whether the key was left to others.
  expect(await press(true)).toBe(true);
  expect(await press(false)).toBe(false);
  await expect(palette(page)).toBeVisible();
});

test("an answer that comes late is not shown for what was typed after it", async ({ page }) => {
  await page.goto(shipped);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHandled = false;
  await page.route(/search\?text=khorasan&/, async (route) => {
    await held;
    // The browser has given it up by then, or gets it now.
    await route.continue().catch(() => {});
    isHandled = true;
  });
  await openPalette(page);
  const asked = page.waitForRequest(/search\?text=khorasan&/);
  await page.keyboard.type("khorasan");
  await asked;
  await page.getByRole("combobox").fill("S3");
  await expect(palette(page).getByRole("option").first()).toHaveText(/^S3 /);
  const shown = await palette(page).getByRole("option").allTextContents();
  release();
  await expect.poll(() => isHandled).toBe(true);
  // A whole question and answer later it would have come.
  await page.evaluate(() => fetch("/api/v1/search?text=khorasan+attack"));
  expect(await palette(page).getByRole("option").allTextContents()).toEqual(shown);
});

test("who leads an inquiry is offered its settings; signing out is a command too", async ({ page }) => {
  await page.goto(shipped);
  await openPalette(page);
  await expect(palette(page).getByRole("option", { name: "History" })).toBeVisible();
  await expect(palette(page).getByRole("option", { name: "Settings" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await signUp(page, "Paula Palette");
  await newInquiry(page, "Who moved the palette?", "The one\nThe other");
  await openPalette(page);
  await page.keyboard.type("settin");
  await expect(chosen(page)).toHaveText("Settings");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings$/);
  await openPalette(page);
  await page.keyboard.type("sign o");
  await expect(chosen(page)).toHaveText("Sign out");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the open palette in the ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(shipped);
    await openPalette(page);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type("rusia");
    await expect(chosen(page)).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await axe(page)).toEqual([]);
  });
}

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the field in the head of a page finds words in their place, by kind and from page to page", async ({
    page,
  }) => {
    await page.goto("/sources");
    await expect(page.getByRole("button", { name: /Find and go/ })).toBeHidden();
    await page.getByLabel("Search everything").fill("KHORASÁN");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?text=/);
    await expect(page.locator("main mark").first()).toHaveText(/khorasan/i);
    const all = await page
      .locator("main")
      .getByText(/^\d+ hits?$/)
      .textContent();

    await page
      .getByRole("navigation", { name: "Kinds" })
      .getByRole("link", { name: /^Entries/ })
      .click();
    await expect(page).toHaveURL(/kind=entry/);
    expect(
      await page
        .locator("main")
        .getByText(/^\d+ hits?$/)
        .textContent(),
    ).not.toBe(all);
    await page.locator("main ol a").first().click();
    await expect(page).toHaveURL(/\/evidence\/E\d+$/);

    await page.goto("/search?text=e");
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText(/^Page 2 of /)).toBeVisible();

    await page.goto("/search?text=nobody+wrote+this");
    await expect(page.getByText("Nothing here has all of these words")).toBeVisible();
    await page.goto("/search?text=S3");
    await expect(page.locator("main ol a").first()).toHaveText(/^S3 /);
  });
});

import type { Page } from "@playwright/test";
import { expect, newInquiry, shipped, signUp, test } from "./fixtures";

/** Opens an inquiry of one's own with two hypotheses; gives its address. */
async function openInquiry(page: Page, question: string): Promise<string> {
  return newInquiry(page, question, "The office\nThe owner");
}

async function addEntry(page: Page, inquiry: string, statement: string): Promise<void> {
  await page.goto(`${inquiry}/evidence/new`);
  await page.getByLabel("Statement").fill(statement);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: statement })).toBeVisible();
}

async function withdraw(page: Page, id: string): Promise<void> {
  await page.locator("summary", { hasText: `Withdraw ${id}` }).click();
  await page.getByLabel("Why").last().fill("It was a rumour.");
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
}

test("what was withdrawn is put back from the sentence that says so, by keyboard, and the focus is never lost", async ({
  page,
}) => {
  await signUp(page, "Una Doer");
  const inquiry = await openInquiry(page, "Can it be undone?");
  await addEntry(page, inquiry, "The lamp was lit.");
  await withdraw(page, "E1");
  const said = page.getByRole("region", { name: "Just done" });
  await expect(said.getByText(/E1 is withdrawn and counts no more/)).toBeVisible();
  await expect(page.locator("summary", { hasText: "Put back E1" })).toBeFocused();

  await page.keyboard.press("F6");
  await expect(said.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said.getByText(/E1 counts again/)).toBeVisible();
  await expect(page.getByText("It stays visible and no longer counts.")).toBeHidden();
  await expect(page.locator("summary", { hasText: "Withdraw E1" })).toBeFocused();

  await page.keyboard.press("F6");
  await page.keyboard.press("Escape");
  await expect(said.getByText(/E1/)).toBeHidden();
  await expect(page.locator("summary", { hasText: "Withdraw E1" })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { name: "The lamp was lit." })).toBeVisible();
  await expect(said.getByText(/E1/)).toBeHidden();
  await page.goto(`${inquiry}/history`);
  await expect(page.getByText("Undone by whoever did it.")).toBeVisible();
});

test("a hypothesis, too, is put back from the sentence that says it is withdrawn", async ({ page }) => {
  await signUp(page, "Hypatia Doer");
  const inquiry = await openInquiry(page, "Can a hypothesis be put back?");
  await page.goto(`${inquiry}/hypotheses/H2`);
  await withdraw(page, "H2");
  const said = page.getByRole("region", { name: "Just done" });
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(said.getByText("H2 counts again.")).toBeVisible();
  await expect(page.locator("summary", { hasText: "Withdraw H2" })).toBeVisible();
});

test("a link takes the focus to the heading of its page; one to a part of a page goes to that part", async ({
  page,
}) => {
  await page.goto(shipped);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeFocused();
  const nav = page.getByRole("navigation", { name: "This inquiry" });
  await nav.getByRole("link", { name: "Evidence" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Evidence" })).toBeFocused();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sources" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sources" })).toBeFocused();
  await page.getByRole("link", { name: "Inquiries", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Inquiries" })).toBeFocused();
  await page.goto(shipped);
  await page.getByRole("button", { name: "Linchpins", exact: true }).hover();
  await page.getByRole("link", { name: /^More/ }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { name: "What the conclusion hangs on" })).toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 })).not.toBeFocused();
});

test("nothing shifts as a page comes, at first and by a link, wide and narrow", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Element | null }[];
      })[]) {
        // Where a page ends is its own affair: the footer of the next one stands elsewhere.
        const moved = entry.sources.map(({ node }) => node?.nodeName).filter((name) => name !== "FOOTER");
        if (entry.value > 0.001 && moved.length > 0) {
          shifts.push(`${entry.value.toFixed(4)} at ${location.pathname}: ${moved.join()}`);
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const found: string[] = [];
  const collect = async () => {
    await page.evaluate(() => document.fonts.ready);
    found.push(...(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts.splice(0))));
  };
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/", shipped, `${shipped}/evidence`, `${shipped}/matrix`, "/sources/S1"]) {
      await page.goto(path);
      await collect();
    }
    await page.goto(shipped);
    const nav = page.getByRole("navigation", { name: "This inquiry" });
    for (const name of ["Evidence", "Matrix", "What if", "History", "Overview"]) {
      await nav.getByRole("link", { name }).click();
      await expect(nav.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
      await collect();
    }
  }
  expect(found).toEqual([]);
});

test("a page that is slow to come shows its shape over the one that is left, and goes with it", async ({
  page,
}) => {
  await page.goto(shipped);
  let pass = () => {};
  const held = new Promise<void>((resolve) => {
    pass = resolve;
  });
  await page.route("**/sources?_rsc=*", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sources" }).click();
  await expect(page.getByText("Loading", { exact: true })).toBeAttached();
  await expect(page.locator(".skeleton")).toBeVisible();
  pass();
  await expect(page.getByRole("heading", { level: 1, name: "Sources" })).toBeFocused();
  await expect(page.locator(".skeleton")).toHaveCount(0);
});

test("a word explains itself on hover, by keyboard and by a long press, and leads to where it is told", async ({
  page,
  browser,
  server,
}) => {
  await page.goto(shipped);
  const word = page.getByRole("button", { name: "Linchpins", exact: true });
  const help = page.getByText("One of the few entries on which a conclusion hangs.").first();
  await expect(help).toBeHidden();
  await word.hover();
  await expect(help).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(help).toBeHidden();
  await word.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(help).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/how-it-reasons#what-the-conclusion-hangs-on/);
  await expect(page.getByRole("heading", { name: "What the conclusion hangs on" })).toBeInViewport();

  const phone = await browser.newContext({ baseURL: server.url, hasTouch: true, isMobile: true });
  const touched = await phone.newPage();
  await touched.goto(`${shipped}/evidence/E14`);
  const term = touched.getByRole("button", { name: "Diagnosticity" });
  await term.scrollIntoViewIfNeeded();
  const box = await term.boundingBox();
  const session = await phone.newCDPSession(touched);
  const at = [{ x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 }];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at });
  await expect(touched.getByText("How well an entry tells the hypotheses apart, in bits.")).toBeVisible();
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(touched.getByText("How well an entry tells the hypotheses apart, in bits.")).toBeVisible();
  await phone.close();
});

test("the guide goes three steps on the inquiry that is shipped, can be left at any of them, and stays away", async ({
  page,
}) => {
  await page.goto(shipped);
  const guide = page.getByRole("complementary", { name: /^Guide/ });
  await expect(guide).toHaveAccessibleName("Guide, 1 of 3");
  await expect(guide).toContainText("H0 is in front");
  await guide.getByRole("link", { name: "Next step" }).click();
  await expect(page).toHaveURL(`${shipped}/matrix`);
  await expect(guide).toHaveAccessibleName("Guide, 2 of 3");
  await guide.getByRole("link", { name: "Next step" }).click();
  await expect(guide).toHaveAccessibleName("Guide, 3 of 3");
  await guide.getByRole("link", { name: /^Strike/ }).click();
  await expect(page).toHaveURL(/what-if\?entry=/);
  await guide.getByRole("button", { name: "End the guide" }).click();
  await expect(guide).toBeHidden();
  await page.goto(shipped);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(guide).toBeHidden();

  await page.getByRole("button", { name: "Show the guide" }).click();
  await expect(guide).toHaveAccessibleName("Guide, 1 of 3");
  await page.keyboard.press("Escape");
  await expect(guide).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(guide).toBeHidden();
});

test("every page of a new inquiry says what to do first", async ({ page }) => {
  await signUp(page, "Nova Beginner");
  const inquiry = await openInquiry(page, "What is here yet?");
  for (const path of ["", "/evidence", "/what-if", "/hypotheses/H1", "/matrix"]) {
    await page.goto(`${inquiry}${path}`);
    await expect(page.locator("main").getByRole("link", { name: /^Add/ }).last(), path).toBeVisible();
    await expect(
      page
        .locator("main")
        .getByText(/\b(yet|empty)\b/)
        .first(),
      path,
    ).toBeVisible();
  }
});

test("on paper there are words, figures and pictures, and nothing to press", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const path of [
    shipped,
    `${shipped}/hypotheses/H0`,
    `${shipped}/evidence/E14`,
    "/sources/S1",
    "/how-it-reasons",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const control of ["form", "nav", "footer", ".btn", ".guide", ".toasts"]) {
      await expect(page.locator(control).filter({ visible: true }), `${control} on ${path}`).toHaveCount(0);
    }
  }
});

test("on a phone no name in a table falls apart inside a word, and what scrolls sideways fades where there is more", async ({
  page,
}) => {
  await signUp(page, "Thumb Reader");
  await page.setViewportSize({ width: 390, height: 800 });
  const lines = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) =>
        all.map((one) => one.getClientRects().length / (one.textContent ?? "").split(/[\s-]+/).length),
      );
  await page.goto(`${shipped}/sources`);
  expect(Math.max(...(await lines(".data-table tbody th a")))).toBeLessThanOrEqual(1);
  for (const selector of [".sub-nav", ".table-scroll"]) {
    const row = page.locator(selector).first();
    const fade = () => row.evaluate((one) => getComputedStyle(one).getPropertyValue("--fade-end"));
    await row.evaluate((one) => one.scrollTo({ left: 0 }));
    await expect.poll(fade, selector).not.toBe("0px");
    await row.evaluate((one) => one.scrollTo({ left: one.scrollWidth }));
    await expect.poll(fade, selector).toBe("0px");
  }
});

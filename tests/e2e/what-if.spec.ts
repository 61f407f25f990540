import type { Locator, Page } from "@playwright/test";
import { expect, newInquiry, pick, picture, shipped, signUp, test } from "./fixtures";

// It reads what the shipped inquiry comes to, so nobody else adds to that.
test.use({ installation: "what-if" });

const answer = (page: Page): Locator => page.locator("#what-if-answer");
const panel = (page: Page): Locator => page.getByRole("region", { name: "What would come of it" });

/** An inquiry of two hypotheses in which one entry, E1, outweighs the other two. */
async function makeInquiry(page: Page): Promise<string> {
  await signUp(page, "Lena Vogt");
  const own = await newInquiry(page, "Who leaked the memo?", "The minister's office\nA contractor");
  const entries = [
    {
      statement: "The header of the memo names the ministry's printer.",
      source: "Laboratory",
      fits: ["CC", "II"],
    },
    { statement: "The contractor's badge was used that night.", source: "Building log", fits: ["I", "C"] },
    { statement: "A clerk saw nobody of the office.", source: "Building log", fits: ["N", "C"] },
  ];
  for (const [place, { statement, source, fits }] of entries.entries()) {
    await page.goto(`${own}/evidence/new`);
    await page.getByLabel("Statement").fill(statement);
    await page.getByLabel("Source that asserts it").first().fill(`${source} of ${own}`);
    if (place < 2) await page.getByLabel("If it is new, it is").first().selectOption("other");
    for (const [column, code] of fits.entries()) await pick(page, new RegExp(`^H${column + 1}`), code);
    await pick(page, "Credibility", "2");
    await pick(page, "Relevance", "high");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(/saved=1/);
  }
  return own;
}

test("strike the top linchpins, read that the lead changed, and send the address to somebody who sees the same", async ({
  page,
  browser,
}) => {
  await page.goto(shipped);
  await page.getByRole("link", { name: "What if", exact: true }).click();
  await expect(answer(page)).toHaveText(
    "As things stand, H0 leads, but the evidence does not separate the hypotheses.",
  );
  await expect(page.getByText("24 entries, 1 origin: everything comes through one source")).toBeVisible();
  await expect(panel(page)).toContainText("can hold together");
  await expect(page.getByRole("button", { name: "Show", exact: true })).toHaveCount(0);

  const linchpins = page.getByRole("listitem").filter({ hasText: "Linchpin" }).getByRole("checkbox");
  const many = await linchpins.count();
  expect(many).toBeGreaterThan(0);
  await linchpins.first().check();
  await expect(answer(page)).toHaveText(/^Without E\d+, H0 still leads: H\d from .* times H0/);
  for (let place = 1; place < many; place++) {
    await expect(answer(page)).toContainText("H0 still leads");
    await linchpins.nth(place).check();
  }
  await expect(answer(page)).toHaveText(
    /^Without E\d+(, E\d+)*(,? and .*)?, H\d leads in place of H0: H0 from \d\.\d\d to 0\.\d\d times H\d, but the evidence does not separate the hypotheses\.$/,
  );
  await picture(page, "what-if");
  const said = (await answer(page).textContent()) ?? "";
  await expect(page).toHaveURL(new RegExp(`what-if(.entry=E\\d+){${many}}$`));

  for (const javaScriptEnabled of [true, false]) {
    const elsewhere = await browser.newContext({ javaScriptEnabled });
    const other = await elsewhere.newPage();
    await other.goto(page.url());
    await expect(answer(other)).toHaveText(said);
    await expect(other.getByRole("checkbox", { checked: true })).toHaveCount(many);
    await elsewhere.close();
  }

  await page.goto(shipped);
  await page.getByRole("link", { name: "What if", exact: true }).click();
  await expect(answer(page)).toHaveText(/^As things stand, H0 leads/);
});

test("sources, analysts, priors and the method move the answer at once, and each is put back by one press", async ({
  page,
}) => {
  await page.goto(`${shipped}/what-if`);
  await page.getByRole("checkbox", { name: /S1 / }).check();
  await expect(answer(page)).toHaveText("Without S1, nothing is left that tells the hypotheses apart.");
  await expect(panel(page).getByText("not rated", { exact: false }).first()).toBeVisible();
  await page.getByRole("link", { name: "Put S1 back" }).click();
  await expect(answer(page)).toHaveText(/^As things stand, H0 leads/);
  await expect(answer(page)).toBeFocused();
  await expect(page.getByRole("checkbox", { name: /S1 / })).not.toBeChecked();

  await page.getByRole("checkbox", { name: "Strike the ratings of Sceptic" }).check();
  await expect(answer(page)).toHaveText(/^Without the ratings of .Sceptic., /);
  await page.getByLabel("Prior of H3", { exact: true }).fill("2,5");
  await expect(answer(page)).toHaveText(/, and with other priors, H3 leads/);
  await page.getByLabel("Slider for Doubt").focus();
  await page.keyboard.press("End");
  await expect(page.getByLabel("Doubt", { exact: true })).toHaveValue("1");
  await expect(answer(page)).toHaveText(/with other priors and a doubt of 1, /);
  await expect(page).toHaveURL(/\?analyst=[\w-]+&prior\.H3=2\.5&doubt=1$/);

  await page.getByLabel("Step", { exact: true }).fill("0.5");
  await expect(
    page.getByText("Step must be a number over 0 and under 0.25; the inquiry's own is used."),
  ).toBeVisible();

  await page.getByRole("link", { name: "Put the prior of H3 back" }).click();
  await expect(page.getByLabel("Prior of H3", { exact: true })).toHaveValue("1");
  await expect(page.getByLabel("Slider for Prior of H3")).toHaveValue("1");
  // The next that can be put back has the focus.
  await expect(page.getByRole("link", { name: "Put doubt back" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(answer(page)).toHaveText(/^As things stand, H0 leads/);
  await expect(page).toHaveURL(/what-if$/);
});

test("an entry of one's own inquiry is struck from its page, in per cents; the browser's way back is heeded", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const own = await makeInquiry(page);
  await page.goto(`${own}/history`);
  const events = await page.getByRole("listitem").count();
  await page.goto(`${own}/evidence/E1`);
  await page.getByRole("link", { name: "What if this were struck?" }).click();
  await expect(page.getByRole("checkbox", { name: /E1 / })).toBeChecked();
  await expect(answer(page)).toHaveText(
    /^Without E1, H2 leads in place of H1: H1 from \d+\s% to \d+\s%, H2 from \d+\s% to \d+\s%/,
  );
  await expect(panel(page)).toContainText(/\d+\s% · .*before: \d+\s% · /);
  const struck = (await answer(page).textContent()) ?? "";

  await page.getByRole("link", { name: "Start again" }).click();
  await expect(answer(page)).toHaveText(/^As things stand, H1 leads/);
  await expect(answer(page)).toBeFocused();
  await expect(page).toHaveURL(/what-if$/);
  await page.goBack();
  await expect(answer(page)).toHaveText(struck);
  await expect(page.getByRole("checkbox", { name: /E1 / })).toBeChecked();

  await page.getByRole("checkbox", { name: /E2 / }).check();
  await page.getByRole("link", { name: "Matrix" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Matrix" })).toBeVisible();
  await page.goBack();
  await expect(answer(page)).toHaveText(/^Without E1 and E2, /);
  await expect(page.getByRole("checkbox", { name: /E2 / })).toBeChecked();
  await page.getByRole("link", { name: "What if", exact: true }).click();
  await expect(answer(page)).toHaveText(/^As things stand, H1 leads/);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("checkbox", { name: /E3 / }).check();
  await page.getByRole("button", { name: "Copy the address" }).click();
  await expect(page.getByText(/The address is copied/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/what-if\?entry=E3$/);

  await page.goto(`${own}/history`);
  await expect(page.getByRole("listitem")).toHaveCount(events);
});

test("what an address holds that cannot be tried is named and left aside", async ({ page }) => {
  await page.goto(
    `${shipped}/what-if?entry=E999&also=e4&source=S77&analyst=nobody&prior.H9=2&step=much&doubt=0,8`,
  );
  await expect(answer(page)).toHaveText(/^Without E4, and with a doubt of 0\.8, /);
  for (const sentence of [
    "There is no entry E999 that counts here; it is left aside.",
    "There is no source S77 that counts here; it is left aside.",
    "1 analyst in the address cannot be struck here and is left aside.",
    "There is no hypothesis H9 that counts here; its prior is left aside.",
    "Step must be a number over 0 and under 0.25; the inquiry's own is used.",
  ]) {
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expect(page.getByLabel("Doubt", { exact: true })).toHaveValue("0.8");
});

test("what is ticked before the scripts come counts, and the browser's way back still leads to it", async ({
  page,
}) => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${shipped}/what-if?entry=E5&entry=E4`, { waitUntil: "commit" });
  await page.getByRole("checkbox", { name: /E8 / }).check();
  letThrough();
  await expect(answer(page)).toHaveText(/^Without E4, E5 and E8, /);
  await expect(page).toHaveURL(/what-if\?entry=E4&entry=E5&entry=E8$/);
  await page.getByRole("link", { name: "Start again" }).click();
  await expect(answer(page)).toHaveText(/^As things stand/);
  await page.goBack();
  await expect(answer(page)).toHaveText(/^Without E4, E5 and E8, /);
});

test("the list of entries is narrowed by words, and what is ticked stays ticked", async ({ page }) => {
  await page.goto(`${shipped}/what-if?entry=E4`);
  await page.getByLabel("Show only entries with").fill("qom");
  await expect(page.getByText(/^1 entry of 24 shown$/)).toBeVisible();
  await page.getByRole("checkbox", { name: /E18 / }).check();
  await expect(answer(page)).toHaveText(/^Without E4 and E18, /);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form is sent, and the page comes back with the answer", async ({ page }) => {
    await page.goto(`${shipped}/what-if`);
    await page.getByRole("checkbox", { name: /S1 / }).check();
    await page.getByLabel("Step", { exact: true }).fill("0,1");
    await page.getByRole("button", { name: "Show", exact: true }).first().click();
    await expect(answer(page)).toHaveText(
      "Without S1, and with a step of 0.1, nothing is left that tells the hypotheses apart.",
    );
    await expect(page.getByRole("checkbox", { name: /S1 / })).toBeChecked();
    await expect(page.getByRole("button", { name: "Copy the address" })).toHaveCount(0);
    await page.getByRole("link", { name: "Put S1 back" }).click();
    await expect(answer(page)).toHaveText(/^With a step of 0\.1, H0 still leads/);
    await page.getByRole("link", { name: "Start again" }).click();
    await expect(answer(page)).toHaveText(/^As things stand, H0 leads/);
  });
});

test("on a phone no focus goes under the answer that stays in sight, whichever way it moves", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`${shipped}/what-if?entry=E3`);
  await page.getByRole("spinbutton").or(page.getByRole("textbox")).last().focus();
  const covered: string[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Shift+Tab");
    const hidden = await page.evaluate((id) => {
      const focused = document.activeElement;
      const strip = document.getElementById(id)?.parentElement;
      if (!focused || !strip || !focused.closest("form") || strip.contains(focused)) return null;
      const { top, bottom } = focused.getBoundingClientRect();
      const edge = strip.getBoundingClientRect();
      const isPast = edge.top <= 0 && top < edge.bottom && bottom > edge.top;
      return isPast ? `${focused.tagName} ${focused.textContent}` : null;
    }, "what-if-answer");
    if (hidden !== null) covered.push(hidden);
  }
  expect(covered).toEqual([]);
});

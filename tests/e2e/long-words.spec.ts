import { expect, newInquiry, pick, picture, signUp, test } from "./fixtures";

test.use({ installation: "long-words" });

const word = (letters: number) => "Donaudampfschifffahrtsgesellschaft".repeat(10).slice(0, letters);

test("no page is wider than its window, however long the words are that people write", async ({ page }) => {
  test.setTimeout(180_000);
  await signUp(page, word(80));
  const inquiry = await newInquiry(page, word(300), `${word(40)}\n${word(40).split("").reverse().join("")}`);

  for (const codes of [
    ["II", "CC"],
    ["C", "I"],
  ] as const) {
    await page.goto(`${inquiry}/evidence/new`);
    await page.getByLabel("Statement").fill(word(300));
    await page.getByLabel("Where", { exact: true }).fill(word(200));
    await page
      .getByLabel("Source that asserts it")
      .first()
      .fill(`${word(190)}${codes[0]}`);
    await page.getByLabel("If it is new, it is").first().selectOption("government");
    await page.getByLabel("Note").fill(word(300));
    await pick(page, /^H1/, codes[0]);
    await pick(page, /^H2/, codes[1]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: word(300) })).toBeVisible();
  }
  const source = new URL(
    (await page.locator("main a[href^='/sources/S']").first().getAttribute("href")) ?? "",
    page.url(),
  ).pathname;

  await page.goto(`${inquiry}/hypotheses/H1/edit`);
  await page.getByLabel("What it claims").fill(word(300));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("H1 is saved.")).toBeVisible();
  await page.goto(`${inquiry}/judgement`);
  await page.getByLabel(/^H1 /).fill("30");
  await page.getByLabel("Why, in short").fill(word(300));
  await page.getByRole("button", { name: "Save my judgement" }).click();
  await expect(page.getByText("Your judgement is saved.", { exact: false })).toBeVisible();
  await page.goto(inquiry);
  await page.getByText("State another level").click();
  await pick(page, "Confidence", "moderate");
  await page.getByLabel("Why").first().fill(word(300));
  await page.getByRole("button", { name: "State it" }).click();
  await expect(page.getByText("The confidence is stated as moderate.", { exact: false })).toBeVisible();
  await picture(page, "long-words-overview");
  await page.goto(`${inquiry}/hypotheses/H1`);
  await page.getByText("Say how H1 stands to another").click();
  await page.getByLabel("The other hypothesis").selectOption("H2");
  await page.locator("form#relate").getByLabel(/^How/).fill(word(300));
  await page.locator("form#relate").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/H1 can hold together with/)).toBeVisible();

  const widths: Record<string, number> = {};
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      "/",
      "/sources",
      source,
      ...[
        "",
        "/hypotheses/H1",
        "/evidence",
        "/evidence/E1",
        "/evidence/E1/edit",
        "/evidence/new",
        "/what-if?entry=E1&source=S1&entry=E9",
        "/judgement",
        "/score?method=heuer&hypothesis=H1",
        "/score?method=posterior&hypothesis=H1",
        "/history",
        "/settings",
      ].map((path) => `${inquiry}${path}`),
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) widths[`${path} at ${width}`] = wide;
    }
  }
  expect(widths).toEqual({});
});

import { expect, fillSignUp, pick, shipped, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("without JavaScript somebody signs up, is told what is wrong, adds an entry, rates it, and grades a source", async ({
  page,
}) => {
  await page.goto("/sign-up");
  await fillSignUp(page, {
    name: "Plain Reader",
    email: `plain-${process.pid}@example.org`,
    password: "short",
  });
  await expect(page.getByText(/At least 10 characters/).last()).toBeVisible();
  await expect(page.locator("main form").getByLabel("Name")).toHaveValue("Plain Reader");
  await fillSignUp(page, {
    name: "Plain Reader",
    email: `plain-${process.pid}@example.org`,
    password: "long enough now",
  });
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();

  await page.goto(`${shipped}/evidence/new`);
  await pick(page, /^H3/, "C");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    page.getByText("Write the statement: one thing that is, or is said to be, so.").first(),
  ).toBeVisible();
  await expect(page.getByRole("group", { name: /^H3/ }).locator("input:checked")).toHaveValue("C");
  await page.getByLabel("Statement").fill("Seen without a script.");
  await page.getByRole("button", { name: "Show what it would move" }).click();
  await expect(page.getByText(/If you save this:/)).toBeVisible();
  await expect(page.getByLabel("Statement")).toHaveValue("Seen without a script.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Seen without a script." })).toBeVisible();

  await pick(page, "Credibility", "2");
  await page.getByRole("button", { name: "Change my ratings" }).click();
  await expect(page.getByText(/Your ratings of E\d+ are saved\./)).toBeVisible();

  await page.goto("/sources/S4");
  await pick(page, /^Reliability/, "C");
  await page.getByRole("button", { name: /grade/i }).first().click();
  await expect(page.getByText(/Your grade C of S4 is saved/)).toBeVisible();
});

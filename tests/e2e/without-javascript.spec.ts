import { expect, fillSignUp, newInquiry, pick, shipped, test } from "./fixtures";

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

test("without JavaScript what was withdrawn is said with a button that puts it back, and the guide can be left", async ({
  page,
}) => {
  await page.goto("/sign-up");
  await fillSignUp(page, {
    name: "Plain Doer",
    email: `plain-doer-${process.pid}@example.org`,
    password: "long enough now",
  });
  await newInquiry(page, "Is a script needed to undo?", "Yes\nNo");
  await page.goto(`${new URL(page.url()).pathname}/hypotheses/H2`);
  await page.locator("summary", { hasText: "Withdraw H2" }).click();
  await page.getByLabel("Why").last().fill("Nobody holds it.");
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  const said = page.getByRole("region", { name: "Just done" });
  await expect(said.getByText("H2 is withdrawn. It stays visible and counts no more.")).toBeVisible();
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(said.getByText("H2 counts again.")).toBeVisible();
  await expect(page.locator("summary", { hasText: "Withdraw H2" })).toBeVisible();

  await page.goto(shipped);
  const guide = page.getByRole("complementary", { name: /^Guide/ });
  await guide.getByRole("button", { name: "Leave the guide" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(guide).toBeHidden();
  await page.goto(`${shipped}/matrix`);
  await expect(guide).toBeHidden();
});

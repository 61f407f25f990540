import { expect, makeMember, newInquiry, signUp, test } from "./fixtures";

test("two people edit one entry: the second is told, sees both, and loses nothing", async ({
  page,
  browser,
  server,
}) => {
  await signUp(page, "Ada First");
  const inquiry = await newInquiry(page, "Who moved the archive?", "The office\nThe owner");

  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  const { email } = await signUp(other, "Ben Second");
  const missing = await other.goto(inquiry);
  expect(missing?.status()).toBe(404);

  await makeMember(page, inquiry, "analyst", { name: "Ben Second", email });

  await page.goto(`${inquiry}/evidence/new`);
  await page.getByLabel("Statement").fill("The van was seen at noon.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/evidence\/E1\?saved/);

  await page.goto(`${inquiry}/evidence/E1/edit`);
  await other.goto(`${inquiry}/evidence/E1/edit`);
  await page.getByLabel("Statement").fill("The van was seen at one.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/E1 is saved/)).toBeVisible();
  await other.getByLabel("Statement").fill("A grey van was seen at noon.");
  await other.getByLabel("Why the change").fill("The colour is in the log.");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText(/Ada First .*while you were writing/).first()).toBeVisible();
  await expect(other.getByText("The van was seen at one.").first()).toBeVisible();
  await expect(other.getByLabel("Statement")).toHaveValue("A grey van was seen at noon.");
  await other.getByLabel("Statement").fill("A grey van was seen at one.");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText(/E1 is saved/)).toBeVisible();
  await page.goto(`${inquiry}/evidence/E1`);
  await expect(page.getByRole("heading", { name: "A grey van was seen at one." })).toBeVisible();
  await page.goto(`${inquiry}/history`);
  await expect(page.getByText("The colour is in the log.")).toBeVisible();
  await context.close();
});

test("two leads change the method: the second keeps only what they touched, and sets nothing back", async ({
  page,
  browser,
  server,
}) => {
  await signUp(page, "Cora First");
  const inquiry = await newInquiry(page, "Who sets the method?", "The one\nThe other");
  const settings = `${inquiry}/settings`;
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  const { email } = await signUp(other, "Dan Second");
  await makeMember(page, inquiry, "lead", { name: "Dan Second", email });

  await page.goto(settings);
  await other.goto(settings);
  const method = (of: typeof page) => of.locator("form#method");
  await method(page).getByLabel("Doubt", { exact: true }).fill("0.6");
  await method(page).getByLabel("Blind rating").uncheck();
  await method(page).getByRole("button", { name: "Save the method" }).click();
  await expect(method(page).getByText(/The method is saved/)).toBeVisible();

  await method(other).getByLabel("Step", { exact: true }).fill("0.1");
  await method(other).getByRole("button", { name: "Save the method" }).click();
  const told = other.getByRole("region", { name: "Changed by someone else" });
  await expect(told.getByText(/Cora First changed this at .*while you were writing/)).toBeVisible();
  await expect(told.getByText("Only they changed Doubt and Blind rating", { exact: false })).toBeVisible();
  await expect(told.locator("dl")).toHaveCount(1);
  await expect(method(other).getByLabel("Doubt", { exact: true })).toHaveValue("0.6");
  await expect(method(other).getByLabel("Blind rating")).not.toBeChecked();
  await method(other).getByRole("button", { name: "Save the method" }).click();
  await expect(method(other).getByText(/The method is saved/)).toBeVisible();
  await page.goto(settings);
  await expect(method(page).getByLabel("Step", { exact: true })).toHaveValue("0.1");
  await expect(method(page).getByLabel("Doubt", { exact: true })).toHaveValue("0.6");
  await expect(method(page).getByLabel("Blind rating")).not.toBeChecked();
  await context.close();
});

import { expect, newInquiry, signUp, test } from "./fixtures";

test("an inquiry with a single hypothesis and no entry says so, and offers nothing to do over nothing", async ({
  page,
}) => {
  await signUp(page, "Empty Lead");
  const inquiry = await newInquiry(page, "Is there anything yet?", "The only one\nThe other");

  await page.goto(`${inquiry}/evidence`);
  await expect(page.getByText("No entry yet")).toBeVisible();
  await page.goto(`${inquiry}/evidence?text=nothing`);
  await expect(page.getByText("Take one of the conditions away", { exact: false })).toBeVisible();
  await page.goto(`${inquiry}/what-if`);
  await expect(page.getByText("There is nothing to strike yet")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Strike entries" })).toHaveCount(0);

  for (const [id, left] of [
    ["H2", "There is only one hypothesis, so there is nothing to compare it with."],
    ["H1", "There is no hypothesis yet, so there is nothing to compare."],
  ] as const) {
    await page.goto(`${inquiry}/hypotheses/${id}`);
    await page.locator("summary", { hasText: "Withdraw" }).click();
    await page.getByLabel("Why").last().fill("No answer.");
    await page.getByRole("button", { name: "Withdraw" }).last().click();
    await expect(page.getByText("It stays visible and no longer counts.", { exact: false })).toBeVisible();
    await page.goto(inquiry);
    await expect(page.getByText(left)).toBeVisible();
  }
  await page.goto(`${inquiry}/judgement`);
  await expect(page.getByText("There is no hypothesis yet that could be judged.")).toBeVisible();
  await expect(page.locator("form#judgement")).toHaveCount(0);
  await page.goto("/nothing-is-here");
  await expect(page.locator("main").getByRole("link", { name: "Sign in" })).toHaveCount(0);
});

import type { Page } from "@playwright/test";
import { axe, expect, newInquiry, picture, signUp, test } from "./fixtures";
import { sendForm } from "./plain-form";

const van = "A grey van with two men in it was seen near the station at noon.";
const sameVan = "A grey van with three men in it was seen near the station at noon.";

/** A new inquiry of whoever is signed in. @returns its address */
async function open(page: Page, question: string): Promise<string> {
  return newInquiry(page, question, "The office\nThe owner");
}

async function fillEntry(page: Page, statement: string, source: string): Promise<void> {
  await page.getByLabel("Statement").fill(statement);
  await page.getByLabel("Source that asserts it").first().fill(source);
  await page.getByLabel("If it is new, it is").first().selectOption("media");
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

test("one report that is entered twice: warned of, merged, and taken apart again", async ({ page }) => {
  test.setTimeout(120_000);
  await signUp(page, "Ina Twice");
  const inquiry = await open(page, "Who parked the van?");
  const run = process.pid;

  await page.goto(`${inquiry}/evidence/new`);
  await fillEntry(page, van, `The Morning ${run}`);
  await save(page);
  await expect(page).toHaveURL(/evidence\/E1\?saved/);
  await page.goto(`${inquiry}/evidence`);
  await expect(page.getByRole("link", { name: /nearly the same/ })).toHaveCount(0);

  await test.step("an entry that says nearly the same is not saved before its author has seen that", async () => {
    await page.goto(`${inquiry}/evidence/new`);
    await fillEntry(page, sameVan, `The Morning ${run}`);
    await page.getByRole("button", { name: "Show what it would move" }).click();
    await expect(page.getByText("E1 says nearly the same:")).toBeVisible();
    await expect(page.getByText(/This adds no origin: S\d+ leans on S\d+, as 1 other does\./)).toBeVisible();
    await page.getByLabel("Source that asserts it").first().fill(`The Evening ${run}`);
    await page.getByLabel("If it is new, it is").first().selectOption("media");
    await page.getByLabel("Statement").fill(`${sameVan} `);
    await page.getByLabel("Statement").fill(sameVan.replace("three", "four"));
    await save(page);
    await expect(page.getByText("Is this in the inquiry already? Nothing is saved yet.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Add your citation to E1 instead" })).toHaveAttribute(
      "href",
      `${inquiry}/evidence/E1/edit`,
    );
    expect(await axe(page)).toEqual([]);
    await picture(page, "repeats-warning");
    await page.getByRole("button", { name: "Save all the same" }).click();
    await expect(page).toHaveURL(/evidence\/E2\?saved/);
  });

  await page.goto(inquiry);
  await page.getByRole("link", { name: "1 pair of entries says nearly the same" }).click();
  const pair = page.getByRole("article", { name: "E1 and E2" });
  await expect(pair.locator("mark")).toHaveText(["two", "four"]);
  await expect(pair).toContainText("Only in E1: two. Only in E2: four.");
  await expect(page.getByText("ask an administrator to link")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await picture(page, "repeats");

  await test.step("merged, one entry has both citations and the other leads to it", async () => {
    await pair.getByRole("button", { name: "Merge into E1" }).click();
    await expect(page.getByText(/E2 is merged into E1, which stands for both\./)).toBeVisible();
    await expect(pair).toContainText("E2 is merged into E1");
    expect(await axe(page)).toEqual([]);
    await picture(page, "repeats-merged");
    await page.goto(`${inquiry}/evidence/E2`);
    await expect(page.getByText("E1 says the same and stands for both.")).toBeVisible();
    await expect(page.getByText("Put back E2")).toHaveCount(0);
    await page.getByRole("link", { name: "E1", exact: true }).click();
    await expect(page.getByText("It stands for E2 (compare) as well.")).toBeVisible();
    await expect(page.getByText(`The Evening ${run}`).first()).toBeVisible();
  });

  await test.step("and taken apart, all is as it was, with every step in the history", async () => {
    await page.getByRole("link", { name: "compare" }).click();
    await pair.getByRole("button", { name: "Take the merge apart" }).click();
    await expect(page.getByText(/E2 and E1 are two entries again, as they were\./)).toBeVisible();
    await pair.getByRole("button", { name: "Keep apart" }).click();
    await expect(page.getByText(/stay two entries, and are not proposed again/)).toBeVisible();
    await expect(page.getByText("No two entries say nearly the same")).toBeVisible();
    await page.goto(`${inquiry}/history`);
    for (const deed of ["merged E2 into E1", "took E2 out of E1 again", "said that E1 and E2 are two things"])
      await expect(page.getByText(deed)).toBeVisible();
  });
});

test("two that are worded quite otherwise are put side by side by whoever knows that they are one", async ({
  page,
}) => {
  await signUp(page, "Ida Knows");
  const inquiry = await open(page, "Is it the same report?");
  for (const statement of ["The bridge was closed all day.", "Nobody could cross the river on Monday."]) {
    await page.goto(`${inquiry}/evidence/new`);
    await page.getByLabel("Statement").fill(statement);
    await save(page);
    await expect(page).toHaveURL(/saved/);
  }
  await page.goto(`${inquiry}/evidence/repeats`);
  await expect(page.getByText("No two entries say nearly the same")).toBeVisible();
  await page.getByLabel("One entry").fill("e2");
  await page.getByLabel("The other").fill("E1");
  await page.getByRole("button", { name: "Put side by side" }).click();
  await page.getByRole("button", { name: "Merge into E2" }).click();
  await expect(page.getByText(/E1 is merged into E2, which stands for both\./)).toBeVisible();
});

test("what was begun goes on: a second entry after the warning, a reason that was typed, and what a merge takes along", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signUp(page, "Ike Goes On");
  const inquiry = await open(page, "Does it go on?");
  await page.goto(`${inquiry}/evidence/new`);
  await page.getByLabel("Statement").fill(van);
  await save(page);
  await expect(page).toHaveURL(/evidence\/E1\?saved/);
  await page.goto(`${inquiry}/evidence/new`);
  await page.getByLabel("Statement").fill(sameVan);
  await page.getByRole("button", { name: "Save and add another" }).click();
  await page.getByRole("button", { name: "Save all the same and add another" }).click();
  await expect(page).toHaveURL(/evidence\/new\?after=E2$/);

  await page.goto(`${inquiry}/evidence/repeats`);
  const pair = page.getByRole("article", { name: "E1 and E2" });
  await pair.getByLabel("Why").fill("Both are of the agency.");
  await page.reload();
  await expect(pair.getByLabel("Why")).toHaveValue("Both are of the agency.");
  const changed = await sendForm(page.request, `${inquiry}/evidence/E2/edit`, "edit-E2", {
    statement: `${sameVan} It left.`,
  });
  expect(changed.ok()).toBe(true);
  await pair.getByRole("button", { name: "Merge into E1" }).click();
  await expect(page.getByText("One of the two was changed since this page was opened.")).toBeVisible();
  await expect(pair.getByLabel("Why")).toHaveValue("Both are of the agency.");
  await page.reload();
  await expect(pair.getByLabel("Why")).toHaveValue("Both are of the agency.");
  await pair.getByRole("button", { name: "Merge into E1" }).click();
  await expect(page.getByText(/E2 is merged into E1, which stands for both\./)).toBeVisible();

  await page.goto(`${inquiry}/evidence`);
  await expect(page.getByRole("status").filter({ hasText: "2 entries, 1 of which counts" })).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "merged into E1" })).toHaveCount(1);
  await page.goto(`${inquiry}/evidence/E2`);
  await expect(page.getByText("E2 is merged into E1: rate E1.")).toBeVisible();
  await page.goto(`${inquiry}/evidence/E1`);
  await page.getByText("Withdraw E1").click();
  await expect(page.getByText("So does E2, for which it stands.")).toBeVisible();
  await page.getByRole("textbox", { name: "Why", exact: true }).last().fill("It was made up.");
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(page.getByText("which does not count either while this is withdrawn")).toBeVisible();
  await page.goto(`${inquiry}/evidence/E2`);
  await expect(page.getByText("E1 stood for both and is withdrawn, so that neither counts.")).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the warning, the merge and the way back are there", async ({ page }) => {
    await signUp(page, "Ian Plain");
    const inquiry = await open(page, "Does it work without a script?");
    for (const statement of [van, sameVan]) {
      await page.goto(`${inquiry}/evidence/new`);
      await page.getByLabel("Statement").fill(statement);
      await save(page);
    }
    await expect(page.getByText("E1 says nearly the same:")).toBeVisible();
    await expect(page.getByLabel("Statement")).toHaveValue(sameVan);
    await page.getByRole("button", { name: "Save all the same" }).click();
    await expect(page).toHaveURL(/evidence\/E2\?saved/);
    await page.goto(`${inquiry}/evidence/repeats`);
    await page.getByRole("button", { name: "Merge into E2" }).click();
    await expect(page.getByText(/E1 is merged into E2, which stands for both\./)).toBeVisible();
    await page.getByRole("button", { name: "Take the merge apart" }).click();
    await expect(page.getByText(/E1 and E2 are two entries again, as they were\./)).toBeVisible();
  });
});

import { axe, expect, picture, shipped, test } from "./fixtures";

test.use({ installation: "pictures" });

test("the timeline is narrowed, leads to the same entries as a list and back, and each mark leads to its entry", async ({
  page,
}) => {
  await page.goto(shipped);
  await page
    .getByRole("navigation", { name: "This inquiry" })
    .getByRole("link", { name: "Timeline" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
  const status = page.getByRole("status").filter({ hasText: /entr/ });
  await expect(status).toHaveText("24 entries, 1 origin");
  const timeline = page.getByRole("group", { name: /^Entries by date/ });
  await expect(timeline).toHaveAccessibleName(/E4: until 15 April 2024, supports H0 most\./);
  const marks = timeline.getByRole("link");
  await expect(marks).toHaveCount(22);
  const undated = page.getByRole("region", { name: "Without a date" });
  await expect(undated.getByRole("article")).toHaveCount(2);
  await expect(
    page.getByRole("img", { name: /^Hypotheses over time\. H0 leads .* H0 Acts on its own: weighs most/ }),
  ).toBeVisible();
  await picture(page, "timeline");

  await page.getByLabel("Kind").selectOption({ label: "Inference" });
  await page.getByLabel("Grade of the origin it leans on").selectOption("C");
  await page.getByRole("button", { name: "Narrow" }).click();
  await expect(status).not.toHaveText("24 entries, 1 origin");
  const told = await status.textContent();
  await expect(page.getByLabel("Kind")).toHaveValue("inference");
  const narrowed = (await marks.allTextContents()).map((name) => name.split(" ")[0]);
  expect(narrowed.length).toBeGreaterThan(0);

  await page.getByRole("link", { name: "The same as a list" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Evidence" })).toBeVisible();
  await expect(status).toHaveText(told ?? "");
  await expect(page.getByLabel("Kind")).toHaveValue("inference");
  for (const id of narrowed)
    await expect(page.getByRole("article").filter({ hasText: `${id} ` })).toBeVisible();
  await page.getByRole("link", { name: "The same on the timeline" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
  await expect(marks).toHaveCount(narrowed.length);

  await marks.first().click();
  await expect(page.getByText(`Evidence ${narrowed[0]}`)).toBeVisible();
});

test("the page of a hypothesis has its line over time, and the figures behind it", async ({ page }) => {
  await page.goto(`${shipped}/hypotheses/H3`);
  const overTime = page.getByRole("region", { name: "Over time" });
  await expect(overTime.getByRole("img", { name: /^Hypotheses over time/ })).toBeVisible();
  await overTime.getByText("The figures as a table").click();
  await expect(overTime.getByRole("row", { name: /^15 April 2024 24 / })).toBeVisible();
  await overTime.getByRole("link", { name: "Timeline of the entries" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Timeline" })).toBeVisible();
});

test("the ratings say whether two scales are rated as one, and what is disputed most", async ({ page }) => {
  await page.goto(shipped);
  await page.getByRole("link", { name: "Where the analysts part" }).click();
  const grades = page.getByRole("region", { name: "Grades", exact: true });
  await expect(grades.getByText(/24 of 24 entries with both grades \(100 %\) lie on it/)).toBeVisible();
  const grid = grades.getByRole("table").first();
  await expect(grid.getByRole("row")).toHaveCount(7);
  const full = grid
    .getByRole("row", { name: /Fairly reliable/ })
    .getByRole("cell")
    .nth(2);
  await expect(full).toContainText("24 on the diagonal");
  await full.getByText("20 more").click();
  await expect(full.getByRole("link")).toHaveCount(24);
  await expect(grades.getByRole("row", { name: "Regional desk 24 75 % no" })).toBeVisible();

  const rows = page.getByRole("region", { name: "Disagreement by entry and hypothesis" }).getByRole("row");
  const figures = await rows.nth(1).getByRole("cell").allTextContents();
  const last = await rows.last().getByRole("cell").allTextContents();
  expect(Math.max(...figures.map(Number))).toBeGreaterThan(Math.max(...last.map(Number)));
  await picture(page, "ratings");
  await rows.nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Ratings" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the timeline is narrowed, its pictures are there with their tables, and its marks lead on", async ({
    page,
  }) => {
    await page.goto(`${shipped}/timeline`);
    await page.getByLabel("Source or relay").selectOption({ index: 3 });
    await page.getByRole("button", { name: "Narrow" }).click();
    await expect(page.getByRole("status").filter({ hasText: /^\d+ entr/ })).not.toHaveText(
      "24 entries, 1 origin",
    );
    const marks = page.getByRole("group", { name: /^Entries by date/ }).getByRole("link");
    const [first = ""] = await marks.allTextContents();
    await page.getByText("The figures as a table").last().click();
    await expect(
      page
        .getByRole("table")
        .last()
        .getByRole("link", { name: first.split(" ")[0] ?? "" })
        .first(),
    ).toBeVisible();
    await marks.first().click();
    await expect(page.getByText(`Evidence ${first.split(" ")[0]}`)).toBeVisible();
  });
});

test("axe finds nothing in the pictures, and they are there on paper", async ({ page }) => {
  for (const path of ["timeline", "ratings"]) {
    await page.goto(`${shipped}/${path}`);
    for (const summary of await page.locator("main summary:visible").all()) await summary.click();
    expect(await axe(page), path).toEqual([]);
  }
  await page.goto(`${shipped}/timeline`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("group", { name: /^Entries by date/ })).toBeVisible();
  await expect(page.getByRole("search")).toBeHidden();
});

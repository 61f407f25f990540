import { expect, shipped, test } from "./fixtures";

// What others add to the shipped inquiry would be counted.
test.use({ installation: "shipped-origins" });

test("the shipped inquiry says that its 24 entries are of one origin, on every page that counts them", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("article").filter({ hasText: "Islamic State" })).toContainText(
    "24 entries, 1 origin",
  );
  const paths = ["", "/evidence", "/matrix", "/sources", "/timeline", "/claims", "/ratings", "/judgement"];
  for (const path of [...paths, "/what-if", "/score?hypothesis=H1&method=posterior", "/hypotheses/H3"]) {
    await page.goto(`${shipped}${path}`);
    await expect(
      page
        .getByRole("main")
        .getByText(/(^|· )24 entries, 1 origin$/)
        .first(),
    ).toBeVisible();
  }
  await expect(page.getByText(/ entr(y|ies), 1 origin, strongest first\./).first()).toBeVisible();
});

import { axe, expect, shipped, signUp, test } from "./fixtures";

const pages = [
  "/",
  shipped,
  `${shipped}/hypotheses/H1`,
  `${shipped}/hypotheses/new`,
  `${shipped}/evidence`,
  `${shipped}/evidence?text=nothing+has+this`,
  `${shipped}/evidence/E14`,
  `${shipped}/evidence/new`,
  `${shipped}/claims`,
  `${shipped}/claims?verdict=disputed`,
  `${shipped}/claims/C3`,
  `${shipped}/claims/new`,
  `${shipped}/sources`,
  `${shipped}/matrix`,
  `${shipped}/matrix?sort=own&disputed=yes&entry=E1`,
  `${shipped}/timeline`,
  `${shipped}/timeline?text=nothing+has+this`,
  `${shipped}/ratings`,
  `${shipped}/evidence/paste`,
  `${shipped}/evidence/repeats`,
  `${shipped}/evidence/repeats?one=E14&other=E1`,
  `${shipped}/what-if`,
  `${shipped}/what-if?entry=E3&entry=E14&source=S3&prior.H1=2&step=0.1&doubt=7`,
  `${shipped}/history`,
  `${shipped}/judgement`,
  `${shipped}/score?method=posterior&hypothesis=H0`,
  "/search?text=rusia",
  "/search?text=nothing+has+this",
  "/sources",
  "/sources/S1",
  "/sources/S6",
  "/sources/review",
  "/sources/new",
  "/inquiries/new",
  "/how-it-reasons",
  "/sign-in",
  "/sign-up",
  "/welcome?key=no-such-key-at-all",
  "/account",
  "/nothing-is-here",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page in the ${colorScheme}, wide or narrow, and no page is wider than the phone`, async ({
    page,
  }) => {
    test.setTimeout(360_000);
    await page.emulateMedia({ colorScheme });
    await signUp(page, `Axe ${colorScheme}`);
    await page.goto("/inquiries/new");
    await page.getByLabel("Question").fill(`Is it accessible in the ${colorScheme}?`);
    await page.getByLabel("Hypotheses").fill("Yes\nNo");
    await page.locator("main form").getByRole("button").first().click();
    await expect(page.getByRole("heading", { level: 1, name: /accessible/ })).toBeVisible();
    const own = new URL(page.url()).pathname;
    // A source of one's own, so that there is something to review.
    await page.goto(`${own}/evidence/new`);
    await page.getByLabel("Statement").fill("It was looked at.");
    await page.getByLabel("Source that asserts it").first().fill(`A reviewer in the ${colorScheme}`);
    await page.getByLabel("If it is new, it is").first().selectOption("expert");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(/evidence\/E1\?saved/);
    const found: Record<string, string[]> = {};
    const titles = new Map<string, string>();
    for (const path of [
      ...pages,
      own,
      `${own}/settings`,
      `${own}/matrix`,
      `${own}/timeline`,
      `${own}/ratings`,
      `${own}/hypotheses/H1/edit`,
    ]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      const wide = await axe(page);
      // Where it led to, without what was asked of it: one page, seen in another light.
      const place = new URL(page.url()).pathname;
      const title = await page.title();
      if (titles.has(title) && titles.get(title) !== place)
        found[path] = [`has the title of ${titles.get(title)}`];
      titles.set(title, place);
      await page.setViewportSize({ width: 390, height: 800 });
      const narrow = await axe(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const all = [...(found[path] ?? []), ...wide, ...narrow, ...(width > 390 ? [`${width} px wide`] : [])];
      if (all.length > 0) found[path] = all;
    }
    expect(found).toEqual({});
  });
}

import type { Page } from "@playwright/test";
import { axe, expect, newInquiry, shipped, signUp, test } from "./fixtures";
import { sendForm } from "./plain-form";

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
  "/welcome?key=no-such-key-at-all",
  "/account",
  "/nothing-is-here",
];

/** What axe finds on a page, wide and narrow, and how far it is wider than a phone. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  const wide = await axe(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const narrow = await axe(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return [...wide, ...narrow, ...(width > 390 ? [`${width} px wide`] : [])];
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page in the ${colorScheme}, wide or narrow, and no page is wider than the phone`, async ({
    page,
    server,
  }) => {
    test.setTimeout(360_000);
    await page.emulateMedia({ colorScheme });
    const found: Record<string, string[]> = {};
    const titles = new Map<string, string>();
    const look = async (path: string) => {
      const faults = await faultsOf(page, path);
      // Where it led to, without what was asked of it: one page, seen in another light.
      const place = new URL(page.url()).pathname;
      const title = await page.title();
      if (titles.has(title) && titles.get(title) !== place)
        faults.push(`has the title of ${titles.get(title)}`);
      titles.set(title, place);
      if (faults.length > 0) found[path] = faults;
    };
    // Whoever is signed in is led on from these.
    for (const path of ["/sign-in", "/sign-up", server.startUrl]) await look(path);

    await signUp(page, `Axe ${colorScheme}`);
    const own = await newInquiry(page, `Is it accessible in the ${colorScheme}?`, "Yes\nNo");
    // A source of one's own, so that there is something to review; and something of each kind to edit.
    const source = { source: `A reviewer in the ${colorScheme}`, sourceKind: "expert" };
    for (const [path, form, fields] of [
      [
        "evidence/new",
        "evidence-new",
        { statement: "It was looked at.", kind: "report", ...under("citations.0", source) },
      ],
      [
        "claims/new",
        "claim-new",
        { statement: "We looked at it.", ...under("asserter", source), ...under("appearances.0", source) },
      ],
    ] as const) {
      const answer = await sendForm(page.request, `${own}/${path}`, form, fields);
      expect(answer.status(), path).toBe(303);
    }
    for (const path of [
      ...pages,
      own,
      `${own}/settings`,
      `${own}/matrix`,
      `${own}/timeline`,
      `${own}/ratings`,
      `${own}/hypotheses/H1/edit`,
      `${own}/evidence/E1/edit`,
      `${own}/claims/C1`,
      `${own}/claims/C1/edit`,
    ])
      await look(path);
    await page.goto(`${own}/sources`);
    const link = page.getByRole("main").getByRole("link", { name: source.source }).first();
    await look(`${await link.getAttribute("href")}/edit`);
    expect(found).toEqual({});
  });
}

const under = (field: string, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${field}.${name}`, value]));

test("with the system's own colours a choice is told apart, and who wants no motion gets none", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await signUp(page, "Plain Colours");
  await page.goto(`${shipped}/evidence/new`);
  const picker = page.getByRole("group", { name: /^H1/ });
  const option = (code: string) => picker.locator(`label.code-option:has(input[value="${code}"])`);
  await option("C").click();
  const look = (code: string) =>
    option(code).evaluate((element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return `${backgroundColor} ${color}`;
    });
  expect(await look("C")).not.toBe(await look("I"));
  for (const path of [shipped, `${shipped}/matrix`, `${shipped}/what-if`]) {
    await page.goto(path);
    const longest = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll("*")].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return `${transitionDuration},${animationDuration}`
            .split(",")
            .map((time) => Number.parseFloat(time));
        }),
      ),
    );
    expect(longest, path).toBeLessThan(0.001);
    expect(await axe(page), path).toEqual([]);
  }
});

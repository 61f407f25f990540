import type { Page } from "@playwright/test";
import { axe, expect, newInquiry, pick, picture, shipped, signUp, test } from "./fixtures";
import { sendForm } from "./plain-form";

/** An inquiry of one's own with two hypotheses. @returns its address. */
async function openInquiry(page: Page, question: string): Promise<string> {
  return newInquiry(page, question, "It was the wind\nIt was the cat");
}

interface Cited {
  readonly source: string;
  readonly via?: string;
}

/** Adds an entry that fits the first hypothesis, as its form would be sent. */
async function addEntry(
  page: Page,
  inquiry: string,
  statement: string,
  citations: readonly Cited[],
): Promise<void> {
  const fields = citations.flatMap(({ source, via = "" }, row) => [
    [`citations.${row}.source`, source],
    [`citations.${row}.sourceKind`, "media"],
    [`citations.${row}.via`, via],
    [`citations.${row}.viaKind`, via === "" ? "" : "media"],
  ]);
  const answer = await sendForm(page.request, `${inquiry}/evidence/new`, "evidence-new", {
    statement,
    kind: "report",
    "consistency.H1": "CC",
    "consistency.H2": "II",
    ...Object.fromEntries(fields),
  });
  expect(answer.status()).toBe(303);
}

const desk = (page: Page) => page.getByRole("region", { name: /^S\d/ });
const queue = (page: Page) => page.getByRole("navigation", { name: "The queue" });

test("ten sources are judged in one sitting by keyboard alone, with a reason, a skip, a way back and an undo", async ({
  page,
}) => {
  await signUp(page, "Keyboard Reviewer");
  const inquiry = await openInquiry(page, "What broke the vase?");
  const names = Array.from({ length: 10 }, (_, row) => `Neighbour ${row + 1}`);
  for (const name of names.slice(0, 5))
    await addEntry(page, inquiry, `${name} heard it.`, [{ source: name }]);
  await addEntry(
    page,
    inquiry,
    "All of them saw the window open.",
    names.map((source) => ({ source })),
  );

  await page.goto("/sources/review");
  await expect(page.getByRole("link", { name: /Judged by nobody 10/ })).toBeVisible();
  await expect(desk(page)).toBeFocused();
  await expect(desk(page).getByText("1 of 10")).toBeVisible();
  // More rests on the first five, so they come first.
  await expect(desk(page)).toHaveAccessibleName(/Neighbour [1-5]$/);
  expect(await axe(page)).toEqual([]);
  await picture(page, "review");

  const first = await desk(page).getAttribute("aria-labelledby");
  await page.keyboard.press("s");
  await expect(desk(page).getByText("2 of 10")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(desk(page)).toHaveAttribute("aria-labelledby", first ?? "");

  const why = page.getByLabel("Why", { exact: true });
  await page.keyboard.press("r");
  await expect(why).toBeFocused();
  await page.keyboard.type("Heard a cat before.");
  await page.keyboard.press("Escape");
  await expect(desk(page)).toBeFocused();

  // What is typed and not sent is there for whoever goes on, or away, and comes back.
  await page.keyboard.press("s");
  await expect(desk(page).getByText("2 of 10")).toBeVisible();
  await expect(why).toHaveValue("");
  await page.keyboard.press("ArrowLeft");
  await expect(why).toHaveValue("Heard a cat before.");
  await page.reload();
  await expect(why).toHaveValue("Heard a cat before.");
  await expect(desk(page)).toBeFocused();
  const grades = "bcdaefbcda";
  for (const [row, key] of [...grades].entries()) {
    await expect(desk(page).getByText(`${row + 1} of 10`)).toBeVisible();
    await expect(desk(page)).toBeFocused();
    await page.keyboard.press(key);
    const told = page.getByRole("status").filter({ hasText: `Your grade ${key.toUpperCase()} of S` });
    await expect(told).toBeVisible();
    await expect(told.getByText(/^What broke the vase\? .+/)).toBeVisible();
    await expect(queue(page).getByText(key.toUpperCase(), { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByText("This is the last of them.")).toBeVisible();
  for (const letter of "ABCDEF") {
    const times = [...grades.toUpperCase()].filter((grade) => grade === letter).length;
    await expect(queue(page).getByText(letter, { exact: true })).toHaveCount(times);
  }

  await page.keyboard.press("u");
  await expect(page.getByText(/^Undone: S\d+ has no grade of yours, as before\.$/)).toBeVisible();
  await expect(queue(page).getByText("A", { exact: true })).toHaveCount(1);
  await expect(desk(page)).toBeFocused();

  // What was written for one letter is told beside the field, and is not filed under another.
  await page.goto(`/sources/review?at=${/S\d+/.exec(first ?? "")}`);
  await expect(desk(page)).toHaveAttribute("aria-labelledby", first ?? "");
  await expect(desk(page).getByText("For your B you wrote: Heard a cat before.")).toBeVisible();
  await expect(why).toHaveValue("");

  // What is judged has left the queue; the one that was undone is all there is.
  await page.goto("/sources/review");
  await expect(desk(page).getByText("1 of 1", { exact: true })).toBeVisible();
  const grid = page.getByRole("region", { name: "Entries by reliability and credibility" });
  await expect(grid.getByRole("row", { name: /^B/ }).getByRole("link", { name: /^E\d$/ })).toHaveCount(1);
  await page.goto(`${inquiry}/history`);
  await expect(page.getByText(/graded source S\d+ as [A-F]/)).toHaveCount(10);
  await expect(page.getByText(/took back their grade of source/)).toHaveCount(1);
  await page.goto(`${inquiry}/sources`);
  await page
    .getByRole("link", { name: new RegExp(`^${/S\d+/.exec(first ?? "")}\\b`) })
    .first()
    .click();
  await expect(page.getByRole("listitem").getByText("Heard a cat before.")).toBeVisible();
});

test("at the end what was skipped is named, and a grade that stood already is not there to be undone", async ({
  page,
}) => {
  await signUp(page, "Hasty Reviewer");
  const inquiry = await openInquiry(page, "Who left the gate open?");
  await addEntry(page, inquiry, "Two saw it.", [{ source: "The gardener" }, { source: "The cook" }]);
  await page.goto("/sources/review");
  await expect(desk(page)).toBeFocused();
  const skipped = /S\d+/.exec((await desk(page).getAttribute("aria-labelledby")) ?? "");
  await page.keyboard.press("s");
  await expect(desk(page).getByText("2 of 2")).toBeVisible();
  await expect(desk(page)).toBeFocused();
  await page.keyboard.press("b");
  await expect(page.getByRole("button", { name: "Undo (U)" })).toBeVisible();
  await expect(desk(page).getByText(/Your grade is B, given/)).toBeVisible();
  await page.keyboard.press("b");
  await expect(page.getByText("This is the grade that already stood.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo (U)" })).toHaveCount(0);
  await expect(page.getByText(`Skipped and not graded yet: ${skipped}.`)).toBeVisible();
  await page.getByRole("link", { name: `Back to ${skipped}` }).click();
  await expect(desk(page).getByText("1 of 2")).toBeVisible();
});

test("whoever goes on while a grade is being saved stays where they went, with what they typed", async ({
  page,
}) => {
  await signUp(page, "Hasty Reviewer");
  const inquiry = await openInquiry(page, "Who moved the ladder?");
  await addEntry(page, inquiry, "Three saw it.", [
    { source: "The roofer" },
    { source: "The painter" },
    { source: "The tenant" },
  ]);
  await page.goto("/sources/review");
  await expect(desk(page).getByText("1 of 3")).toBeVisible();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/sources/review*", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  await page.keyboard.press("b");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(desk(page).getByText("3 of 3")).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.type("Sold the ladder.");
  release();
  await expect(page.getByText(/Your grade B of S\d+ is saved/)).toBeVisible();
  await expect(desk(page).getByText("3 of 3")).toBeVisible();
  await expect(page.getByLabel("Why", { exact: true })).toHaveValue("Sold the ladder.");
  await expect(page.getByLabel("Why", { exact: true })).toBeFocused();
});

test("from a hypothesis one walks back to whoever said it, through whose hands, how far each is trusted and why", async ({
  page,
}) => {
  await page.goto(`${shipped}/hypotheses/H3`);
  await page.getByRole("link", { name: /^E3\b/ }).first().click();
  await expect(page).toHaveURL(/evidence\/E3$/);

  const where = page.getByRole("region", { name: "Where it stands" });
  await expect(where.getByText("asserts it, and it reaches us through")).toBeVisible();
  await expect(
    page.getByText(
      /^Nothing independent says it: its one citation leads back to S1 Unsigned analysis article/,
    ),
  ).toBeVisible();
  await expect(where.getByText("It has no author to answer for it and a thesis to sell.")).toBeVisible();
  const given = page.getByRole("region", { name: "Who rated it how" });
  await expect(given.getByRole("row", { name: /^Sceptic/ })).toContainText("3");
  await expect(given.getByText(/^Sceptic, credibility 3.* and relevance Medium/)).toBeVisible();
  await expect(
    where.getByText(/is inherited by every entry that rests on it; .* is peculiar to this entry/),
  ).toBeVisible();
  await where.getByRole("button", { name: "Reliability" }).hover();
  await expect(where.getByText(/A Completely reliable\./)).toBeVisible();
  await where.getByRole("button", { name: "credibility" }).hover();
  await expect(where.getByText(/1 Confirmed\./)).toBeVisible();
  await page.keyboard.press("Escape");

  await where.getByRole("link", { name: /^S3 Russian officials/ }).click();
  await expect(page).toHaveURL("/sources/S3");
  const rests = page.getByRole("region", { name: "Who rests on whom" });
  await rests.getByText("The same in words").click();
  await expect(
    rests.getByRole("row", { name: /S1 Unsigned analysis article cites in 1 entry S3/ }),
  ).toBeVisible();

  await rests.getByRole("link", { name: /^S1 / }).click();
  await expect(page).toHaveURL("/sources/S1");
  const trusted = page.getByRole("region", { name: "How far it can be trusted" });
  await expect(
    trusted.getByRole("listitem").getByText("It has no author to answer for it and a thesis to sell."),
  ).toBeVisible();
  await expect(
    trusted.getByRole("img", { name: /How its grade went over time\..*Sceptic: D on/ }),
  ).toBeAttached();
  await trusted.getByText("The figures as a table").click();
  await expect(trusted.getByRole("row", { name: /Sceptic .* D · stands/ })).toBeVisible();

  const depends = page.getByRole("region", { name: "What depends on it" });
  await expect(depends.getByRole("link", { name: "E3", exact: true })).toBeVisible();
  const fall = page.getByRole("region", { name: "If this source fell" });
  await expect(fall.getByText(/^(There would be|Figures would move).* in 1 inquiry of 1/)).toBeVisible();
  await expect(fall.getByRole("row", { name: /H0 Acts on its own/ })).toBeVisible();
  const record = page.getByRole("region", { name: "Its record" });
  await expect(record.getByText(/90 % between 5\s% and 95\s%/)).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await depends.getByRole("link", { name: "E3", exact: true }).click();
  await expect(page).toHaveURL(/evidence\/E3$/);
});

test("an independent citation added to one entry changes its origins, their doubt and bound, and the warning", async ({
  page,
}) => {
  await signUp(page, "Second Source");
  const inquiry = await openInquiry(page, "Who left the gate open?");
  const [paper, guard] = ["The gazette", "The guard"];
  for (const row of [1, 2, 3])
    await addEntry(page, inquiry, `It says so, page ${row}.`, [{ source: guard, via: paper }]);

  await page.goto("/sources?text=The+gazette");
  await page.getByRole("link", { name: paper }).click();
  await pick(page, "Reliability", "C");
  await page.getByRole("button", { name: "Save my grade" }).click();
  await expect(page.getByText(/Your grade C of S\d+ is saved/)).toBeVisible();

  const counted = (text: string) => page.getByText(text, { exact: true });
  const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  for (const path of ["", "/evidence", "/matrix", "/sources"]) {
    await page.goto(`${inquiry}${path}`);
    await expect(page.getByText("3 entries, 1 origin: everything comes through one source")).toBeVisible();
  }
  // An origin of the mean reliability 0.5 · 0.25, doubted at 0.4 · 0.875.
  await expect(row(paper)).toContainText("0.35");
  await expect(row(paper)).toContainText("2.9 to 1");

  await page.goto(`${inquiry}/evidence/E1/edit`);
  const another = page.locator("details", { hasText: "Another source says it as well" });
  await another.getByText("Another source says it as well").click();
  await another.getByLabel("Source that asserts it").fill("The camera");
  await another.getByLabel("If it is new, it is").first().selectOption("statistics");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("group", { name: "Citation 2" })).toBeVisible();
  await page.goto("/sources?text=The+camera");
  await page.getByRole("link", { name: "The camera" }).click();
  await pick(page, "Reliability", "A");
  await page.getByRole("button", { name: "Save my grade" }).click();
  await expect(page.getByText(/Your grade A of S\d+ is saved/)).toBeVisible();

  await page.goto(`${inquiry}/sources`);
  await expect(page.getByText(/everything comes through one source/)).toBeHidden();
  await expect(counted("3 entries, 2 origins").first()).toBeVisible();
  await expect(page.getByText("What leans on one origin stands or falls together.")).toBeVisible();
  await expect(row("The camera")).toContainText("0.05");
  await expect(row("The camera")).toContainText("20 to 1");
  await page.goto(`${inquiry}/evidence/E1`);
  const does = page.getByRole("region", { name: "What it does" });
  await expect(does).toContainText(/The camera/);
  await expect(does).toContainText(/at 0\.05: all that leans on it moves the odds by no more than 20 to 1/);
  await page.goto("/");
  await expect(page.getByRole("article").filter({ hasText: "Who left the gate open?" })).toContainText(
    "3 entries, 2 origins",
  );
});

test("the credibility of an entry stands with who gave it, when and why", async ({ page }) => {
  await signUp(page, "Grace Grader");
  const inquiry = await openInquiry(page, "Who heard the shot?");
  await addEntry(page, inquiry, "A shot was heard at nine.", []);
  await page.goto(`${inquiry}/evidence/E1`);
  await expect(page.getByText("Nothing independent says it: it cites no source.")).toBeVisible();
  await pick(page, "Credibility", "2");
  await page.getByLabel("Why, for these two").fill("Two heard it apart from each other.");
  await page.getByRole("button", { name: "Change my ratings" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Two heard it apart from each other." });
  await expect(line).toContainText(/^Grace Grader, credibility 2/);
  await expect(line.locator("time")).toHaveText(/^\d+ \w+ \d{4}$/);
});

test("sources that pass each other on are named as a round", async ({ page }) => {
  await signUp(page, "Round Finder");
  const inquiry = await openInquiry(page, "Who said it first?");
  await addEntry(page, inquiry, "One has it from the other.", [{ source: "The herald", via: "The courier" }]);
  await page.goto(`${inquiry}/sources`);
  await expect(page.getByText("Sources rest on each other in a round")).toBeHidden();
  await addEntry(page, inquiry, "It went back the way it came.", [
    { source: "The courier", via: "The herald" },
  ]);
  await page.reload();
  const warning = page.getByText(/S\d+ The (herald|courier) cites S\d+ The (herald|courier) cites S\d+ The/);
  await expect(warning).toBeVisible();
  await page
    .getByRole("row", { name: /The herald/ })
    .getByRole("link", { name: /The herald/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "The herald" })).toBeVisible();
  await expect(warning).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the queue is a page of forms: one button a grade, a link to the next, and a button that undoes", async ({
    page,
  }) => {
    await signUp(page, "Plain Reviewer");
    const inquiry = await openInquiry(page, "Who rang the bell?");
    await addEntry(page, inquiry, "Two heard it.", [{ source: "The verger" }, { source: "The sexton" }]);
    await page.goto("/sources/review?reason=unjudged");
    await expect(desk(page).getByText("1 of 2")).toBeVisible();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page).toHaveURL(/reason=unjudged&at=S\d+/);
    await expect(desk(page).getByText("2 of 2")).toBeVisible();
    await page.getByLabel("Why", { exact: true }).fill("Was there.");
    await desk(page)
      .getByRole("button", { name: /Usually reliable/ })
      .click();
    await expect(page.getByText(/Your grade B of S\d+ is saved/)).toBeVisible();
    await expect(page.getByText(/^Who rang the bell\? /)).toBeVisible();
    await expect(desk(page).getByText(/Your grade is B, given/)).toBeVisible();
    await desk(page)
      .getByRole("button", { name: /Undo my grade B/ })
      .click();
    await expect(page.getByText(/Undone: S\d+ has no grade of yours, as before\./)).toBeVisible();
    await expect(desk(page).getByText(/Your grade is/)).toBeHidden();
  });
});

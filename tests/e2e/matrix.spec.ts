import type { Page } from "@playwright/test";
import { axe, expect, makeMember, newInquiry, shipped, signUp, test } from "./fixtures";
import { sendForm } from "./plain-form";

const matrix = `${shipped}/matrix?sort=number`;
const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"] > :nth-child(${column + 1})`);
const savingLine = (page: Page) => page.getByText("All ratings are saved.");

/** What the server has of one's own ratings of an entry: "H1 C, H2 I". */
async function storedOf(page: Page, entry: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/inquiries/is-k-attacks/ratings?evidence=${entry}`);
  const { ratings } = (await answer.json()) as {
    ratings: { isMine: boolean; hypothesis: string; consistency: string }[];
  };
  return ratings
    .filter(({ isMine }) => isMine)
    .map(({ hypothesis, consistency }) => `${hypothesis} ${consistency}`)
    .sort()
    .join(", ");
}

test("a row is rated by keyboard alone, along the hypotheses and on to the next entry, and undone", async ({
  page,
}) => {
  await signUp(page, "Keyboard Rater");
  await page.goto(matrix);
  await cell(page, 0, 1).focus();
  await page.keyboard.press("5");
  await expect(cell(page, 0, 1)).toHaveAccessibleName(/yours: very consistent/);
  await expect(cell(page, 0, 2)).toBeFocused();
  await page.keyboard.press("1");
  await page.keyboard.press("3");
  await page.keyboard.press("0");
  await expect(cell(page, 1, 1)).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "E1, H0: does not apply" })).toBeAttached();
  await expect(savingLine(page)).toBeVisible();
  await expect.poll(() => storedOf(page, "E1")).toBe("H0 NA, H1 CC, H2 II, H3 N");

  await page.keyboard.press("Control+z");
  await expect(cell(page, 0, 4)).toBeFocused();
  await expect(cell(page, 0, 4)).not.toHaveAccessibleName(/yours/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await expect(cell(page, 0, 3)).not.toHaveAccessibleName(/yours/);
  await expect.poll(() => storedOf(page, "E1")).toBe("H1 CC, H2 II");

  await page.reload();
  await expect(cell(page, 0, 1)).toHaveAccessibleName(/yours: very consistent/);
  await expect(cell(page, 0, 4)).not.toHaveAccessibleName(/yours/);
  await cell(page, 0, 1).focus();
  await page.keyboard.press("n");
  await expect(cell(page, 0, 3)).toBeFocused();
});

test("the grid is one stop for Tab, arrows go everywhere in it, and a cell opens and closes by keyboard", async ({
  page,
}) => {
  await signUp(page, "Grid Walker");
  const toMatrix = page.getByRole("link", { name: "To the matrix" });
  await page.goto(`${shipped}/evidence`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await expect(toMatrix).toBeHidden();
  await page.goto(matrix);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(toMatrix).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#matrix")).toBeFocused();
  await page.getByRole("button", { name: "Keys" }).focus();
  await page.keyboard.press("Tab");
  await expect(cell(page, 0, 1)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, 0, 0)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(cell(page, 0, 0)).toBeFocused();
  await page.keyboard.press("Control+End");
  // Others may have added entries before: the grid says how many rows it has, its head among them.
  const last = Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 2;
  await expect(cell(page, last, 7)).toBeFocused();
  await expect(cell(page, last, 7)).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect(cell(page, 0, 0)).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(cell(page, 10, 0)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("complementary", { name: /E11 and H2/ });
  await expect(drawer).toBeFocused();
  await expect(drawer.getByText("Regional desk")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await drawer.getByRole("button", { name: "C Consistent", exact: true }).click();
  await drawer.getByLabel("Why").fill("It says so itself.");
  await drawer.getByRole("button", { name: "Save the reason" }).click();
  await expect(drawer.getByRole("button", { name: "Save the reason" })).toBeDisabled();
  await expect(savingLine(page)).toBeVisible();
  await drawer.getByLabel("Why").focus();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(cell(page, 10, 2)).toBeFocused();
  await page.goto(`${shipped}/evidence/E11`);
  await expect(page.getByText("It says so itself.").first()).toBeVisible();

  await page.goto(matrix);
  await cell(page, 0, 1).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys in the matrix" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, 1)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("[data-row] :focus")).toHaveCount(0);
});

test("ratings that cannot be saved stay, say so, are tried again, and each is stored once", async ({
  page,
}) => {
  await signUp(page, "Cut Off");
  await page.goto(matrix);
  await page.route("**/api/v1/inquiries/*/ratings", (route) => route.abort());
  await cell(page, 1, 1).focus();
  await page.keyboard.press("4");
  await page.keyboard.press("2");
  await expect(page.getByText(/The server cannot be reached\..*2 ratings not saved yet\./)).toBeVisible();
  await expect(cell(page, 1, 1)).toHaveAccessibleName(/yours: consistent/);
  await expect(cell(page, 1, 1)).toHaveAttribute("data-trouble", "stuck");

  // They outlive the page, too.
  await page.reload();
  await expect(cell(page, 1, 2)).toHaveAccessibleName(/yours: inconsistent/);
  await expect(page.getByText(/2 ratings not saved yet/)).toBeVisible();
  await page.unroute("**/api/v1/inquiries/*/ratings");
  await page.getByRole("button", { name: "Try now" }).click();
  await expect(savingLine(page)).toBeVisible();
  await expect.poll(() => storedOf(page, "E2")).toBe("H1 C, H2 I");
  await page.reload();
  await expect(savingLine(page)).toBeVisible();
  await expect(cell(page, 1, 1)).toHaveAccessibleName(/yours: consistent/);
  await page.goto(`${shipped}/history`);
  await expect(page.getByText(/Cut Off/).first()).toBeVisible();
});

test("what one analyst has rated is never stored as another's who signs in in the same browser", async ({
  page,
}) => {
  const ada = await signUp(page, "Ada Waits");
  await page.goto(matrix);
  await page.route("**/api/v1/inquiries/*/ratings", (route) => route.abort());
  await cell(page, 4, 1).focus();
  await page.keyboard.press("5");
  await expect(page.getByText(/1 rating not saved yet/)).toBeVisible();

  const tab = await page.context().newPage();
  await tab.goto("/");
  await tab.getByRole("button", { name: "Sign out" }).click();
  await expect(tab.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await signUp(tab, "Ben Comes");
  await page.unroute("**/api/v1/inquiries/*/ratings");
  await expect(page.getByText(/Somebody else is signed in in this browser now/)).toBeVisible();
  await tab.goto(matrix);
  await expect(savingLine(tab)).toBeVisible();
  expect(await storedOf(tab, "E5")).toBe("");

  await tab.getByRole("button", { name: "Sign out" }).click();
  await expect(tab.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await tab.goto("/sign-in");
  const form = tab.locator("main form");
  await form.getByLabel("E-mail").fill(ada.email);
  await form.getByLabel("Password").fill(ada.password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await expect(tab.getByRole("button", { name: "Sign out" })).toBeVisible();
  // It tries again by itself.
  await expect(savingLine(page)).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => storedOf(tab, "E5")).toBe("H1 CC");
});

test("an entry struck in the matrix moves the bars at once, and its address shows somebody else the same", async ({
  page,
  browser,
  server,
}) => {
  await page.goto(matrix);
  await cell(page, 0, 1).focus();
  await page.keyboard.press("x");
  await expect(page.getByText(/^Without E1\b/)).toBeVisible();
  await expect(page).toHaveURL(/entry=E1/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await expect(page.getByText(/^Without E1 and E2\b/)).toBeVisible();
  const sentence = await page.getByText(/^Without E1 and E2\b/).textContent();

  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText(sentence ?? "none")).toBeVisible();
  await other.getByRole("link", { name: "Go on in What if" }).click();
  await expect(other).toHaveURL(/what-if\?entry=E1&entry=E2/);
  await context.close();

  await page.getByRole("button", { name: "Put them back" }).click();
  await expect(page.getByText(/^Without/)).toBeHidden();
  await expect(page).not.toHaveURL(/entry=/);
});

test("a source and an analyst are struck and a prior is set beside the rows, and the bars move at once", async ({
  page,
}) => {
  await page.goto(matrix);
  const bars = () => page.getByRole("columnheader", { name: /^H\d/ }).allTextContents();
  const asTheyStand = await bars();
  await page.getByText("Strike a source or an analyst, or set other priors").click();
  await page.getByRole("checkbox", { name: /^Strike S3\b/ }).check();
  await expect(page.getByText(/^Without S3, /)).toBeVisible();
  expect(await bars()).not.toEqual(asTheyStand);
  expect(await axe(page)).toEqual([]);
  await page.getByRole("checkbox", { name: /^Strike the ratings of Sceptic/ }).check();
  await page.getByLabel("Prior of H1", { exact: true }).fill("4");
  const told = page.getByText(/^Without S3 and the ratings of Sceptic, and with other priors, /);
  await expect(told).toBeVisible();
  const sentence = await told.textContent();

  // Another order of the rows leaves it as it is, and so does the address.
  await page.getByRole("link", { name: "by number" }).click();
  await expect(page).toHaveURL(/sort=number/);
  await expect(page.getByText(sentence ?? "none")).toBeVisible();
  await page.reload();
  await expect(page.getByText(sentence ?? "none")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go on in What if" })).toHaveAttribute(
    "href",
    /what-if\?source=S3&analyst=[^&]+&prior\.H1=4$/,
  );
  await page.getByRole("button", { name: "Put them back" }).click();
  await expect(page.getByText(/^Without/)).toBeHidden();
  await expect(page).not.toHaveURL(/tried=/);
  expect(await bars()).toEqual(asTheyStand);
});

test("rating is blind in the matrix, in what the server sends and in the history, until one has rated", async ({
  page,
  browser,
  server,
}) => {
  await signUp(page, "Blind Lead");
  const inquiry = await newInquiry(page, "Who keeps the key?", "The porter\nThe owner");
  const slug = inquiry.split("/").at(-1);
  await page.goto(`${inquiry}/evidence/new`);
  await page.getByLabel("Statement").fill("The porter was asleep.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/evidence\/E1\?saved/);
  await page.goto(`${inquiry}/matrix`);
  await cell(page, 0, 1).focus();
  await page.keyboard.press("1");
  await expect(savingLine(page)).toBeVisible();
  await expect(cell(page, 0, 1)).toHaveAccessibleName(/^very inconsistent; yours/);

  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  const { email } = await signUp(other, "Blind Analyst");
  await makeMember(page, inquiry, "analyst", { name: "Blind Analyst", email });

  const seen: string[] = [];
  other.on("response", async (response) => {
    if (response.url().includes(`/${slug}/`)) seen.push(await response.text().catch(() => ""));
  });
  await other.goto(`${inquiry}/matrix`);
  await expect(cell(other, 0, 1)).toHaveAccessibleName("hidden until you have rated the row");
  await expect(cell(other, 0, 1)).toHaveText("?");
  const asked = await other.request.get(`/api/v1/inquiries/${slug}/ratings?evidence=E1`);
  expect(await asked.json()).toEqual({ isBlind: true, ratings: [] });
  const grid = await (await other.request.get(`/api/v1/inquiries/${slug}/grid`)).json();
  expect(grid.rows[0].slice(3, 6)).toEqual(["--", "--", "--"]);
  await other.goto(`${inquiry}/history`);
  await expect(other.getByText(/you have rated E1/).first()).toBeVisible();
  expect(seen.join()).toContain("asleep");
  expect(seen.join().match(/data-c="\d"|asleep\.(\\?",){2}\\?"\d/)).toBeNull();

  await other.goto(`${inquiry}/matrix`);
  await cell(other, 0, 2).focus();
  await other.keyboard.press("4");
  await expect(savingLine(other)).toBeVisible();
  await expect(cell(other, 0, 1)).toHaveText("?");
  await cell(other, 0, 1).focus();
  await other.keyboard.press("1");
  await expect(cell(other, 0, 1)).toHaveAccessibleName("very inconsistent; yours: very inconsistent");
  await context.close();
});

test("what one rates, another who looks at the matrix sees without a reload, in its place", async ({
  page,
  browser,
  server,
}) => {
  await signUp(page, "Live Rater");
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await other.goto(matrix);
  const first = other.locator("[data-row]").first();
  await expect(first).toContainText("E1");
  await cell(other, 6, 1).focus();
  const [bar, before] = [other.locator("thead .bar-fill").first(), await cell(other, 6, 3).textContent()];
  const width = await bar.getAttribute("style");

  await page.goto(matrix);
  for (const column of [1, 3]) {
    await cell(page, 6, column).focus();
    await page.keyboard.press("5");
  }
  await expect(cell(other, 6, 3)).not.toHaveText(before ?? "");
  await expect(bar).not.toHaveAttribute("style", width ?? "");
  await expect(cell(other, 6, 1)).toBeFocused();
  await expect(first).toContainText("E1");
  await context.close();
});

/** An inquiry of one's own with two hypotheses and so many entries. @returns its address. */
async function makeInquiry(page: Page, question: string, entries: number): Promise<string> {
  const inquiry = await newInquiry(page, question, "The porter\nThe owner");
  for (let nth = 1; nth <= entries; nth++) {
    await page.goto(`${inquiry}/evidence/new`);
    await page.getByLabel("Statement").fill(`Sighting number ${nth} of ${"abcdefgh".repeat(nth)}`);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`evidence/E${nth}\\?saved`));
  }
  return inquiry;
}

test("an entry that is withdrawn meanwhile stays in its place, says so, and is not rated", async ({
  page,
}) => {
  await signUp(page, "Withdrawer");
  const inquiry = await makeInquiry(page, "Who saw the boat leave?", 2);
  const other = await page.context().newPage();
  await other.goto(`${inquiry}/matrix?sort=number`);
  await expect(cell(other, 0, 0)).toContainText("E1");
  await sendForm(page.request, `${inquiry}/evidence/E1`, "withdraw-E1", { reason: "It was a rumour." });
  await expect(cell(other, 0, 0)).toContainText("E1 counts no longer");
  await expect(cell(other, 1, 0)).toContainText("E2");
  await cell(other, 0, 1).focus();
  await other.keyboard.press("5");
  await expect(other.getByText("E1 was withdrawn or merged, and is not rated any more.")).toBeVisible();
  await other.keyboard.press("n");
  await expect(cell(other, 1, 1)).toBeFocused();
});

test("a refusal stands at its cell, and what was refused is not sent again", async ({ page }) => {
  await signUp(page, "Refused Rater");
  await page.goto(matrix);
  let asked = 0;
  await page.route("**/api/v1/inquiries/*/ratings", (route) => {
    asked++;
    return route.fulfill({
      status: 400,
      contentType: "application/problem+json",
      body: JSON.stringify({ detail: "E3 was merged into E4." }),
    });
  });
  await cell(page, 2, 1).focus();
  await page.keyboard.press("5");
  await expect(cell(page, 2, 1)).toHaveAccessibleName(/refused and not saved: E3 was merged into E4\./);
  await page.unroute("**/api/v1/inquiries/*/ratings");
  await cell(page, 2, 1).focus();
  await page.keyboard.press("2");
  await expect(cell(page, 2, 1)).toHaveAccessibleName(/yours: inconsistent$/);
  await expect(savingLine(page)).toBeVisible();
  expect(asked).toBe(1);
});

test("a reason comes back with its rating, and one half typed stays while another cell is looked at", async ({
  page,
}) => {
  await signUp(page, "Reasoner");
  await page.goto(matrix);
  await cell(page, 3, 1).click();
  const drawer = page.getByRole("complementary", { name: /E4 and/ });
  await drawer.getByRole("button", { name: "C Consistent", exact: true }).click();
  await drawer.getByLabel("Why").fill("It was in print.");
  await drawer.getByRole("button", { name: "Save the reason" }).click();
  await drawer.getByLabel("Why").fill("It was in print, and");
  await cell(page, 3, 2).click();
  await expect(drawer.getByLabel("Why")).toHaveValue("");
  await cell(page, 3, 1).click();
  await expect(drawer.getByLabel("Why")).toHaveValue("It was in print, and");
  // The cell was pressed: the focus is in the matrix, and Escape closes what it opened.
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  const reasons = async () => {
    const answer = await page.request.get("/api/v1/inquiries/is-k-attacks/ratings?evidence=E4");
    const { ratings } = (await answer.json()) as { ratings: { isMine: boolean; reason: string }[] };
    return ratings.filter(({ isMine }) => isMine).map(({ reason }) => reason);
  };
  await expect.poll(reasons).toEqual(["It was in print."]);
  await page.keyboard.press("Backspace");
  await expect.poll(reasons).toEqual([]);
  await page.keyboard.press("Control+z");
  await expect.poll(reasons).toEqual(["It was in print."]);
  await page.keyboard.press("Control+z");
  await expect.poll(reasons).toEqual([""]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(reasons).toEqual([]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("There is nothing to undo.")).toBeVisible();
});

test("somebody without an account is asked to sign in, and comes back to the same order, filter and strikes", async ({
  page,
}) => {
  await page.goto(`${shipped}/matrix?text=shrine&sort=weight`);
  await cell(page, 0, 1).focus();
  await page.keyboard.press("x");
  await expect(page.getByText(/^Without E/)).toBeVisible();
  await cell(page, 0, 1).focus();
  await page.keyboard.press("5");
  await expect(page.getByText("Only the analysts of this inquiry rate.")).toBeVisible();
  const way = await page.getByRole("link", { name: "Sign in to rate" }).getAttribute("href");
  const next = new URL(new URL(way ?? "", "http://here").searchParams.get("next") ?? "", "http://here");
  expect(next.searchParams.get("text")).toBe("shrine");
  expect(next.searchParams.get("sort")).toBe("weight");
  expect(next.searchParams.get("entry")).toMatch(/^E\d+$/);

  // In another order what is struck stays struck.
  await page.getByRole("link", { name: "by number" }).click();
  await expect(page).toHaveURL(/sort=number/);
  await expect(page.getByText(/^Without E/)).toBeVisible();
  await page.getByLabel("Text or number").fill("");
  await page.getByRole("button", { name: "Narrow" }).click();
  await expect(page).not.toHaveURL(/shrine/);
  await expect(page.getByText(/^Without E/)).toBeVisible();
});

test("entries are arranged in one's own order by keys and by buttons, and what a filter hides keeps its place", async ({
  page,
}) => {
  await page.goto(`${shipped}/matrix?sort=number`);
  await cell(page, 1, 1).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText(/Choose “my own order”/)).toBeVisible();
  await page.getByRole("link", { name: "my own order" }).click();
  await expect(page).toHaveURL(/sort=own/);
  await cell(page, 2, 1).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(cell(page, 0, 0)).toContainText("E3");
  await expect(cell(page, 0, 1)).toBeFocused();
  await page.getByRole("button", { name: "Move E3 down" }).click();
  await expect(cell(page, 1, 0)).toContainText("E3");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(cell(page, 2, 0)).toContainText("E3");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(cell(page, 1, 0)).toContainText("E3");

  await page.goto(`${shipped}/matrix?sort=own&text=shrine`);
  await cell(page, 1, 1).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.goto(`${shipped}/matrix?sort=own`);
  await expect(cell(page, 1, 0)).toContainText("E3");
});

test("what could not be read in an opened cell, or reckoned of a strike, is said, and read when it can be", async ({
  page,
}) => {
  await page.goto(matrix);
  await page.route("**/api/v1/inquiries/*/ratings?*", (route) => route.abort());
  await page.route("**/api/v1/inquiries/*/what-if", (route) => route.abort());
  await cell(page, 5, 1).focus();
  await page.keyboard.press("x");
  await expect(page.getByText(/could not be reckoned/)).toBeVisible();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("complementary", { name: /E6 and H1/ });
  await expect(drawer.getByText("What the others gave could not be read.")).toBeVisible();
  await page.unroute("**/api/v1/inquiries/*/ratings?*");
  await page.unroute("**/api/v1/inquiries/*/what-if");
  await drawer.getByRole("button", { name: "Try again" }).click();
  await expect(drawer.getByText("Regional desk")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await expect(page.getByText(/^Without E6 and E7\b/)).toBeVisible();
});

test("the head is reached by the arrows, gives each hypothesis in full, and leads to it", async ({
  page,
}) => {
  await page.goto(matrix);
  await cell(page, 0, 1).focus();
  await page.keyboard.press("ArrowUp");
  const word = page.locator("[data-head] > :nth-child(2) button");
  await expect(word).toBeFocused();
  const more = page.getByRole("link", { name: /^More\s?: all of H1$/ });
  await expect(more).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, 0, 1)).toBeFocused();
  await expect(more).toBeHidden();
  await word.hover();
  await more.click();
  await expect(page).toHaveURL(/hypotheses\/H1/);
});

test("rows that cannot be read anew are asked for again, and until then the page says so", async ({
  page,
  browser,
  server,
}) => {
  await page.goto(matrix);
  await page.route("**/api/v1/inquiries/*/grid?*", (route) => route.abort());
  const before = (await cell(page, 7, 2).textContent()) ?? "";
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await signUp(other, "Unheard Rater");
  await other.goto(matrix);
  await cell(other, 7, 2).focus();
  await other.keyboard.press(before.startsWith("CC") ? "1" : "5");
  await expect(page.getByText(/What others change cannot be read at the moment/)).toBeVisible();
  await page.unroute("**/api/v1/inquiries/*/grid?*");
  await expect(page.getByText(/What others change cannot be read/)).toBeHidden();
  await context.close();
});

test("ratings are taken from those who may give them, as JSON, and in no other way", async ({
  page,
  request,
}) => {
  const path = "/api/v1/inquiries/is-k-attacks/ratings";
  const data = { ratings: [{ evidence: "E1", hypothesis: "H1", consistency: "C" }] };
  expect((await request.post(path, { data })).status()).toBe(401);
  await signUp(page, "Program");
  const post = async (body: string, type = "application/json") => {
    const answer = await page.request.post(path, { data: body, headers: { "content-type": type } });
    return { status: answer.status(), problem: await answer.json() };
  };
  expect((await post(JSON.stringify(data), "text/plain")).status).toBe(415);
  expect(await post("{")).toMatchObject({ status: 400, problem: { errors: [{ path: "" }] } });
  const wrong = { ratings: [{ evidence: "E1", hypothesis: "X", consistency: "Q", also: 1 }] };
  const { status, problem } = await post(JSON.stringify(wrong));
  expect(status).toBe(400);
  expect(problem.errors.map((error: { path: string }) => error.path).sort()).toEqual([
    "/ratings/0/also",
    "/ratings/0/consistency",
    "/ratings/0/hypothesis",
  ]);
  const strange = { ratings: [{ evidence: "E9999", hypothesis: "H1", consistency: "C" }] };
  expect((await post(JSON.stringify(strange))).status).toBe(404);
  expect((await page.request.post("/api/v1/inquiries/not-there/ratings", { data })).status()).toBe(404);
  expect(await storedOf(page, "E1")).toBe("");
  const anothers = { ...data, analyst: "somebody-else" };
  expect(await post(JSON.stringify(anothers))).toMatchObject({ status: 403, problem: { isAnothers: true } });
  expect(await storedOf(page, "E1")).toBe("");
  expect(await post(JSON.stringify(data))).toMatchObject({ status: 200, problem: { saved: 1 } });
  expect(await storedOf(page, "E1")).toBe("H1 C");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("there is one entry at a time, the next at a swipe, and codes for a thumb", async ({ page }) => {
    await signUp(page, "Thumb Rater");
    await page.goto(matrix);
    const card = page.getByRole("region", { name: "One entry at a time" });
    await expect(card.getByText(/^1 of \d+$/)).toBeVisible();
    await card
      .getByRole("group", { name: "Your rating of E1 on H2" })
      .getByRole("button", { name: "CC" })
      .click();
    await expect(savingLine(page)).toBeVisible();
    await expect.poll(() => storedOf(page, "E1")).toBe("H2 CC");

    const swipe = (from: number, to: number) =>
      card.evaluate(
        (element, [start = 0, end = 0]) => {
          const touch = (x: number) =>
            new Touch({ identifier: 1, target: element, clientX: x, clientY: 400 });
          element.dispatchEvent(new TouchEvent("touchstart", { touches: [touch(start)], bubbles: true }));
          element.dispatchEvent(new TouchEvent("touchend", { changedTouches: [touch(end)], bubbles: true }));
        },
        [from, to],
      );
    await swipe(300, 100);
    await expect(card.getByText(/^2 of \d+$/)).toBeVisible();
    await expect(card.getByRole("link", { name: "E2" })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(card.getByText(/^1 of \d+$/)).toBeVisible();
    await expect.poll(() => storedOf(page, "E1")).toBe("");
    const ofH2 = card.getByRole("group", { name: "Your rating of E1 on H2" });
    await ofH2.getByRole("button", { name: "CC" }).click();
    const why = card.getByRole("listitem").nth(1);
    await why.getByText("Why").first().click();
    await why.getByLabel("Why, for H2").fill("So it says.");
    await why.getByRole("button", { name: "Save the reason" }).click();
    await expect(why.getByText("Why: So it says.")).toBeVisible();
    await card.getByText("What the others gave", { exact: true }).click();
    await expect(card.getByText("Regional desk").first()).toBeVisible();
    await page.getByRole("button", { name: "Next not rated" }).click();
    const ofH3 = card.getByRole("group", { name: "Your rating of E1 on H3" });
    await expect(ofH3.getByRole("button").first()).toBeFocused();
    await swipe(300, 100);
    await swipe(100, 300);
    await expect(card.getByText(/^1 of \d+$/)).toBeVisible();
    await expect(card.getByRole("button", { name: "CC Very consistent" }).nth(1)).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the matrix is a table to read, in any order and narrowed", async ({ page }) => {
    await page.goto(`${shipped}/matrix?sort=date`);
    await expect(page.getByRole("row").nth(1)).toContainText("E4");
    await page.getByText("Narrow").first().click();
    await page.getByLabel("Text or number").fill("shrine");
    await page.getByRole("button", { name: "Narrow" }).click();
    await expect(page).toHaveURL(/sort=date/);
    await expect(page.getByRole("row")).toHaveCount(3);
  });
});

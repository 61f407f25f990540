import type { Page } from "@playwright/test";
import { expect, newInquiry, pick, picture, shipped, signUp, test } from "./fixtures";

test.use({ installation: "analysis" });

/** An inquiry of one's own with two hypotheses, open to everybody with an account. @returns its address. */
async function openInquiry(page: Page, question: string): Promise<string> {
  const address = await newInquiry(page, question, "It was an accident\nIt was arson");
  await page.goto(`${address}/settings`);
  await page.getByLabel("Public", { exact: true }).check();
  await page.getByLabel("Open to contributions").check();
  await page.getByRole("button", { name: "Save the inquiry" }).click();
  await expect(page.getByText("The inquiry is saved.")).toBeVisible();
  return address;
}

/** An entry of a new source, rated against both. */
async function addEntry(page: Page, inquiry: string, statement: string, codes: { H1: string; H2: string }) {
  await page.goto(`${inquiry}/evidence/new`);
  await page.getByLabel("Statement").fill(statement);
  await page.getByLabel("Source that asserts it").first().fill(`Source of: ${statement}`);
  await page.getByLabel("If it is new, it is").first().selectOption("government");
  await pick(page, /^H1/, codes.H1);
  await pick(page, /^H2/, codes.H2);
  await pick(page, "Credibility", "1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: statement })).toBeVisible();
}

test("the overview says what stands, how firmly, and what it hangs on, in words as well as in pictures", async ({
  page,
}) => {
  await page.goto(shipped);
  await expect(
    page.getByText(/^The evidence does not separate the hypotheses\. H0 is ahead of H3/),
  ).toBeVisible();

  const hypotheses = page.getByRole("region", { name: "Hypotheses" });
  await expect(
    hypotheses.getByRole("img", { name: /H0 Acts on its own: weighs most, range .* H1/ }),
  ).toBeVisible();
  // At one glance, each leading to where it is told.
  for (const [term, value] of [
    ["Linchpins", /E4, E5, E6, E8, E11/],
    ["Overturned by", "S1"],
    ["Agreement", "little"],
    ["Confidence", "low, as suggested; 4 grounds against more"],
    ["Methods", "they part: H0 first by posterior; H3 first by inconsistency and PARC ACH"],
  ] as const) {
    const line = hypotheses.locator("dl > div").filter({ has: page.getByText(term, { exact: true }) });
    await expect(line.getByRole("definition")).toHaveText(value);
  }
  await hypotheses.getByText("The figures as a table").click();
  await expect(hypotheses.getByRole("row")).toHaveCount(5);
  await expect(hypotheses.getByText(/no\s+distribution/)).toBeVisible();

  const hangsOn = page.getByRole("region", { name: "What it hangs on" });
  await expect(hangsOn.getByText(/Without these entries H0 leads no more/)).toBeVisible();
  await expect(hangsOn.getByText(/single point of failure/i)).toBeVisible();
  await expect(hangsOn.getByRole("img", { name: /Without S1 .*: level/ })).toBeVisible();
  await hangsOn.getByText("The figures as a table").click();
  await expect(hangsOn.getByText("another answer").first()).toBeVisible();

  const confidence = page.getByRole("region", { name: "Confidence" });
  await expect(confidence.getByText(/agree little.* = 0\.47/)).toBeVisible();
  await expect(confidence.getByText("Few origins.")).toBeVisible();

  const next = page.getByRole("region", { name: "What to do next" });
  await expect(next.getByText("Look for an independent source: all entries lean on 1 origin")).toBeVisible();

  const methods = page.getByRole("region", { name: "The same matrix by other methods" });
  await expect(methods.getByText(/They part: H0 first by Posterior; H3 first by Heuer/)).toBeVisible();
  await methods.getByRole("row", { name: /Heuer/ }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "What the score of H1 is made of" })).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

test("a lead changes the method, everything moves, the words change, and the history tells it", async ({
  page,
}) => {
  await signUp(page, "Method Lead");
  const inquiry = await openInquiry(page, "How does the method move?");
  await addEntry(page, inquiry, "Petrol was found", { H1: "II", H2: "CC" });
  await page.goto(inquiry);
  await expect(page.getByText(/H2 leads H1 by|H2 is ahead of H1/).first()).toBeVisible();

  await page.goto(`${inquiry}/settings`);
  const form = page.locator("form#method");
  await form.getByLabel("Doubt", { exact: true }).fill("1,5");
  await form.getByRole("button", { name: "Save the method" }).click();
  await expect(form.getByText("A number from 0 to 1.").first()).toBeVisible();
  await form.getByLabel("Doubt", { exact: true }).fill("0,6");
  // The slider of a prior by keyboard alone: its number follows.
  const slider = form.getByRole("slider", { name: /Prior of H1/ });
  await slider.focus();
  await page.keyboard.press("End");
  await expect(form.getByLabel(/^Prior of H1/)).toHaveValue("10");
  await form.getByLabel("Words for likelihood").selectOption("phia");
  await picture(page, "analysis-settings");
  await form.getByRole("button", { name: "Save the method" }).click();
  await expect(
    form.getByText(/The method is saved\..*H1 now leads.*"doubt" is now 0\.6 \(was 0\.4\)/),
  ).toBeVisible();

  await page.goto(inquiry);
  await expect(page.getByText(/highly likely|almost certain/).first()).toBeVisible();
  await expect(page.getByText(/^Since you last looked, .*: 1 change; H1 was “.*” and is “/)).toBeVisible();
  await page.goto(`${inquiry}/history`);
  const line = page.getByRole("listitem").filter({ hasText: "changed how it reckons and speaks" });
  await line.getByText("What changed").click();
  await expect(line.getByText("Prior weight of H1")).toBeVisible();
  await expect(line.getByText("PHIA yardstick")).toBeVisible();
});

test("another confidence is stated with a reason, stands beside the suggestion, and is taken back", async ({
  page,
}) => {
  await signUp(page, "Confidence Lead");
  const inquiry = await openInquiry(page, "How sure are we?");
  await addEntry(page, inquiry, "A lighter was found", { H1: "I", H2: "C" });
  await page.goto(inquiry);
  const section = page.getByRole("region", { name: "Confidence" });
  await section.getByText("State another level").click();
  await section.getByRole("button", { name: "State it" }).click();
  await expect(section.getByText("Please choose one.").first()).toBeVisible();
  await pick(page, "Confidence", "moderate");
  await section.getByLabel("Why").first().fill("The lighter is in evidence and was seen by me.");
  await section.getByRole("button", { name: "State it" }).click();
  await expect(section.getByText("The confidence is stated as moderate. It moves no figure.")).toBeFocused();
  await expect(section.getByText(/Confidence Lead states it as moderate/)).toBeVisible();
  await expect(section.getByText("The lighter is in evidence and was seen by me.").first()).toBeVisible();
  await picture(page, "analysis-confidence");
  await section.locator("summary", { hasText: "Take it back" }).click();
  await section.locator("form#confidence-back").getByLabel("Why").fill("Seen again, it is no lighter.");
  await section.getByRole("button", { name: "Take it back" }).click();
  await expect(section.getByText("The suggested confidence stands again.")).toBeFocused();
  await expect(section.getByText(/states it as/)).toHaveCount(0);
  await page.goto(`${inquiry}/history`);
  await expect(page.getByText("took the stated confidence back")).toBeVisible();
});

test("judgements: sliders and numbers, what becomes of them, and others' only after one's own", async ({
  page,
  browser,
}) => {
  await signUp(page, "First Judge");
  const inquiry = await openInquiry(page, "Who judges first?");
  await addEntry(page, inquiry, "A window was open", { H1: "C", H2: "N" });
  await page.goto(`${inquiry}/judgement`);
  await page.getByLabel(/^H1 /).fill("20");
  await page.getByLabel(/^H2 /).fill("90");
  await expect(
    page.getByText(
      "They sum to 110, so the same amount is taken from each until they sum to 100, and they count as H1 15 %, H2 85 %.",
    ),
  ).toBeVisible();
  await page.getByLabel("Why, in short").fill("The wind would have put it out.");
  await page.getByRole("button", { name: "Save my judgement" }).click();
  await expect(page.getByText("Your judgement is saved.", { exact: false })).toBeVisible();
  await expect(page.getByRole("row", { name: /First Judge.*15\s%.*\(20\)/ })).toBeVisible();
  await picture(page, "analysis-judgement");

  const context = await browser.newContext();
  const second = await context.newPage();
  await second.goto(new URL(inquiry, page.url()).href);
  await expect(second.getByText(/analysts’ judgement: 85\s%/)).toBeVisible();
  await signUpAt(second, page, "Second Judge");
  for (const path of [inquiry, `${inquiry}/judgement`, `${inquiry}/hypotheses/H2`, `${inquiry}/history`]) {
    await second.goto(new URL(path, page.url()).href);
    const html = await second.content();
    expect([path, /85\s%/.test(html), html.includes("The wind would have put it out.")]).toEqual([
      path,
      false,
      false,
    ]);
  }
  await second.goto(new URL(`${inquiry}/judgement`, page.url()).href);
  await expect(second.getByText(/shown once you have given your own/)).toBeVisible();
  await second.getByRole("slider", { name: /H1/ }).focus();
  await second.keyboard.press("End");
  await expect(second.getByText("They sum to 100 and count as they stand.")).toBeVisible();
  await second.getByRole("button", { name: "Save my judgement" }).click();
  await expect(second.getByRole("row", { name: /First Judge/ })).toBeVisible();
  await expect(second.getByText("The wind would have put it out.")).toBeVisible();
  await context.close();
});

test("hypotheses that can hold together are said to be so, and the sentence stands wherever figures do", async ({
  page,
}) => {
  await signUp(page, "Relating Lead");
  const inquiry = await openInquiry(page, "Can both be so?");
  await addEntry(page, inquiry, "Both doors were locked", { H1: "I", H2: "C" });
  const sentence = /so the weights rank the hypotheses and are no distribution/;
  await page.goto(inquiry);
  await expect(page.getByText(sentence)).toHaveCount(0);
  await expect(page.getByText(/\s% ·/).first()).toBeVisible();

  await page.goto(`${inquiry}/hypotheses/H1`);
  await page.getByText("Say how H1 stands to another").click();
  await page.getByLabel("The other hypothesis").selectOption("H2");
  await page.getByLabel("How", { exact: false }).last().fill("An accident may have been used.");
  await page.locator("form#relate").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/H1 can hold together with/)).toBeVisible();
  for (const path of ["", "/hypotheses/H1", "/evidence/E1", "/judgement"]) {
    await page.goto(`${inquiry}${path}`);
    await expect(page.getByText(sentence), path).toBeVisible();
  }
  await page.getByLabel(/^H1 /).fill("20");
  await page.getByLabel(/^H2 /).fill("90");
  await expect(page.getByText(/they weigh, beside the highest, H1 0\.18, H2 1\.00\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Save my judgement" }).click();
  await expect(page.getByRole("row", { name: /Relating Lead.*0\.18.*1\.00/ })).toBeVisible();
  for (const path of ["/judgement", "/what-if"]) {
    await page.goto(`${inquiry}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main"), path).not.toContainText(/\d\s%/);
  }
  await page.goto(inquiry);
  await expect(page.getByText(/weighs most/).first()).toBeVisible();

  await page.goto(`${inquiry}/hypotheses/H2`);
  await page.locator("summary", { hasText: "Make H2 and H1 plain rivals" }).click();
  await page.getByRole("button", { name: "Make them plain rivals" }).click();
  await expect(page.getByText("A plain rival of all the others.")).toBeVisible();
});

test("rating is blind: an analyst sees what others gave an entry only after rating it", async ({
  page,
  browser,
}) => {
  await signUp(page, "First Rater");
  const inquiry = await openInquiry(page, "Who rates first?");
  await addEntry(page, inquiry, "The dog did not bark", { H1: "II", H2: "CC" });

  const context = await browser.newContext();
  const second = await context.newPage();
  await signUpAt(second, page, "Second Rater");
  const at = (path: string) => new URL(`${inquiry}${path}`, page.url()).href;
  // Whoever adds is an analyst from then on, and is blind to what they have not rated.
  await second.goto(at("/evidence/new"));
  await second.getByLabel("Statement").fill("The gate was open");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByRole("heading", { name: "The gate was open" })).toBeVisible();

  await second.goto(at("/evidence/E1"));
  await expect(second.getByText(/Rating is blind here/)).toBeVisible();
  await expect(second.getByRole("rowheader", { name: "First Rater" })).toHaveCount(0);
  await second.goto(at("/matrix"));
  await expect(
    second
      .getByRole("row", { name: /The dog did not bark/ })
      .getByRole("gridcell", { name: "hidden until you have rated the row" }),
  ).toHaveCount(2);
  // The only entry hidden would be told by what the others leave of the score.
  await second.goto(at("/score?method=heuer&hypothesis=H1"));
  await expect(second.getByText(/^All of it together: 2\.000\. It opens into its parts/)).toBeVisible();
  await expect(second.getByText("The dog did not bark")).toHaveCount(0);
  await second.goto(at("/evidence/E1"));
  await pick(second, /^H1/, "I");
  await pick(second, /^H2/, "C");
  await second.getByRole("button", { name: /my ratings/i }).click();
  await expect(second.getByRole("rowheader", { name: "First Rater" })).toBeVisible();
  await context.close();
});

async function signUpAt(page: Page, other: Page, name: string): Promise<void> {
  await page.goto(new URL("/sign-up", other.url()).href);
  const form = page.locator("main form");
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("E-mail").fill(`${name.toLowerCase().replaceAll(" ", "-")}@example.org`);
  await form.getByLabel("Password").fill("a long enough password");
  await form.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

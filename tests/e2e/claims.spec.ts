import type { Page } from "@playwright/test";
import { expect, fillSignUp, newInquiry, pick, picture, shipped, signUp, test } from "./fixtures";

test.use({ installation: "claims" });

async function addEntry(page: Page, own: string, statement: string, source: string): Promise<void> {
  await page.goto(`${own}/evidence/new`);
  await page.getByLabel("Statement").fill(statement);
  await page.getByLabel("Source that asserts it").first().fill(source);
  await page.getByLabel("If it is new, it is").first().selectOption("media");
  await pick(page, "Credibility", "1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: statement })).toBeVisible();
}

async function rate(page: Page, entry: string, code: string, reason: string): Promise<void> {
  await page.getByLabel("Entry", { exact: false }).last().fill(entry);
  await pick(page, /^How well does it fit the claim/, code);
  await page.getByLabel("Why", { exact: true }).first().fill(reason);
  await page.getByRole("button", { name: "Save my rating" }).click();
}

test("an analyst adds a claim, rates entries for and against it, reads how it stands and why, and withdraws it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signUp(page, "Claudia Claims");
  const own = await newInquiry(page, "Who lit the fire?", "The crew\nThe owner");

  await test.step("add a claim: who asserts it, of what, and where it appeared", async () => {
    await page
      .getByRole("navigation", { name: "This inquiry" })
      .getByRole("link", { name: "Claims" })
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Claims" })).toBeVisible();
    await page.getByRole("link", { name: "Add a claim" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Add a claim" })).toBeVisible();
    await page.getByRole("textbox", { name: "Claim", exact: true }).fill("We lit it ourselves.");
    await page.getByLabel("Source that asserts it").fill("The crew of the Anna");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("This source is new here", { exact: false }).first()).toBeVisible();
    await page.getByLabel("If it is new, it is").first().selectOption("party");
    await page.getByLabel("When that happened").fill("2024-03");
    await page.getByLabel("Place in it").first().fill("page 3");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(
      page.getByText("Name the source in which this stands, or empty the rest of the line.").first(),
    ).toBeVisible();
    await page.getByLabel("Source in which it appears").first().fill("Harbour gazette");
    await page.getByLabel("If it is new, it is").nth(1).selectOption("media");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "We lit it ourselves." })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "C1 is saved" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Where it appeared" }).getByText("page 3")).toBeVisible();
  });
  const claim = new URL(page.url()).pathname;

  await test.step("read that it is unverified, and why", async () => {
    const standing = page.getByRole("region", { name: "How it stands" });
    await expect(standing.getByText("Unverified", { exact: true })).toBeVisible();
    await expect(standing.getByText(/^Nobody has rated an entry on it yet/)).toBeVisible();
  });

  await test.step("rate two entries from different sources, one for it and one against", async () => {
    await addEntry(page, own, "Matches lay in their cabin.", "Fire brigade");
    await addEntry(page, own, "The crew was ashore that night.", "Harbour office");
    await page.goto(claim);
    await rate(page, "E1", "CC", "They had what it takes.");
    await expect(
      page.getByText(
        "Your rating of E1 on C1 is saved. C1 was unverified, P 0.50, and is now one origin only, P 0.75.",
      ),
    ).toBeVisible();
    await rate(page, "E2", "II", "Nobody lights a fire from afar.");
    await expect(
      page.getByText("C1 was one origin only, P 0.75, and is now disputed, P 0.50.", { exact: false }),
    ).toBeVisible();
  });

  await test.step("read the verdict with its reasons, the triangle and both sides", async () => {
    await page.reload();
    const standing = page.getByRole("region", { name: "How it stands" });
    await expect(standing.getByText("Disputed", { exact: true })).toBeVisible();
    await expect(
      standing.getByText(
        "One origin of unknown reliability speaks for it, one of unknown reliability against it.",
      ),
    ).toBeVisible();
    await expect(
      standing.getByText(/^Without S\d+ it would be one origin only\.|^Without any one of/),
    ).toBeVisible();
    await expect(
      standing
        .getByRole("img", { name: /^Belief 0\.33, disbelief 0\.33, uncertainty 0\.33; .* P is 0\.50\.$/ })
        .filter({ visible: true }),
    ).toHaveCount(1);
    await expect(
      page.getByRole("region", { name: "For it" }).getByText("They had what it takes."),
    ).toBeVisible();
    await expect(
      page.getByRole("region", { name: "Against it" }).getByText("Nobody lights a fire from afar."),
    ).toBeVisible();
    await picture(page, "claim");
  });

  await test.step("say that an entry reports it: both show it, and it is no more than its asserter's own word", async () => {
    await page.goto(`${own}/evidence/new`);
    await page.getByLabel("Statement").fill("The crew said that it lit the fire.");
    await page.getByLabel("Source that asserts it").first().fill("The crew of the Anna");
    await page.getByLabel("Claim that it reports").fill("C1");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("link", { name: /C1 We lit it ourselves/ }).click();
    await expect(
      page.getByRole("region", { name: "Entries that report it" }).getByRole("link", { name: /^E3 / }),
    ).toBeVisible();
    await rate(page, "E3", "CC", "It is what they say.");
    await expect(page.getByText("C1 stays as it was: disputed, P 0.50.", { exact: false })).toBeVisible();
    await expect(
      page.getByRole("region", { name: "Its asserter’s own word" }).getByRole("link", { name: /^E3 / }),
    ).toBeVisible();
  });

  await test.step("take a rating back, which choosing nothing does not", async () => {
    await page.getByLabel("Entry", { exact: false }).last().fill("E3");
    await page.getByLabel("Why", { exact: true }).first().fill("A new reason, and the code forgotten.");
    await page.getByRole("button", { name: "Save my rating" }).click();
    await expect(page.getByText("Choose how well the entry fits the claim.").first()).toBeVisible();
    await page.goto(`${claim}?rate=E3`);
    await expect(page.getByRole("button", { name: "Change my rating" })).toBeVisible();
    await page.getByRole("button", { name: "Take my rating back" }).click();
    await expect(page.getByText("Your rating of E3 on C1 is taken back.", { exact: false })).toBeVisible();
    await expect(page.getByRole("region", { name: "Its asserter’s own word" })).toHaveCount(0);
    await page.goto(claim);
  });

  await test.step("note a discrepancy, which is kept while it is typed", async () => {
    await page.getByText("Note a discrepancy").click();
    await page.getByLabel("What it says").fill("They speak of");
    await page.reload();
    await page.getByText("Note a discrepancy").click();
    await expect(page.getByLabel("What it says")).toHaveValue("They speak of");
    await page.getByLabel("What it says").fill("");
    await page.reload();
  });

  await test.step("note a discrepancy", async () => {
    await page.getByText("Note a discrepancy").click();
    await page.getByLabel("What it says").fill("They speak of a calm night.");
    await page.getByLabel("What stands against that").fill("The log has a storm.");
    await page.getByRole("region", { name: "Discrepancies" }).getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Discrepancy C1.2 is saved.")).toBeVisible();
    await expect(page.getByText("Noticed by Claudia Claims")).toBeVisible();
  });

  await test.step("find it on the overview and in the list, by its verdict", async () => {
    await page.goto(own);
    const section = page.getByRole("region", { name: "Claims" });
    await expect(section.getByText("Disputed", { exact: true })).toBeVisible();
    await expect(
      page.getByRole("listitem").filter({ hasText: "Look for what would settle 1 disputed claim: C1" }),
    ).toBeVisible();
    await page.goto(`${own}/claims`);
    await page.getByLabel("How it stands").selectOption("disputed");
    await page.getByRole("button", { name: "Narrow" }).click();
    await expect(page).toHaveURL(/verdict=disputed/);
    await expect(page.getByText("1 claim", { exact: true })).toBeVisible();
    await expect(page.getByText("1 origin for it, 1 against")).toBeVisible();
    await picture(page, "claims");
    await page.goto(`${own}/claims?verdict=supported`);
    await expect(page.getByText("No claim fits")).toBeVisible();
  });

  await test.step("withdraw it with a reason, see that it counts nowhere, and put it back", async () => {
    await page.goto(claim);
    await page.getByText("Withdraw C1", { exact: true }).click();
    await page.getByLabel("Why", { exact: false }).last().fill("They never said so.");
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(page.getByText(/They never said so\. It stays visible and counts nowhere/)).toBeVisible();
    await expect(page.getByRole("region", { name: "How it stands" })).toHaveCount(0);
    await expect(page.getByText("Put back C1", { exact: true })).toBeVisible();
    await page.goto(`${own}/evidence/E3`);
    await expect(page.getByText("The claim is withdrawn: They never said so.")).toBeVisible();
    await page.goto(claim);
    await page.getByText("Put back C1", { exact: true }).click();
    await page.getByLabel("Why", { exact: false }).last().fill("They did.");
    await page.getByRole("button", { name: "Put back", exact: true }).click();
    await expect(
      page.getByRole("region", { name: "How it stands" }).getByText("Disputed", { exact: true }),
    ).toBeVisible();
  });

  await test.step("find all of it in the history", async () => {
    await page.goto(`${own}/history`);
    for (const words of [
      "added claim C1",
      "rated entry E1 on claim C1",
      "noted discrepancy C1.2",
      "withdrew claim C1",
      "put claim C1 back",
    ]) {
      await expect(page.getByText(`Claudia Claims ${words}`)).toBeVisible();
    }
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a claim is added, rated on, questioned and withdrawn", async ({ page }) => {
    await page.goto("/sign-up");
    await fillSignUp(page, {
      name: "Plain Claimant",
      email: `claimant-${process.pid}@example.org`,
      password: "long enough now",
    });
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();

    await page.goto(`${shipped}/claims/new`);
    await page.getByRole("textbox", { name: "Claim", exact: true }).fill("Nobody was behind it.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Who asserts it? A relay alone says nothing.").first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Claim", exact: true })).toHaveValue(
      "Nobody was behind it.",
    );
    await page.getByLabel("Source that asserts it").fill("S7");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Nobody was behind it." })).toBeVisible();
    const claim = new URL(page.url()).pathname;

    await page.goto(`${claim}?rate=E3`);
    await pick(page, /^How well does it fit the claim/, "II");
    await page.getByRole("button", { name: "Save my rating" }).click();
    await expect(page.getByText(/Your rating of E3 on C9 is saved\. C9 /)).toBeVisible();

    await page.getByText("Note a discrepancy").click();
    await page.getByLabel("What it says").fill("Nobody.");
    await page.getByLabel("What stands against that").fill("Somebody paid.");
    await page.getByRole("region", { name: "Discrepancies" }).getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Noticed by Plain Claimant")).toBeVisible();

    await page.getByText("Withdraw C9", { exact: true }).click();
    await page.getByLabel("Why", { exact: false }).last().fill("Misheard.");
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(page.getByText(/Misheard\. It stays visible and counts nowhere/)).toBeVisible();
  });
});

import type { Page } from "@playwright/test";
import { axe, expect, newInquiry, picture, test } from "./fixtures";
import { sendForm } from "./plain-form";

// Its administrator is the one whom the one-time key makes.
test.use({ installation: "upkeep" });

const words = "The lights went out at nine and came back at ten.";

/** An inquiry with one entry for each source, which all have the same words. @returns its address, and the sources' numbers. */
async function openInquiry(page: Page, sources: readonly string[]): Promise<[string, ...string[]]> {
  const inquiry = await newInquiry(page, "Who switched off the lights?", "The mill\nThe storm");
  for (const source of sources) {
    const answer = await sendForm(page.request, `${inquiry}/evidence/new`, "evidence-new", {
      statement: `So said ${source}.`,
      kind: "report",
      "consistency.H1": "CC",
      "consistency.H2": "II",
      "citations.0.source": source,
      "citations.0.sourceKind": "media",
      "citations.0.quote": words,
    });
    expect(answer.status()).toBe(303);
  }
  await page.goto(`${inquiry}/sources`);
  const numbers = [];
  for (const source of sources) {
    const text = await page.getByRole("link", { name: source }).first().textContent();
    numbers.push(/^S\d+/.exec(text ?? "")?.[0] ?? "");
  }
  return [inquiry, ...numbers];
}

/** A form that is folded away, unfolded. */
async function unfold(page: Page, name: string) {
  const form = page.locator("details.confirm-details", { has: page.locator("summary", { hasText: name }) });
  await form.locator("summary").click();
  return form;
}

test("an administrator links sources, says since when, takes the link away, and withdraws one and puts it back", async ({
  page,
  server,
}) => {
  test.setTimeout(120_000);
  await page.goto(server.startUrl);
  const welcome = page.locator("main form");
  await welcome.getByLabel("Name").fill("Keeper of Sources");
  await welcome.getByRole("button").click();
  await expect(page.getByRole("link", { name: "Administration" })).toBeVisible();
  const [inquiry, first, second] = await openInquiry(page, ["The evening post", "The morning post"]);
  if (!first || !second) throw new Error("the sources have no numbers");

  await test.step("two sources become one origin, with the reason and the date", async () => {
    await page.goto(`/sources/${first}`);
    const form = await unfold(page, "Link it to another source");
    await form.getByLabel(`${first} …`).selectOption("owns");
    await form.getByLabel("The other source").fill(second);
    await form.getByLabel("How we know").fill("The trade register names the owner.");
    await page.reload();
    await unfold(page, "Link it to another source");
    await expect(form.getByLabel("How we know")).toHaveValue("The trade register names the owner.");
    await form.getByLabel("Since").fill("2015~");
    await form.getByRole("button", { name: "Link them" }).click();
    await expect(page.getByText(`${first} and ${second} are linked.`)).toBeVisible();
    const links = page.getByRole("region", { name: "Links to other sources" });
    await expect(links).toContainText("they count as one origin, since about 2015");

    await form.getByLabel(`${first} …`).selectOption("owns");
    await form.getByLabel("The other source").fill(second);
    await form.getByLabel("How we know").fill("Its imprint says so.");
    await form.getByRole("button", { name: "Link them" }).click();
    await expect(page.getByText(`${first} and ${second} are linked like this already`)).toBeVisible();
    await expect(form.getByLabel("How we know")).toHaveValue("Its imprint says so.");
  });

  await test.step("how it is known is edited, and the inquiry says why the two are one", async () => {
    await page.reload();
    const form = await unfold(page, `Edit the link to ${second}`);
    await form.getByLabel("How we know").fill("Its imprint says so.");
    await form.getByRole("button", { name: "Save the link" }).click();
    await expect(page.getByText("The link is saved.")).toBeVisible();
    await page.goto(`${inquiry}/sources`);
    await expect(page.getByRole("row", { name: /The evening post/ })).toContainText(
      `one origin with ${second}`,
    );
    const why = page.getByRole("region", { name: "Why some are one origin" });
    await expect(why).toContainText(/The evening post owns, pays for or directs S\d+ The morning post/);
    await expect(why).toContainText("since about 2015: Its imprint says so.");
    expect(await axe(page)).toEqual([]);
    await picture(page, "one-origin");
  });

  await test.step("the link is taken away", async () => {
    await page.goto(`/sources/${first}`);
    const form = await unfold(page, `Remove the link to ${second}`);
    await form.getByLabel("Why").fill("It was sold.");
    await form.getByRole("button", { name: "Remove the link" }).click();
    await expect(page.getByText("None known. It counts as an origin of its own.")).toBeVisible();
  });

  await test.step("a source is withdrawn, which the inquiry shows, and put back", async () => {
    const out = await unfold(page, `Withdraw ${first}`);
    await out.getByLabel("Why").fill("It was made up.");
    await out.getByRole("button", { name: "Withdraw it" }).click();
    await expect(page.getByText("Nothing counts on it.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Just done" })).toContainText(/counts no more\. .+\? .+/);
    await page.goto(`${inquiry}/sources`);
    const row = page.getByRole("row", { name: /The evening post/ });
    await expect(row).toContainText("withdrawn: nothing counts on it");
    await page.goto(`/sources/${first}`);
    const back = await unfold(page, `Put ${first} back`);
    await back.getByLabel("Why").fill("It was not.");
    await back.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByText("Nothing counts on it.")).toBeHidden();
    await page.goto(`${inquiry}/sources`);
    await expect(row).not.toContainText("withdrawn");
  });

  await test.step("sources that say it in the same words become one origin where that is proposed", async () => {
    await page.goto(`${inquiry}/evidence/repeats`);
    await expect(page.getByText("1 pair of sources is cited like this.")).toBeVisible();
    const echo = page.getByRole("article", { name: `${first} and ${second}` });
    await echo.getByLabel("How we know").fill("Both print the agency's wire.");
    await echo.getByRole("button", { name: "Same origin" }).click();
    await expect(page.getByText(`${first} and ${second} are linked.`)).toBeVisible();
    await expect(echo).toBeHidden();
    await page.goto(`${inquiry}/history`);
    for (const deed of ["It was sold.", "It was made up.", "It was not.", "Both print the agency's wire."])
      await expect(page.getByText(deed)).toBeVisible();
  });
});

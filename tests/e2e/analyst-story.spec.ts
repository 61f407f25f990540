import { expect, pick, picture, shipped, signUp, test } from "./fixtures";

// It counts entries and origins, so nobody else adds to what it reads.
test.use({ installation: "story" });

test("an analyst browses, adds evidence, rates it, judges a source, and sees the hypotheses move", async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);

  await test.step("find the shipped inquiry, with its warning and its four hypotheses", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: /What best explains most of the attacks/ }).click();
    await expect(page.getByText("24 entries, 1 origin: everything comes through one source")).toBeVisible();
    for (const name of [
      "Attention-seeking claims",
      "State-agency façade",
      "Commissioned by third parties",
      "Acts on its own",
    ]) {
      await expect(page.getByRole("link", { name: new RegExp(name) }).first()).toBeVisible();
    }
    await picture(page, "1-inquiry");
  });

  await test.step("see what supports and what contradicts a hypothesis", async () => {
    await page.getByRole("link", { name: /H0 Acts on its own/ }).click();
    await expect(page.getByRole("heading", { name: "Supports", exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Contradicts", exact: true })).toBeVisible();
    await picture(page, "2-hypothesis");
  });

  await test.step("walk from an entry back to where it stands, and see who rated it how", async () => {
    await page.goto(`${shipped}/evidence/E3`);
    const where = page.getByRole("region", { name: "Where it stands" });
    await expect(where.getByRole("link", { name: /S3/ })).toBeVisible();
    await expect(where.getByRole("link", { name: /S1/ })).toBeVisible();
    const ratings = page.getByRole("region", { name: "Ratings by analyst" });
    await expect(ratings.getByRole("rowheader", { name: "Sceptic" })).toBeVisible();
    await picture(page, "3-entry");
  });

  await signUp(page, "Nadia Rahimi");

  await test.step("add an entry of one's own with a new source, rate it, and see what it would move first", async () => {
    await page.goto(`${shipped}/evidence/new`);
    await page.getByLabel("Statement").fill("A court filing names the paymaster of the attackers.");
    await page.getByLabel("Kind", { exact: false }).first().selectOption("document");
    await page.getByLabel("When it happened").fill("2024-06");
    await page.getByLabel("Source that asserts it").first().fill("Moscow court registry");
    await page.getByLabel("If it is new, it is").first().selectOption("government");
    await pick(page, /^H1/, "II");
    await pick(page, /^H2/, "C");
    await pick(page, /^H3/, "CC");
    await pick(page, /^H0/, "I");
    await pick(page, "Credibility", "2");
    await pick(page, "Relevance", "high");
    await page.getByRole("button", { name: "Show what it would move" }).click();
    await expect(page.getByText(/If you save this: .*H3/)).toBeVisible();
    await picture(page, "4-new-entry");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(/evidence\/E25\?saved=1$/);
    await expect(
      page.getByRole("heading", { name: "A court filing names the paymaster of the attackers." }),
    ).toBeVisible();
    await expect(page.getByText(/Against the matrix without it: .*H3/).first()).toBeVisible();
    await picture(page, "5-saved-entry");
  });

  await test.step("change a rating and read what moved, from what to what, and through which step", async () => {
    await page.goto(`${shipped}/evidence/E25`);
    await pick(page, /^H0/, "II");
    await page.getByLabel("Why, for H0").fill("Whoever pays decides.");
    await page.getByRole("button", { name: "Change my ratings" }).click();
    await expect(page.getByText(/Your ratings of E25 are saved\..*H0/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Why, for H0")).toHaveValue("Whoever pays decides.");
  });

  await test.step("judge a source, and see what depends on it move", async () => {
    await page.goto("/sources/S1");
    await pick(page, /Reliability|Your grade/, "B");
    await page.getByLabel(/^Why/).first().fill("Its dates and figures hold where they can be checked.");
    await page.getByRole("button", { name: /grade/i }).first().click();
    await expect(page.getByText(/Your grade B of S1 is saved/)).toBeVisible();
    await expect(page.getByText(/What best explains most of the attacks.*(H\d)/).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "E1", exact: false }).first()).toBeVisible();
    await picture(page, "6-source");
  });

  await test.step("give one's own judgement", async () => {
    await page.goto(`${shipped}/judgement`);
    for (const [id, share] of Object.entries({ H1: "10", H2: "40", H3: "40", H0: "60" })) {
      await page.getByLabel(new RegExp(`^${id} `)).fill(share);
    }
    await page.getByRole("button", { name: "Save my judgement" }).click();
    await expect(page.getByText("Your judgement is saved.")).toBeVisible();
  });

  await test.step("find all of it in the history", async () => {
    await page.goto(`${shipped}/history`);
    await expect(page.getByText(/Nadia Rahimi/).first()).toBeVisible();
    await expect(page.getByText(/E25/).first()).toBeVisible();
    await picture(page, "7-history");
  });

  await test.step("stop the server, start it again, and find everything there", async () => {
    expect(await server.running.stop()).toBe(0);
    await server.startAgain();
    await page.goto(`${shipped}/evidence/E25`);
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await expect(page.getByLabel("Why, for H0")).toHaveValue("Whoever pays decides.");
    await page.goto("/sources/S1");
    await expect(
      page.getByText("Its dates and figures hold where they can be checked.").first(),
    ).toBeVisible();
  });
});

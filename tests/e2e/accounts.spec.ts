import { axe, expect, fillSignUp, pick, shipped, signUp, test } from "./fixtures";

test("what somebody without an account typed is there again after they signed up", async ({ page }) => {
  await page.goto(`${shipped}/evidence/new`);
  await page.getByLabel("Statement").fill("Written before signing in. نص عربي");
  await pick(page, /^H1/, "C");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /sign up/i })
    .click();
  await fillSignUp(page, {
    name: "Late Comer",
    email: `late-${process.pid}@example.org`,
    password: "a long enough password",
  });
  await expect(page).toHaveURL(/evidence\/new$/);
  await expect(page.getByLabel("Statement")).toHaveValue("Written before signing in. نص عربي");
  await expect(page.getByRole("group", { name: /^H1/ }).locator("input:checked")).toHaveValue("C");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/evidence\/E\d+\?saved=1$/);
});

test("somebody signs up, signs out, and comes back", async ({ page }) => {
  const { email, password } = await signUp(page, "Come Back");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/sign-in\?next=%2Faccount/);
  const form = page.locator("main form");
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Password").fill("not the right one");
  await form.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("No open account has this e-mail address with this password.")).toBeVisible();
  await expect(form.getByLabel("E-mail")).toHaveValue(email);
  await form.getByLabel("Password").fill(password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
});

test("the printed key makes the first administrator once, and leads the shipped inquiry", async ({
  page,
  server,
  browser,
}) => {
  await page.goto(server.startUrl);
  await page.reload(); // a look spends nothing
  const form = page.locator("main form");
  await form.getByLabel("Name").fill("First Administrator");
  await form.getByRole("button").click();
  await expect(page.getByRole("link", { name: "Administration" })).toBeVisible();
  await page.goto(`${shipped}/settings`);
  await expect(page.getByRole("heading", { name: /settings/i })).toBeVisible();
  for (const path of [
    "/administration",
    `${shipped}/settings`,
    `${shipped}/hypotheses/H1/edit`,
    "/sources/S1/edit",
  ]) {
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await axe(page), `${path}, ${colorScheme}, ${width}`).toEqual([]);
      }
    }
  }
  const other = await browser.newPage();
  await other.goto(server.startUrl);
  await expect(other.locator("main form")).toHaveCount(0);
  await other.close();
});

test("attempts to sign in are limited for one e-mail address", async ({ page }) => {
  await page.goto("/sign-in");
  const form = page.locator("main form");
  for (let attempt = 1; attempt <= 9; attempt++) {
    await form.getByLabel("E-mail").fill("guessed@example.org");
    await form.getByLabel("Password").fill(`guess number ${attempt}`);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await form.getByRole("button", { name: "Sign in" }).click();
    await answered;
  }
  await expect(page.getByText(/Too many attempts/)).toBeVisible();
});

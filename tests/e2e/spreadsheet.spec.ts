import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { axe, expect, fillSignUp, picture, shipped, signUp, test } from "./fixtures";
import { sendForm } from "./plain-form";

// It counts what the shipped inquiry holds.
test.use({ installation: "spreadsheet" });

const rows = [
  "statement\tkind\tsource\tH1\tState-agency façade\tH3\tH0\tcredibility",
  '"The ledger says\t""paid"" twice."\tDocument\tThe ledger\tII\t1\tCC\tN\t2',
  "شوهدت شاحنة عند الظهر\t\tS1\t\t\tC\t\t",
  "A van was seen.\tgossip\tS1\t\t\t\t\t",
].join("\n");

test("rows copied from a spreadsheet are looked at, saved, found in the matrix, and downloaded again", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signUp(page, "Sheet Reader");
  await page.goto(`${shipped}/evidence`);
  await page.getByRole("link", { name: "Paste rows", exact: true }).click();
  await page.getByLabel("Rows").fill(rows);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(
    page.getByText(/3 rows: 2 new entries, 1 new source and 1 that cannot be saved/),
  ).toBeVisible();
  const line = (row: number) =>
    page
      .getByRole("list", { name: "What each row would become" })
      .getByRole("listitem")
      .filter({ has: page.getByText(`Row ${row}`, { exact: true }) });
  for (const [row, verdict] of [
    [2, "New entry"],
    [3, "New entry"],
    [4, "Cannot be saved"],
  ] as const)
    await expect(line(row)).toContainText(verdict);
  await expect(line(2)).toContainText("new source “The ledger” (other)");
  await expect(line(3)).toContainText("شوهدت شاحنة عند الظهر");
  await expect(line(4)).toContainText("“gossip” under kind");
  expect(await axe(page)).toEqual([]);
  await picture(page, "paste-preview");

  await test.step("what is changed after the preview is shown again before it is saved", async () => {
    await page.getByLabel("Rows").fill(rows.replace("gossip", "Testimony"));
    await page.getByRole("button", { name: "Save 2 rows" }).click();
    await page.getByRole("button", { name: "Save 3 rows" }).click();
    await expect(page.getByText(/Saved: 3 new entries \(E25 to E27\)\. /)).toBeVisible();
    await expect(page.getByLabel("Rows")).toHaveValue("");
  });

  await page.goto(`${shipped}/matrix?sort=number`);
  // Of a long matrix only what is in sight is in the page.
  await page.locator("[data-row] > td").first().focus();
  await page.keyboard.press("Control+End");
  await expect(page.getByRole("row", { name: /E25 The ledger says/ }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /E26 شوهدت/ }).first()).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Entries", exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(
    "What best explains most of the attacks attributed to Islamic State – Khorasan – entries.csv",
  );
  const text = await readFile(await file.path(), "utf8");
  const entries: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(entries).toHaveLength(27);
  expect(entries[24]).toMatchObject({
    entry: "E25",
    statement: 'The ledger says\t"paid" twice.',
    kind: "document",
    credibility: "2",
  });

  await test.step("the file pasted back is nothing new; with one code filled in it is that rating", async () => {
    await page.goto(`${shipped}/evidence/paste`);
    await page.getByLabel("Rows").fill(text);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByText(/^27 rows: 27 with nothing new\./)).toBeVisible();
    await expect(page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
    await page.getByLabel("Rows").fill("entry,H1\r\nE26,very consistent\r\n");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(line(2)).toContainText("Your ratings on E26");
    await expect(line(2)).toContainText("H1 CC");
    await page.getByRole("button", { name: "Save 1 row" }).click();
    await expect(page.getByText(/Saved: your ratings on 1 entry\. /)).toBeVisible();
  });
});

test("who is not signed in pastes first, signs up, and finds the rows still there", async ({ page }) => {
  await page.goto(`${shipped}/evidence/paste`);
  await page.getByLabel("Rows").fill("statement\tH1\nA bus was seen.\tC");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.getByRole("link", { name: "Sign up" }).last().click();
  await fillSignUp(page, {
    name: "Late Comer",
    email: `late-${process.pid}@example.org`,
    password: "long enough now",
  });
  await page.goto(`${shipped}/evidence/paste`);
  await expect(page.getByLabel("Rows")).toHaveValue("statement\tH1\nA bus was seen.\tC");
});

test("more than can be kept is not lost on the way to signing in", async ({ page }) => {
  const long = `statement\n${"A long row. ".repeat(30_000)}`;
  await page.goto(`${shipped}/evidence/paste`);
  await page.getByLabel("Rows").fill(long);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText(/too long to be kept/)).toBeVisible();
  await expect(page.getByLabel("Rows")).toHaveValue(long);
});

test("a file that is not there, or of an inquiry that is not there, is a problem in JSON", async ({
  request,
}) => {
  for (const path of [`${shipped}/export/secrets.csv`, "/inquiries/no-such/export/matrix.csv"]) {
    const answer = await request.get(`/api/v1${path}`);
    expect(answer.status()).toBe(404);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
  }
  const answer = await request.get(`/api/v1${shipped}/export/ratings.csv`);
  expect(answer.headers()["content-type"]).toMatch(/^text\/csv; charset=utf-8/);
  expect(answer.headers()["cache-control"]).toBe("private, no-store");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("rows are looked at and saved, and sent twice they are there once", async ({ page }) => {
    await signUp(page, "Plain Sheet");
    const pasted = "statement\tH1\nSeen without any script.\tC";
    await page.goto(`${shipped}/evidence/paste`);
    await page.getByLabel("Rows").fill(pasted);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByText(/^1 row: 1 new entry\./)).toBeVisible();
    await expect(page.getByLabel("Rows")).toHaveValue(pasted);
    await page.getByRole("button", { name: "Save 1 row" }).click();
    await expect(page.getByText(/Saved: 1 new entry \(E\d+\)\./)).toBeVisible();
    const fields = { rows: pasted, intent: "save" };
    const again = await sendForm(page.request, `${shipped}/evidence/paste`, "paste", fields);
    expect(await again.text()).toContain("nothing was written");
    await page.goto(`${shipped}/evidence?text=Seen+without+any+script`);
    await expect(page.getByRole("status").filter({ hasText: /^1 entry, 1 origin$/ })).toBeVisible();
  });
});

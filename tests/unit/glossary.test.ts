import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GLOSSARY, meaningOf, toldAt } from "@/lib/glossary";
import { readDocument } from "@/lib/reasoning/document";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe("the words of the product", () => {
  it("are those of the README's table, in its order", () => {
    const [, table = ""] = read("README.md").split("\n## Words\n");
    const rows = [...(table.split("\n## ")[0] ?? "").matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].slice(2);
    expect(rows.map(([, word, meaning]) => ({ word, meaning }))).toEqual(
      GLOSSARY.map(({ word, meaning }) => ({ word, meaning })),
    );
  });

  it("lead each to a part that the page on reasoning has", () => {
    const parts = readDocument(read("docs/analysis.md")).parts.map(({ id }) => `/how-it-reasons#${id}`);
    for (const { word } of GLOSSARY) expect(parts, word).toContain(toldAt(word));
  });

  it("are each explained in a sentence", () => {
    for (const { word } of GLOSSARY) expect(meaningOf(word)).toMatch(/^[A-Z].*[^.]\.$/);
  });
});

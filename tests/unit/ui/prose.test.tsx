import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Prose } from "@/components/reasoning/prose";
import { readDocument } from "@/lib/reasoning/document";

const render = (markdown: string) => {
  const { lead } = readDocument(`# T\n\n${markdown}`);
  const html = renderToStaticMarkup(<Prose blocks={lead} />);
  return { html, document: parseHTML(`<!doctype html><html><body>${html}</body></html>`).document };
};

test("HTML in a document stays the text that it is", () => {
  const { html, document } = render(
    'Some <b onclick="x()">bold</b> words.\n\n<script>alert(1)</script>\n\n<div>\nraw\n</div>',
  );
  expect(document.querySelectorAll("b, script, div")).toHaveLength(0);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("a link leads within the page or nowhere", () => {
  const { document } = render(
    "[here](#part) and [there](https://example.org) and [run](javascript:alert(1))",
  );
  const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["#part"]);
  expect(document.body.textContent).toContain("there");
});

test("a table scrolls inside the page and keeps the sides of its columns, and rows have headers", () => {
  const { document } = render("| a | b |\n| --- | ---: |\n| one | *2* |\n");
  expect(document.querySelector("section.table-scroll")?.getAttribute("tabindex")).toBe("0");
  expect(document.querySelector("tbody th")?.textContent).toBe("one");
  expect(document.querySelector("tbody td.num em")?.textContent).toBe("2");
});

test("nothing of the method is lost on the way to the page", () => {
  const file = readFileSync(new URL("../../../docs/analysis.md", import.meta.url), "utf8");
  const { lead, parts } = readDocument(file);
  const page = [lead, ...parts.map(({ blocks }) => blocks)]
    .map((blocks) => renderToStaticMarkup(<Prose blocks={blocks} />))
    .join(" ");
  const { document } = parseHTML(`<!doctype html><html><body>${page}</body></html>`);
  // Signs that the page draws rather than writes: headings, the rules of tables, the fence of the example, list numbers.
  const written = file.replace(/^#{1,2} .*$|^\|[-| :]+\|$|^```\w*$|^\d+\. /gm, "");
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join("") ?? "";
  const [shown, meant] = [letters(document.body.textContent ?? ""), letters(written)];
  const from = [...meant].findIndex((letter, at) => letter !== shown[at]);
  expect(from === -1 ? "" : `lost or changed at: ${meant.slice(from, from + 60)}`).toBe("");
  expect(shown).toHaveLength(meant.length);
});

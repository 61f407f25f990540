import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("Words keep their hyphens: figures of one width are asked for where figures stand, never for a whole page", () => {
  const askedBy = ["app/globals.css", "components/ui/kit.css", "components/matrix/matrix.css"].flatMap(
    (path) =>
      [...read(path).matchAll(/([^{}]+)\{[^{}]*tabular-nums[^{}]*\}/g)].map(([, selector = ""]) =>
        selector
          .replaceAll(/\/\*[\s\S]*?\*\//g, "")
          .replaceAll(/\s+/g, " ")
          .trim(),
      ),
  );
  expect(askedBy).toEqual([".data-table :is(.num, [data-num], .heat), .slider", ".matrix tbody td"]);
});

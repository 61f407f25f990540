import { readdirSync } from "node:fs";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { specimens } from "@/components/design/specimens";

test("the page of the kit shows each component of components/ui once, and nothing that is not there", () => {
  const files = readdirSync(new URL("../../../components/ui", import.meta.url))
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => name.replace(".tsx", ""));
  expect(specimens.map(({ file }) => file).sort()).toEqual(files.sort());
});

test.each(specimens.map((specimen) => [specimen.file, specimen] as const))(
  "%s can be drawn in each of its states, twice on one page without an id coming twice",
  (_, { states }) => {
    for (const [state, draw] of Object.entries(states)) {
      const html = renderToStaticMarkup(
        <PathnameContext value="/design">
          {draw("light")}
          {draw("dark")}
        </PathnameContext>,
      );
      expect(html, state).not.toBe("");
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, state).toBe(ids.length);
    }
  },
);

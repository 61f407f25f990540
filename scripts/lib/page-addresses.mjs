import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { PlainError } from "./say.mjs";

/** What stands for the dynamic parts of an address in the inquiry that is shipped. */
const shipped = new Map([
  ["inquiry", "is-k-attacks"],
  ["evidence", "E14"],
  ["hypothesis", "H1"],
  ["source", "S1"],
  ["claim", "C3"],
]);

/** Pages that this build does not show. */
const inDevelopment = new Set(["/design"]);

/** Pages that are a page only with something asked of them. */
const asked = new Map([["/inquiries/is-k-attacks/score", "?method=posterior&hypothesis=H0"]]);

/**
 * An address of every page that the build answers, for somebody with every right.
 *
 * @returns {{ name: string, path: string }[]}
 */
export function listPages() {
  /** @type {Record<string, string>} */
  const routes = JSON.parse(readFileSync(join(root, ".next/app-path-routes-manifest.json"), "utf8"));
  return Object.entries(routes)
    .filter(([file, route]) => file.endsWith("/page") && !route.startsWith("/_") && !inDevelopment.has(route))
    .map(([, route]) => {
      const path = route.replace(/\[(\w+)\]/g, (_, part) => {
        const value = shipped.get(part);
        if (value) return value;
        throw new PlainError(
          `What stands for [${part}] in ${route}? Say it in scripts/lib/page-addresses.mjs.`,
        );
      });
      const name = route.slice(1).replaceAll("/", "-").replace(/[[\]]/g, "") || "home";
      return { name, path: `${path}${asked.get(path) ?? ""}` };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

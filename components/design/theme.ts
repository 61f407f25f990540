import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The colours of one theme, as properties for whatever stands in it. The build settles `light-dark()` at the root of a
 * page for the sake of older browsers, so that a part of a page could not have the other theme by `color-scheme` alone.
 */
export async function coloursOf(theme: "light" | "dark"): Promise<Record<string, string>> {
  const css = await readFile(join(process.cwd(), "components/ui/tokens.css"), "utf8");
  const tokens = css.slice(css.indexOf("@theme"), css.indexOf("@layer base"));
  const pairs = tokens.matchAll(/(--color-[\w-]+):\s*light-dark\(([^,]+),\s*([^)]+)\)/g);
  return Object.fromEntries(
    [...pairs].map(([, name = "", light = "", dark = ""]) => [name, theme === "light" ? light : dark]),
  );
}

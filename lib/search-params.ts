import { z } from "zod";
import { optionalText } from "./fields";

/** What a plain list takes from its address. */
export const listView = z.object({
  text: optionalText(200).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

/** An address with these conditions; those that are empty, and the first page, are left out. */
export function addressWith(
  path: string,
  conditions: Readonly<Record<string, string | number | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(conditions)) {
    if (value === undefined || value === "" || (name === "page" && value === 1)) continue;
    search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

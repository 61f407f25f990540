import { z } from "zod";
import { optionalText, requiredText } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";
import { SEARCH_KINDS } from "./kinds";

const kind = z.enum(SEARCH_KINDS.map(({ code }) => code));
const page = z.coerce.number().int().min(1).max(1_000);

/** What the page takes from its address; what makes no sense counts as not said. */
export const searchView = z.object({
  text: optionalText(200).catch(""),
  kind: kind.optional().catch(undefined),
  page: page.catch(1).default(1),
});

/** What a program asks; what makes no sense is refused. `within` names the inquiry whose hits come first. */
export const searchRequest = z.object({
  text: requiredText(200, "Give the words to look for as `text`."),
  kind: kind.optional(),
  page: page.default(1),
  within: slug.optional(),
});

export interface SearchParams {
  readonly text: string;
  readonly kind?: z.output<typeof kind> | undefined;
  readonly page: number;
  readonly within?: string | undefined;
}

import { z } from "zod";
import { LEXICONS } from "@/lib/analysis/scales";
import { code, decimal, isTicked, version } from "@/lib/fields";
import { hypothesisId } from "@/lib/hypothesis/schema";
import { slug } from "@/lib/inquiry/schema";

const share = decimal((number) => number >= 0 && number <= 1, "A number from 0 to 1.");

/** How an inquiry reckons and speaks, and the weight of each hypothesis before any evidence. */
export const methodEdit = z.object({
  slug,
  version,
  step: decimal((number) => number > 0 && number < 0.25, "A number over 0 and under 0.25."),
  doubt: share,
  unrated: share,
  prior: z.record(
    hypothesisId,
    decimal((number) => number >= 0.001 && number <= 1_000, "A weight from 0.001 to 1000; 1 is level."),
  ),
  lexicon: code(LEXICONS),
  isBlind: isTicked,
});
export type MethodEdit = z.output<typeof methodEdit>;

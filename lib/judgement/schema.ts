import { z } from "zod";
import { decimal, optionalText } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

const share = decimal((number) => number >= 0 && number <= 100, "A number from 0 to 100.", 0);

/** One analyst's own probabilities: 0..100 for every hypothesis, not all 0; they need not sum to 100. */
export const judgementDraft = z.object({
  slug,
  probability: z
    .record(z.string().regex(/^H\d{1,6}$/), share)
    .refine(
      (given) => Object.values(given).some((number) => number > 0),
      "Give at least one hypothesis more than 0.",
    ),
  reason: optionalText(1_000),
});
export type JudgementDraft = z.output<typeof judgementDraft>;

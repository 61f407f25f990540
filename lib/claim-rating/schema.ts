import { z } from "zod";
import { CONSISTENCY } from "@/lib/analysis/scales";
import { claimId } from "@/lib/claim/schema";
import { optionalCode, optionalNumber, optionalText } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

const whichEntry = "Choose an entry: its number, such as E3.";

/** How one entry fits a claim, as one analyst sees it; nothing chosen takes the rating back. */
export const claimRating = z.object({
  slug,
  id: claimId,
  evidence: optionalNumber("E", whichEntry)
    .refine((id) => id !== null, whichEntry)
    .transform((id) => id ?? ""),
  consistency: optionalCode(CONSISTENCY),
  reason: optionalText(600),
});
export type ClaimRatingDraft = z.output<typeof claimRating>;

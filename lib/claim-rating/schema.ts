import { z } from "zod";
import { CONSISTENCY } from "@/lib/analysis/scales";
import { claimId } from "@/lib/claim/schema";
import { optionalCode, optionalNumber, optionalText } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

const whichEntry = "Choose an entry: its number, such as E3.";

/** How one entry fits a claim, as one analyst sees it: null takes the rating back, and only where that is asked for. */
export const claimRating = z
  .object({
    slug,
    id: claimId,
    evidence: optionalNumber("E", whichEntry)
      .refine((id) => id !== null, whichEntry)
      .transform((id) => id ?? ""),
    consistency: optionalCode(CONSISTENCY),
    reason: optionalText(600),
    intent: z.enum(["save", "take-back"]).optional().default("save"),
  })
  .refine(({ intent, consistency }) => intent === "take-back" || consistency !== null, {
    path: ["consistency"],
    error: "Choose how well the entry fits the claim.",
  })
  .transform(({ intent, ...given }) =>
    intent === "take-back" ? { ...given, consistency: null, reason: "" } : given,
  );
export type ClaimRatingDraft = z.output<typeof claimRating>;

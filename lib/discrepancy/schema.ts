import { z } from "zod";
import { claimId, partId, withdrawalReason } from "@/lib/claim/schema";
import { optionalText, requiredText } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

/** Who noticed that something does not fit. */
export const NOTICED_BY = [
  { code: "us", label: "Us, the analysts" },
  { code: "source", label: "The source itself" },
  { code: "other", label: "Somebody else" },
] as const;

const fields = z.object({
  slug,
  id: claimId,
  says: requiredText(600, "Say what the claim, or its source, says."),
  against: requiredText(600, "Say what stands against it."),
  noticedBy: z.enum(
    NOTICED_BY.map(({ code }) => code),
    "Say who noticed it.",
  ),
  noticedByName: optionalText(200),
});

/** A name is given just where it is somebody else's. */
export const discrepancyDraft = fields
  .refine(({ noticedBy, noticedByName }) => noticedBy !== "other" || noticedByName !== "", {
    path: ["noticedByName"],
    error: "Say who that was.",
  })
  .refine(({ noticedBy, noticedByName }) => noticedBy === "other" || noticedByName === "", {
    path: ["noticedByName"],
    error: "Choose “Somebody else” above, or empty this.",
  });
export type DiscrepancyDraft = z.output<typeof discrepancyDraft>;

export const discrepancyWithdrawal = z.object({ slug, id: partId, reason: withdrawalReason });
export type DiscrepancyWithdrawal = z.output<typeof discrepancyWithdrawal>;

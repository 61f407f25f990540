import { z } from "zod";
import { requiredText } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

export const claimWithdrawal = z.object({
  slug,
  id: z.string().regex(/^C\d{1,7}$/),
  reason: requiredText(400, "Say why, in a sentence: the history keeps it."),
});
export type ClaimWithdrawal = z.output<typeof claimWithdrawal>;

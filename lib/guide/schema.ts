import { z } from "zod";
import { localPath } from "@/lib/fields";

/** The inquiry that is shipped, on which the guide goes. */
export const shippedInquiry = "is-k-attacks";

export const guideChoice = z.object({
  /** Whether it is to be shown from now on. */
  shows: z.enum(["yes", "no"]),
  returnTo: localPath,
});

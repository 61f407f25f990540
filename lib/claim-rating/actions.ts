"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { findInquiry } from "@/lib/inquiry/scope";
import { done, missing } from "@/lib/outcome";
import { withVerdict } from "./effect";
import { rateOnClaim } from "./mutations";
import { claimRating } from "./schema";

export async function rateOnClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimRating, async (actor, sent) => {
    const scope = await findInquiry(actor, sent.slug);
    if (!scope) return missing;
    const outcome = await withVerdict(actor, scope, sent.id, () => rateOnClaim(actor, sent));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${sent.slug}`, "layout");
    const { value, effect } = outcome.value;
    const takesBack = sent.consistency === null;
    if (!value.changed && takesBack)
      return done({ message: `There is no rating of yours of ${sent.evidence} on ${sent.id}.` });
    if (!value.changed) return done({ message: "This is the rating that already stood." });
    const said = takesBack ? "is taken back" : "is saved";
    return done({ message: `Your rating of ${sent.evidence} on ${sent.id} ${said}. ${effect}` });
  });
}

"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import { rowRating } from "@/lib/evidence/schema";
import type { FormState } from "@/lib/forms";
import { findInquiry } from "@/lib/inquiry/scope";
import { withEffect } from "@/lib/matrix/effect";
import { done, missing } from "@/lib/outcome";
import { rateRow } from "./mutations";

export async function rateRowAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, rowRating, async (actor, sent) => {
    const scope = await findInquiry(actor, sent.slug);
    if (!scope) return missing;
    const outcome = await withEffect(actor, scope, () => rateRow(actor, sent));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${sent.slug}`, "layout");
    if (!outcome.value.value.changed) return done({ message: "These are the ratings that already stood." });
    return done({ message: `Your ratings of ${sent.id} are saved. ${outcome.value.effect}` });
  });
}

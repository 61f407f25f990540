"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import { judge } from "./mutations";
import { judgementDraft } from "./schema";

export async function judgeAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, judgementDraft, async (actor, draft) => {
    const outcome = await judge(actor, draft);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${draft.slug}`, "layout");
    return done({
      message: outcome.value.changed
        ? "Your judgement is saved. It stands beside what the evidence says and does not move it."
        : "This is the judgement that already stood.",
    });
  });
}

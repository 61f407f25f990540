"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import * as relations from "./mutations";
import { relationDraft, relationRemoval } from "./schema";

export async function relateHypothesesAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, relationDraft, async (actor, draft) => {
    const outcome = await relations.relateHypotheses(actor, draft);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${draft.slug}`, "layout");
    return done({
      message: outcome.value.changed
        ? `${draft.id} and ${draft.other} are no plain rivals: the figures rank them now and are no distribution.`
        : "This is what already stood.",
      version: outcome.value.version,
    });
  });
}

export async function unrelateHypothesesAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, relationRemoval, async (actor, removal) => {
    const outcome = await relations.unrelateHypotheses(actor, removal);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${removal.slug}`, "layout");
    return done({ message: `${removal.id} and ${removal.other} are plain rivals again.` });
  });
}

"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { findInquiry } from "@/lib/inquiry/scope";
import { withEffect } from "@/lib/matrix/effect";
import { done, missing } from "@/lib/outcome";
import { editMethod } from "./mutations";
import { methodEdit } from "./schema";

export async function editMethodAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, methodEdit, async (actor, edit) => {
    const scope = await findInquiry(actor, edit.slug);
    if (!scope) return missing;
    const outcome = await withEffect(actor, scope, () => editMethod(actor, edit));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${edit.slug}`, "layout");
    const { version, changed } = outcome.value.value;
    return done({
      message: changed
        ? `The method is saved. ${outcome.value.effect}`
        : "This is the method that already stood.",
      version,
    });
  });
}

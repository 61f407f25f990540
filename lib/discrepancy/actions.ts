"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import { addDiscrepancy, setDiscrepancyWithdrawn } from "./mutations";
import { discrepancyDraft, discrepancyWithdrawal } from "./schema";

export async function addDiscrepancyAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, discrepancyDraft, async (actor, draft) => {
    const outcome = await addDiscrepancy(actor, draft);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${draft.slug}`, "layout");
    return done({ message: `Discrepancy ${outcome.value.id} is saved.` });
  });
}

export async function withdrawDiscrepancyAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, discrepancyWithdrawal, async (actor, given) => {
    const outcome = await setDiscrepancyWithdrawn(actor, given, true);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({ message: `Discrepancy ${given.id} is withdrawn. It stays visible with your reason.` });
  });
}

export async function restoreDiscrepancyAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, discrepancyWithdrawal, async (actor, given) => {
    const outcome = await setDiscrepancyWithdrawn(actor, given, false);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({ message: `Discrepancy ${given.id} stands again.` });
  });
}

"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import { addClaim, editClaim, setClaimWithdrawn } from "./mutations";
import { claimDraft, claimEdit, claimWithdrawal } from "./schema";

export async function addClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimDraft, async (actor, draft) => {
    const outcome = await addClaim(actor, draft);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${draft.slug}`, "layout");
    return done({ goTo: `/inquiries/${draft.slug}/claims/${outcome.value.id}?saved=1` });
  });
}

export async function editClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimEdit, async (actor, edit) => {
    const outcome = await editClaim(actor, edit);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${edit.slug}`, "layout");
    return done({ message: `${edit.id} is saved.`, version: outcome.value.version });
  });
}

export async function withdrawClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimWithdrawal, async (actor, given) => {
    const outcome = await setClaimWithdrawn(actor, given, true);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} is withdrawn. It stays visible with your reason, and counts nowhere.`,
      undo: { kind: "claim", by: "restore", id: given.id, slug: given.slug },
    });
  });
}

export async function restoreClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimWithdrawal, async (actor, given) => {
    const outcome = await setClaimWithdrawn(actor, given, false);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} stands again.`,
      undo: { kind: "claim", by: "withdraw", id: given.id, slug: given.slug },
    });
  });
}

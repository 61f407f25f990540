"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { findInquiry } from "@/lib/inquiry/scope";
import { done, missing } from "@/lib/outcome";
import { addDiscrepancy, setDiscrepancyWithdrawn } from "./discrepancies";
import { withVerdict } from "./effect";
import { addClaim, editClaim, setClaimWithdrawn } from "./mutations";
import { rateOnClaim } from "./rate";
import {
  claimDraft,
  claimEdit,
  claimRating,
  claimWithdrawal,
  discrepancyDraft,
  discrepancyWithdrawal,
} from "./schema";

export async function addClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimDraft, async (actor, draft) => {
    const outcome = await addClaim(actor, draft);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${draft.slug}`, "layout");
    return done({ goTo: `/inquiries/${draft.slug}/claims/${outcome.value.id}` });
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
    });
  });
}

export async function restoreClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimWithdrawal, async (actor, given) => {
    const outcome = await setClaimWithdrawn(actor, given, false);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({ message: `${given.id} stands again.` });
  });
}

export async function rateOnClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimRating, async (actor, sent) => {
    const scope = await findInquiry(actor, sent.slug);
    if (!scope) return missing;
    const outcome = await withVerdict(scope, sent.id, () => rateOnClaim(actor, sent));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${sent.slug}`, "layout");
    const { value, effect } = outcome.value;
    if (!value.changed) return done({ message: "This is the rating that already stood." });
    const said = sent.consistency === null ? "is taken back" : "is saved";
    return done({ message: `Your rating of ${sent.evidence} on ${sent.id} ${said}. ${effect}` });
  });
}

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

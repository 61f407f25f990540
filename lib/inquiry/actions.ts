"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import * as inquiries from "./mutations";
import { inquiryDraft, inquiryEdit, inquiryEntry, membershipChange } from "./schema";

export async function createInquiryAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, inquiryDraft, async (actor, draft) => {
    const outcome = await inquiries.createInquiry(actor, draft);
    return outcome.ok ? done({ goTo: `/inquiries/${outcome.value.slug}` }) : outcome;
  });
}

export async function editInquiryAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, inquiryEdit, async (actor, edit) => {
    const outcome = await inquiries.editInquiry(actor, edit);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${edit.slug}`, "layout");
    return done({ message: "The inquiry is saved.", version: outcome.value.version });
  });
}

export async function changeMembershipAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, membershipChange, async (actor, change) => {
    const outcome = await inquiries.changeMembership(actor, change);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${change.slug}`, "layout");
    const { name } = outcome.value;
    return done({
      message: change.role === "none" ? `${name} is no member any more.` : `${name} is ${change.role} now.`,
    });
  });
}

export async function enterInquiryAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, inquiryEntry, async (actor, { slug }) => {
    const outcome = await inquiries.enterInquiry(actor, slug);
    return outcome.ok ? done({ goTo: `/inquiries/${slug}` }) : outcome;
  });
}

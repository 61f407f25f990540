"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import * as hypotheses from "./mutations";
import { hypothesisDraft, hypothesisEdit, hypothesisWithdrawal } from "./schema";

export async function proposeHypothesisAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, hypothesisDraft, async (actor, draft) => {
    const outcome = await hypotheses.proposeHypothesis(actor, draft);
    return outcome.ok ? done({ goTo: `/inquiries/${draft.slug}/hypotheses/${outcome.value.id}` }) : outcome;
  });
}

export async function editHypothesisAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, hypothesisEdit, async (actor, edit) => {
    const outcome = await hypotheses.editHypothesis(actor, edit);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${edit.slug}`, "layout");
    return done({ message: `${edit.id} is saved.`, version: outcome.value.version });
  });
}

export async function withdrawHypothesisAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, hypothesisWithdrawal, async (actor, given) => {
    const outcome = await hypotheses.setHypothesisWithdrawn(actor, given, true);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} is withdrawn. It stays visible and counts no more.`,
      undo: { kind: "hypothesis", by: "restore", id: given.id, slug: given.slug },
    });
  });
}

export async function restoreHypothesisAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, hypothesisWithdrawal, async (actor, given) => {
    const outcome = await hypotheses.setHypothesisWithdrawn(actor, given, false);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} counts again.`,
      undo: { kind: "hypothesis", by: "withdraw", id: given.id, slug: given.slug },
    });
  });
}

"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { findInquiry, mayIn } from "@/lib/inquiry/scope";
import { describePreview, withEffect } from "@/lib/matrix/effect";
import { getMatrix } from "@/lib/matrix/queries";
import { done, forbidden, missing } from "@/lib/outcome";
import * as evidence from "./mutations";
import { matrixWith } from "./preview";
import { evidenceDraft, evidenceEdit, evidenceWithdrawal } from "./schema";

export async function addEvidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, evidenceDraft, async (actor, draft) => {
    if (draft.intent === "preview") {
      const scope = await findInquiry(actor, draft.slug);
      if (!scope) return missing;
      if (!mayIn(scope, "addEvidence")) return forbidden;
      const matrix = await getMatrix(scope.id);
      const input = await matrixWith(actor, matrix.input, draft);
      return done({ preview: `If you save this: ${describePreview(matrix, input)}` });
    }
    const outcome = await evidence.addEvidence(actor, draft);
    if (!outcome.ok) return outcome;
    const list = `/inquiries/${draft.slug}/evidence`;
    revalidatePath(`/inquiries/${draft.slug}`, "layout");
    const { id } = outcome.value;
    return done({ goTo: draft.intent === "another" ? `${list}/new?after=${id}` : `${list}/${id}?saved=1` });
  });
}

export async function editEvidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, evidenceEdit, async (actor, edit) => {
    const scope = await findInquiry(actor, edit.slug);
    if (!scope) return missing;
    const outcome = await withEffect(scope.id, () => evidence.editEvidence(actor, edit));
    // Citations that another added need their places in the form.
    if (!outcome.ok && outcome.reason === "conflict") revalidatePath(`/inquiries/${edit.slug}`, "layout");
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${edit.slug}`, "layout");
    return done({
      message: `${edit.id} is saved. ${outcome.value.effect}`,
      version: outcome.value.value.version,
    });
  });
}

export async function withdrawEvidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, evidenceWithdrawal, async (actor, given) => {
    const scope = await findInquiry(actor, given.slug);
    if (!scope) return missing;
    const outcome = await withEffect(scope.id, () => evidence.setEvidenceWithdrawn(actor, given, true));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} is withdrawn and counts no more. ${outcome.value.effect}`,
      undo: { kind: "evidence", by: "restore", id: given.id, slug: given.slug },
    });
  });
}

export async function restoreEvidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, evidenceWithdrawal, async (actor, given) => {
    const scope = await findInquiry(actor, given.slug);
    if (!scope) return missing;
    const outcome = await withEffect(scope.id, () => evidence.setEvidenceWithdrawn(actor, given, false));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} counts again. ${outcome.value.effect}`,
      undo: { kind: "evidence", by: "withdraw", id: given.id, slug: given.slug },
    });
  });
}

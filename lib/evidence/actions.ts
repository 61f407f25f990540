"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import { analyse } from "@/lib/analysis/analyse";
import type { Person } from "@/lib/auth/actor";
import type { FormState } from "@/lib/forms";
import { findInquiry, type InquiryScope, mayIn, verdictIn } from "@/lib/inquiry/scope";
import { describePreview, withEffect } from "@/lib/matrix/effect";
import { getMatrix } from "@/lib/matrix/queries";
import { done, forbidden, missing } from "@/lib/outcome";
import { may } from "@/lib/policy";
import { findNear } from "@/lib/repeat/queries";
import { rankingSentence } from "@/lib/voice";
import { describeNear, describeOrigins, stampOf } from "./foresee";
import * as evidence from "./mutations";
import { matrixWith } from "./preview";
import { type EvidenceDraft, evidenceDraft, evidenceEdit, evidenceWithdrawal } from "./schema";

export async function addEvidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, evidenceDraft, async (actor, draft) => {
    const scope = await findInquiry(actor, draft.slug);
    if (!scope) return missing;
    if (!mayIn(scope, "addEvidence")) return forbidden;
    const isPreview = draft.intent === "preview";
    const isWarned = !isPreview && draft.seen === stampOf(draft.statement);
    const near = isWarned ? [] : await findNear(scope, draft.statement);
    const foreseen = describeNear(near, draft, mayChangeOthers(scope));
    if (isPreview)
      return done({ ...(await previewOf(actor, scope, draft)), ...(foreseen ? { foreseen } : {}) });
    if (foreseen) return done({ preview: "Is this in the inquiry already? Nothing is saved yet.", foreseen });
    const outcome = await evidence.addEvidence(actor, draft);
    if (!outcome.ok) return outcome;
    const list = `/inquiries/${draft.slug}/evidence`;
    revalidatePath(`/inquiries/${draft.slug}`, "layout");
    const { id } = outcome.value;
    return done({ goTo: draft.intent === "another" ? `${list}/new?after=${id}` : `${list}/${id}?saved=1` });
  });
}

const mayChangeOthers = (scope: InquiryScope): boolean =>
  may(verdictIn(scope, "changeEvidence"), { isOwn: false, hasReason: true });

/** What saving a draft would move, and whether it comes from where others come from. */
async function previewOf(actor: Person, scope: InquiryScope, draft: EvidenceDraft) {
  const matrix = await getMatrix(scope.id);
  const input = await matrixWith(actor, matrix.input, draft);
  const analysis = analyse(input);
  const origins = describeOrigins(analysis, input.evidence?.at(-1)?.citations ?? []);
  return {
    preview: `If you save this: ${describePreview(matrix, analysis)}`,
    details: [...(origins ? [origins] : []), ...(matrix.isRanking ? [rankingSentence] : [])],
  };
}

export async function editEvidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, evidenceEdit, async (actor, edit) => {
    const scope = await findInquiry(actor, edit.slug);
    if (!scope) return missing;
    const outcome = await withEffect(actor, scope, () => evidence.editEvidence(actor, edit));
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
    const outcome = await withEffect(actor, scope, () => evidence.setEvidenceWithdrawn(actor, given, true));
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
    const outcome = await withEffect(actor, scope, () => evidence.setEvidenceWithdrawn(actor, given, false));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} counts again. ${outcome.value.effect}`,
      undo: { kind: "evidence", by: "withdraw", id: given.id, slug: given.slug },
    });
  });
}

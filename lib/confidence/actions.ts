"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { findInquiry } from "@/lib/inquiry/scope";
import { getMatrix, wholeAnalysis } from "@/lib/matrix/queries";
import { done, missing } from "@/lib/outcome";
import * as confidence from "./mutations";
import { confidenceRemoval, confidenceStatement } from "./schema";

export async function stateConfidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, confidenceStatement, async (actor, statement) => {
    const scope = await findInquiry(actor, statement.slug);
    if (!scope) return missing;
    const suggested = wholeAnalysis(await getMatrix(scope.id)).confidence.level;
    const outcome = await confidence.stateConfidence(actor, statement, suggested);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${statement.slug}`, "layout");
    return done({
      message: `The confidence is stated as ${statement.level}. It moves no figure.`,
      version: outcome.value.version,
    });
  });
}

export async function takeBackConfidenceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, confidenceRemoval, async (actor, removal) => {
    const outcome = await confidence.takeBackConfidence(actor, removal);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${removal.slug}`, "layout");
    return done({ message: "The suggested confidence stands again." });
  });
}

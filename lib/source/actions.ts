"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { describeEffect } from "@/lib/matrix/effect";
import { getMatrix } from "@/lib/matrix/queries";
import { done } from "@/lib/outcome";
import * as sources from "./mutations";
import { listCountingInquiries } from "./queries";
import {
  sourceDraft,
  sourceEdit,
  sourceGrade,
  sourceLinkDraft,
  sourceLinkRemoval,
  sourceWithdrawal,
} from "./schema";

export async function createSourceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceDraft, async (actor, draft) => {
    const outcome = await sources.createSource(actor, draft);
    return outcome.ok ? done({ goTo: `/sources/${outcome.value.id}` }) : outcome;
  });
}

export async function editSourceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceEdit, async (actor, edit) => {
    const outcome = await sources.editSource(actor, edit);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({ message: `${edit.id} is saved.`, version: outcome.value.version });
  });
}

export async function gradeSourceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceGrade, async (actor, grade) => {
    const counting = await listCountingInquiries(actor, grade.id, grade.inquiry);
    const before = new Map(
      await Promise.all(counting.map(async ({ id }) => [id, await getMatrix(id)] as const)),
    );
    const outcome = await sources.gradeSource(actor, grade);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    const { changed, countsIn } = outcome.value;
    if (!changed) return done({ message: "This is the grade that already stood." });
    const said = grade.reliability
      ? `Your grade ${grade.reliability} of ${grade.id} is saved.`
      : `Your grade of ${grade.id} is taken back.`;
    if (countsIn.length === 0) {
      return done({
        message: `${said} It counts in no inquiry: you are analyst or lead in none that cites this source.`,
      });
    }
    const details: string[] = [];
    for (const { id, question } of countsIn) {
      const stood = before.get(id);
      if (stood) details.push(`${question} ${describeEffect(stood, await getMatrix(id))}`);
    }
    return done({ message: said, details });
  });
}

export async function withdrawSourceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceWithdrawal, async (actor, given) => {
    const outcome = await sources.setSourceWithdrawn(actor, given, true);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({
      message: `${given.id} is withdrawn: what rests on it alone counts no more.`,
      undo: { kind: "source", by: "restore", id: given.id },
    });
  });
}

export async function restoreSourceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceWithdrawal, async (actor, given) => {
    const outcome = await sources.setSourceWithdrawn(actor, given, false);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({
      message: `${given.id} counts again.`,
      undo: { kind: "source", by: "withdraw", id: given.id },
    });
  });
}

export async function linkSourcesAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceLinkDraft, async (actor, draft) => {
    const outcome = await sources.linkSources(actor, draft);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({ message: `${draft.from} and ${draft.to} are linked.` });
  });
}

export async function unlinkSourcesAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceLinkRemoval, async (actor, given) => {
    const outcome = await sources.unlinkSources(actor, given);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({ message: "The link is gone; the history keeps it." });
  });
}

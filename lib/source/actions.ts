"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { Person } from "@/lib/auth/actor";
import { listCountingInquiries } from "@/lib/citing/queries";
import type { FormState } from "@/lib/forms";
import { getMatrices, type Matrix } from "@/lib/matrix/queries";
import { done } from "@/lib/outcome";
import { describeEffects, withEffects } from "./effects";
import type { Graded } from "./mutations";
import * as sources from "./mutations";
import {
  sourceDraft,
  sourceEdit,
  sourceGrade,
  sourceGradeUndo,
  sourceLinkDraft,
  sourceLinkEdit,
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
    const stood = await standingMatrices(actor, grade.id, grade.inquiry);
    const outcome = await sources.gradeSource(actor, grade);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    if (!outcome.value.changed)
      return done({ message: "This is the grade that already stood.", stood: true });
    const said = grade.reliability
      ? `Your grade ${grade.reliability} of ${grade.id} is saved.`
      : `Your grade of ${grade.id} is taken back.`;
    return done(await whatItMoved(actor, said, outcome.value, stood));
  });
}

export async function undoGradeAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceGradeUndo, async (actor, given) => {
    const stood = await standingMatrices(actor, given.id, "");
    const outcome = await sources.undoGrade(actor, given);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    const { reliability } = outcome.value;
    const said = reliability
      ? `Undone: your grade ${reliability} of ${given.id} stands again.`
      : `Undone: ${given.id} has no grade of yours, as before.`;
    return done(await whatItMoved(actor, said, outcome.value, stood));
  });
}

/** The inquiries in which a grade counts, as they stand before it is given. */
async function standingMatrices(actor: Person, id: string, writtenIn: string): Promise<Map<string, Matrix>> {
  const counting = await listCountingInquiries(actor, id, writtenIn);
  return getMatrices(counting.map((inquiry) => inquiry.id));
}

/** What a grade moved, a line for each inquiry in which it counts. */
async function whatItMoved(
  actor: Person,
  said: string,
  { countsIn }: Graded,
  stood: ReadonlyMap<string, Matrix>,
) {
  if (countsIn.length === 0) {
    return {
      message: `${said} It counts in no inquiry: you are analyst or lead in none that cites this source.`,
    };
  }
  return { message: said, details: await describeEffects(actor, countsIn, stood) };
}

export async function withdrawSourceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceWithdrawal, async (actor, given) => {
    const outcome = await withEffects(actor, given.id, () => sources.setSourceWithdrawn(actor, given, true));
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({
      message: `${given.id} is withdrawn: what rests on it alone counts no more.`,
      details: outcome.value.effects,
      undo: { kind: "source", by: "restore", id: given.id },
    });
  });
}

export async function restoreSourceAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceWithdrawal, async (actor, given) => {
    const outcome = await withEffects(actor, given.id, () => sources.setSourceWithdrawn(actor, given, false));
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({
      message: `${given.id} counts again.`,
      details: outcome.value.effects,
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

export async function editLinkAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, sourceLinkEdit, async (actor, edit) => {
    const outcome = await sources.editLink(actor, edit);
    if (!outcome.ok) return outcome;
    revalidatePath("/", "layout");
    return done({ message: "The link is saved.", version: outcome.value.version });
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

"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import { setClaimWithdrawn } from "./mutations";
import { claimWithdrawal } from "./schema";

export async function withdrawClaimAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, claimWithdrawal, async (actor, given) => {
    const outcome = await setClaimWithdrawn(actor, given, true);
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${given.slug}`, "layout");
    return done({
      message: `${given.id} is withdrawn. It stays visible with your reason.`,
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

"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import { count } from "@/lib/format";
import type { FormState } from "@/lib/forms";
import { findInquiry, mayIn } from "@/lib/inquiry/scope";
import { withEffect } from "@/lib/matrix/effect";
import { done, forbidden, missing } from "@/lib/outcome";
import { describePlan, stampOf } from "./describe";
import { type Pasted, pasteRows } from "./mutations";
import { planPaste } from "./queries";
import { pasteForm } from "./schema";

/** Shows what pasted rows would become, or saves them: what was changed since it was last shown is shown first. */
export async function pasteRowsAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, pasteForm, async (actor, sent) => {
    const scope = await findInquiry(actor, sent.slug);
    if (!scope) return missing;
    if (!mayIn(scope, "addEvidence") || !mayIn(scope, "rate")) return forbidden;
    const stamp = stampOf(sent);
    if (sent.intent === "preview" || (sent.seen !== "" && sent.seen !== stamp)) {
      const plan = await planPaste(actor, scope, sent);
      return plan.ok ? done(describePlan(plan.value, stamp)) : plan;
    }
    const outcome = await withEffect(actor, scope, () => pasteRows(actor, sent));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${sent.slug}`, "layout");
    const { value, effect } = outcome.value;
    return done({ message: describePasted(value, effect), details: describeRefused(value) });
  });
}

function describePasted({ added, rated }: Pasted, effect: string): string {
  const [first, last] = [added[0], added.at(-1)];
  if (!first && rated.length === 0) return "Nothing new was in these rows, and nothing was written.";
  const which = first === last ? first : `${first} to ${last}`;
  const parts = [
    ...(first ? [`${count(added.length, "new entry", "new entries")} (${which})`] : []),
    ...(rated.length > 0 ? [`your ratings on ${count(rated.length, "entry", "entries")}`] : []),
  ];
  return `Saved: ${parts.join(" and ")}. ${effect}`;
}

const describeRefused = ({ refused }: Pasted): string[] =>
  refused.map(({ row, errors }) => `Row ${row} was not saved: ${errors.join(" ")}`);

"use server";

import { revalidatePath } from "next/cache";
import { answerPerson } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { findInquiry } from "@/lib/inquiry/scope";
import { withEffect } from "@/lib/matrix/effect";
import { done, missing } from "@/lib/outcome";
import { listBlindEntries } from "@/lib/rating/queries";
import { settleRepeat } from "./mutations";
import { repeatSettlement } from "./schema";

export async function settleRepeatAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, repeatSettlement, async (actor, sent) => {
    const scope = await findInquiry(actor, sent.slug);
    if (!scope) return missing;
    const outcome = await withEffect(actor, scope, () => settleRepeat(actor, sent));
    if (!outcome.ok) return outcome;
    revalidatePath(`/inquiries/${sent.slug}`, "layout");
    const { value: settled, effect } = outcome.value;
    if (settled.now === "apart")
      return done({ message: `${sent.one} and ${sent.other} stay two entries, and are not proposed again.` });
    if (settled.now === "proposed-again")
      return done({
        message: `${sent.one} and ${sent.other} are proposed again as long as they say nearly the same.`,
      });
    const { from, into } = settled;
    // What moved would tell what others gave whoever has not rated yet.
    const blind = await listBlindEntries(actor, scope, [from, into]);
    const moved = blind.size > 0 ? "What it moved is shown once you have rated it." : effect;
    return done({
      message:
        settled.now === "merged"
          ? `${from} is merged into ${into}, which stands for both. ${moved}`
          : `${from} and ${into} are two entries again, as they were. ${moved}`,
    });
  });
}

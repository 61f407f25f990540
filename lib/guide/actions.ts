"use server";

import { answerForm } from "@/lib/action";
import type { FormState } from "@/lib/forms";
import { done } from "@/lib/outcome";
import { keepGuideChoice } from "./choice";
import { guideChoice } from "./schema";

export async function chooseGuideAction(_: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, guideChoice, async ({ shows, returnTo }) => {
    await keepGuideChoice(shows === "yes");
    return done({ goTo: returnTo });
  });
}

"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { answerForm, answerPerson } from "@/lib/action";
import { countAttempt, currentAddress } from "@/lib/auth/attempts";
import { auth } from "@/lib/auth/auth";
import type { FormState } from "@/lib/forms";
import { done, invalid } from "@/lib/outcome";
import * as accounts from "./mutations";
import { isOpenAccount } from "./queries";
import { accountChange, accountEdit, signInForm, signUpForm, welcomeForm } from "./schema";

const tooMany = (retryAfterSeconds: number) =>
  ({ ok: false, reason: "too-many", retryAfterSeconds }) as const;

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, signInForm, async ({ email, password, next }) => {
    const waits = [
      await countAttempt("signInByAddress", await currentAddress()),
      await countAttempt("signInByEmail", email),
    ];
    const wait = Math.max(...waits.map((seconds) => seconds ?? 0));
    if (wait > 0) return tooMany(wait);
    const refused = invalid({}, "No open account has this e-mail address with this password.");
    if (!(await isOpenAccount(email))) return refused;
    try {
      await auth().api.signInEmail({ body: { email, password }, headers: await headers() });
    } catch (error) {
      if (isRefusedSignIn(error)) return refused;
      throw error;
    }
    return done({ goTo: next });
  });
}

export async function signUpAction(_: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, signUpForm, async (given) => {
    const wait = await countAttempt("signUpByAddress", await currentAddress());
    if (wait !== null) return tooMany(wait);
    const outcome = await accounts.signUp(given);
    if (!outcome.ok) return outcome;
    await auth().api.startSession({ body: { accountId: outcome.value.accountId }, headers: await headers() });
    return done({ goTo: given.next });
  });
}

export async function welcomeAction(_: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, welcomeForm, async (given) => {
    const wait = await countAttempt("keyByAddress", await currentAddress());
    if (wait !== null) return tooMany(wait);
    const outcome = await accounts.redeemStartKey(given);
    if (!outcome.ok) return outcome;
    await auth().api.startSession({ body: { accountId: outcome.value.accountId }, headers: await headers() });
    return done({ goTo: "/" });
  });
}

export async function signOutAction(): Promise<void> {
  await auth().api.signOut({ headers: await headers() });
  redirect("/");
}

export async function editAccountAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, accountEdit, async (actor, edit) => {
    const outcome = await accounts.editAccount(actor, edit);
    if (!outcome.ok) return outcome;
    revalidatePath("/account");
    return done({ message: "Your account is saved.", version: outcome.value.version });
  });
}

export async function changeAccountAction(_: FormState, form: FormData): Promise<FormState> {
  return answerPerson(form, accountChange, async (actor, change) => {
    const outcome = await accounts.changeAccount(actor, change);
    if (!outcome.ok) return outcome;
    revalidatePath("/administration");
    return done({ message: `Done: ${outcome.value.name}.` });
  });
}

/** better-auth's word for a wrong address or password; anything else is a fault. */
function isRefusedSignIn(error: unknown): boolean {
  const status = (error as { statusCode?: number }).statusCode;
  return status === 401 || status === 400;
}

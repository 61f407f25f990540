import "server-only";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { currentActor, type Person } from "./auth/actor";
import { isDatabaseAway } from "./db/faults";
import { fieldErrors, localPath } from "./fields";
import type { Foreseen, FormState, FormValues } from "./forms";
import { forgetKeptForm, keepForm } from "./kept-form";
import { databaseAwaySentence, type Outcome, refusalSentence, tooLongToKeepSentence } from "./outcome";
import { sayOnNextPage } from "./said";
import type { Undo } from "./undo";

/** What an action says when it is done: stay on the page with a message, show what would be, or go elsewhere. */
export type Answer =
  | {
      readonly message: string;
      readonly details?: readonly string[];
      readonly version?: number;
      readonly stood?: true;
      /** Has the next page say the message as well, with a way back. */
      readonly undo?: Undo;
    }
  | { readonly preview: string; readonly details?: readonly string[]; readonly foreseen?: Foreseen }
  | { readonly goTo: string };

/** The fields of a form as text, without those that React and Next.js add. */
function formValues(form: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  // Whoever calls an action by hand may send anything; what is no form has no fields.
  if (!(form instanceof FormData)) return values;
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const given = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = given.length === 1 ? (given[0] ?? "") : given;
  }
  return values;
}

type Nested = { [name: string]: Nested | string | readonly string[] };

/** `citations.0.source` becomes a field of a thing in a list; the errors of a schema then bear the fields' names. */
function nest(values: FormValues): unknown {
  const root: Nested = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const steps = name.split(".").slice(0, 6);
    let at = root;
    for (const step of steps.slice(0, -1)) {
      const next = at[step];
      const inner: Nested =
        typeof next === "object" && !Array.isArray(next) ? (next as Nested) : Object.create(null);
      at[step] = inner;
      at = inner;
    }
    at[steps.at(-1) ?? name] = value;
  }
  return listsIn(root);
}

/** An object whose names are 0, 1, 2 … is a list. */
function listsIn(at: Nested[string]): unknown {
  if (typeof at !== "object" || Array.isArray(at)) return at;
  const names = Object.keys(at);
  const isList = names.length > 0 && names.every((name, i) => name === String(i));
  if (isList) return names.map((name) => listsIn((at as Nested)[name] ?? ""));
  return Object.fromEntries(names.map((name) => [name, listsIn((at as Nested)[name] ?? "")]));
}

/** One form's way through the server: parse, do, answer. An outage of the database is a sentence, too. */
export async function answerForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
  act: (input: z.output<S>) => Promise<Outcome<Answer>>,
): Promise<FormState> {
  const values = formValues(form);
  // What goes back to the page: no password travels twice.
  const typed = Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
  const refused = (message: string, errors: Readonly<Record<string, string>> = {}) =>
    ({ status: "refused", message, errors, values: typed }) as const;
  let goTo: string;
  try {
    const parsed = schema.safeParse(nest(values));
    if (!parsed.success) {
      const errors = fieldErrors(parsed.error);
      return refused(refusalSentence({ reason: "invalid", errors }), errors);
    }
    const outcome = await act(parsed.data);
    if (!outcome.ok) {
      const state = refused(refusalSentence(outcome), outcome.reason === "invalid" ? outcome.errors : {});
      if (outcome.reason !== "conflict") return state;
      const adopted = outcome.conflict.adopted.map((field) => field.values);
      return { ...state, conflict: outcome.conflict, values: Object.assign({}, state.values, ...adopted) };
    }
    const answer = outcome.value;
    if ("preview" in answer) {
      const { preview: message, ...more } = answer;
      return { status: "preview", message, ...more, values: typed };
    }
    if (typeof values.form === "string") await forgetKeptForm(values.form);
    if ("message" in answer) {
      const { undo, ...said } = answer;
      if (undo) await sayOnNextPage([said.message, ...(said.details ?? [])], undo);
      return { status: "saved", ...said };
    }
    goTo = answer.goTo;
  } catch (error) {
    if (isDatabaseAway(error)) return refused(databaseAwaySentence);
    throw error;
  }
  redirect(goTo);
}

/**
 * The same for a form that only a person with an account may send. Nobody is asked to sign in, and comes back to the
 * form with what was typed: it is kept for the browser that sent it.
 */
export async function answerPerson<S extends z.ZodType>(
  form: FormData,
  schema: S,
  act: (actor: Person, input: z.output<S>) => Promise<Outcome<Answer>>,
): Promise<FormState> {
  const values = formValues(form);
  let person: Person;
  try {
    const actor = await currentActor();
    if (actor.kind === "nobody") {
      if (!(await keepForm(values)))
        return { status: "refused", message: tooLongToKeepSentence, errors: {}, values };
      redirect(`/sign-in?next=${encodeURIComponent(localPath.catch("/").parse(values.returnTo))}`);
    }
    person = actor;
  } catch (error) {
    if (isDatabaseAway(error))
      return { status: "refused", message: databaseAwaySentence, errors: {}, values };
    throw error;
  }
  return answerForm(form, schema, (input) => act(person, input));
}

import type { Conflict } from "./forms";

/** Why something expected was not done. Bugs and outages are not among them: those throw. */
export type Refusal =
  /** Not there, or not for this person: the two look alike. */
  | { readonly reason: "missing" }
  | { readonly reason: "forbidden" }
  /** It is somebody else's, and changing it asks for a written reason. */
  | { readonly reason: "reason-needed" }
  | {
      readonly reason: "invalid";
      readonly message?: string;
      readonly errors: Readonly<Record<string, string>>;
    }
  | { readonly reason: "conflict"; readonly conflict: Conflict }
  | { readonly reason: "too-many"; readonly retryAfterSeconds: number };

export type Outcome<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Refusal);

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const missing = { ok: false, reason: "missing" } as const;
export const forbidden = { ok: false, reason: "forbidden" } as const;
export const reasonNeeded = { ok: false, reason: "reason-needed" } as const;
export const invalid = (errors: Readonly<Record<string, string>>, message?: string) =>
  ({ ok: false, reason: "invalid", errors, ...(message ? { message } : {}) }) as const;

/** The sentences for people, in one place. */
export function refusalSentence(refusal: Refusal): string {
  switch (refusal.reason) {
    case "missing":
      return "This is not here, or not open to you. Nothing was saved.";
    case "forbidden":
      return "Your role here does not allow this. Nothing was saved; what you typed is still below.";
    case "reason-needed":
      return "Somebody else added this. Say in a sentence why you change it; the history keeps your reason.";
    case "invalid":
      return refusal.message ?? "Not saved yet: please look at the fields marked below.";
    case "conflict":
      return "Nothing of either is lost: compare, then save again.";
    case "too-many":
      return `Too many attempts. Please wait ${waitWords(refusal.retryAfterSeconds)} and try again.`;
  }
}

function waitWords(seconds: number): string {
  return seconds < 90 ? `${Math.max(1, Math.ceil(seconds))} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

export const databaseAwaySentence =
  "The database cannot be reached at the moment. Nothing was saved; what you typed is still here. Please try again shortly.";

export const tooLongToKeepSentence =
  "You are not signed in, and this is too long to be kept while you do. Nothing was saved; what you typed is still here. Please sign in in another tab, then send it again.";

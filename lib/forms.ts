/** What a person typed, by field name; a field that may be given many times holds every value. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** One field on which two people's edits differ, as words for the page. */
export interface ConflictField {
  readonly name: string;
  readonly label: string;
  readonly theirs: string;
  readonly yours: string;
}

/** A field that only the other changed, and what its controls hold then. */
export interface AdoptedField {
  readonly label: string;
  readonly values: FormValues;
}

/** Somebody else saved the same thing first. Saving again with `version` replaces their text knowingly. */
export interface Conflict {
  /** Null where that is not known. */
  readonly by: string | null;
  readonly at: string;
  readonly version: number;
  readonly fields: readonly ConflictField[];
  /** Theirs already in what goes back to the form. */
  readonly adopted: readonly AdoptedField[];
}

/** What one of many lines would become. */
export interface ForeseenLine {
  /** Which line: "Row 3". */
  readonly at: string;
  readonly tone: "good" | "info" | "warning" | "danger";
  /** In two or three words. */
  readonly verdict: string;
  readonly text: string;
  readonly notes: readonly string[];
  /** Where to go for it. */
  readonly link?: { readonly href: string; readonly label: string };
}

/** What many lines would become, one by one. */
export interface Foreseen {
  /** Sent along when they are saved, so that what is saved is what was looked at. */
  readonly stamp: string;
  /** The words of the button that saves them; null where there is nothing to save. */
  readonly saveLabel: string | null;
  readonly lines: readonly ForeseenLine[];
}

/**
 * What a server action tells its form.
 *
 * `idle`: nothing sent yet. `preview`: nothing written, `message` says what saving would do. `saved`: written, `message` says what changed. `refused`: nothing was written;
 * `message` is one sentence, `errors` one sentence per field, `values` everything that was typed.
 */
export type FormState =
  | { readonly status: "idle" }
  | {
      readonly status: "saved";
      readonly message: string;
      readonly details?: readonly string[];
      readonly version?: number;
      /** Nothing was written, because it already stood: there is nothing to undo. */
      readonly stood?: true;
    }
  | {
      readonly status: "preview";
      readonly message: string;
      readonly details?: readonly string[];
      readonly foreseen?: Foreseen;
      readonly values: FormValues;
    }
  | {
      readonly status: "refused";
      readonly message: string;
      readonly errors: Readonly<Record<string, string>>;
      readonly values: FormValues;
      readonly conflict?: Conflict;
    };

export const idle: FormState = { status: "idle" };

/** The shape of every action that a form calls. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

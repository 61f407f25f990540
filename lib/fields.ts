import edtf from "edtf";
import { z } from "zod";
import { parseDecimal } from "./decimal";

/**
 * The kinds of field that forms, actions and imports share. All text is normalised to NFC and trimmed; characters
 * that PostgreSQL cannot hold (NUL, half surrogates) are refused with a sentence.
 */
const clean = (max: number) =>
  z
    .string({ error: "Please fill this in." })
    .refine(
      (text) => !text.includes("\u0000") && text.isWellFormed(),
      "This holds characters that cannot be stored.",
    )
    .transform((text) => (isVisible(text) ? text.normalize("NFC").replaceAll("\r\n", "\n").trim() : ""))
    .refine((text) => text.length <= max, `At most ${max.toLocaleString("en")} characters, please.`);

/** Whether anything of a text is to be seen: signs of no width alone are nothing. */
const isVisible = (text: string): boolean => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text);

/** Text that may be left empty; absent counts as empty. */
export const optionalText = (max: number) => clean(max).optional().default("");

/** Text that must say something. */
export const requiredText = (max: number, sentence = "Please fill this in.") =>
  clean(max).refine((text) => text !== "", sentence);

/** Text that stays what it was where it is absent. */
export const keptText = (max: number) => clean(max).optional();

const emptyToNull = (text: string): string | null => (text === "" ? null : text);

/** A number such as E3, alone or followed by the words with which it is suggested; null where nothing is given. */
export const optionalNumber = (letter: "C" | "E", sentence: string) =>
  optionalText(1_200).transform((text, context): string | null => {
    if (text === "") return null;
    const id = new RegExp(`^(${letter}\\d{1,7})(\\s*·.*)?$`, "isu").exec(text)?.[1];
    if (id) return id.toUpperCase();
    context.addIssue(sentence);
    return z.NEVER;
  });

type Scale<T extends string | number> = readonly { readonly code: T }[];

/** A code of a finite scale, as the forms send it: text, also where the codes are numbers. */
export const code = <T extends string | number>(scale: Scale<T>, sentence = "Please choose one.") =>
  z.string({ error: sentence }).transform((text, context): T => {
    const found = scale.find((step) => String(step.code) === text);
    if (found) return found.code;
    context.addIssue(sentence);
    return z.NEVER;
  });

/** A code of a finite scale, or nothing chosen: null. */
export const optionalCode = <T extends string | number>(scale: Scale<T>) =>
  z
    .string()
    .optional()
    .transform((text, context): T | null => {
      if (text === undefined || text === "") return null;
      const found = scale.find((step) => String(step.code) === text);
      if (found) return found.code;
      context.addIssue("Please choose one of the codes, or none.");
      return z.NEVER;
    });

/** A box that is ticked or not. */
export const isTicked = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** An http or https address, or null. */
export const optionalUrl = optionalText(2_000)
  .refine((text) => text === "" || isWebAddress(text), "An address starts with http:// or https://.")
  .transform(emptyToNull);

function isWebAddress(text: string): boolean {
  // As a link, "http:example.org" would lead to a place on this site.
  if (!/^https?:\/\//i.test(text)) return false;
  try {
    const url = new URL(text);
    return (
      (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === ""
    );
  } catch {
    return false;
  }
}

/** A date with its uncertainty, as EDTF (ISO 8601-2): 2024, 2024-03-22, 2022-10/2023, 2024~, {2022-10,2023-08}. */
export const optionalEdtf = optionalText(120)
  .refine(
    (text) => text === "" || isEdtf(text),
    "Write a date such as 2024, 2024-03, 2024-03-22, 2022-10/2023-08 (from/to), 2024~ (about) or {2022-10,2023-08}.",
  )
  .transform(emptyToNull);

function isEdtf(text: string): boolean {
  // The parser takes a number that is no year for milliseconds since 1970.
  if (/^\d{5,}$/.test(text)) return false;
  try {
    edtf(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A number of 0 or more typed with a point or a comma; a per cent sign after it is passed over.
 *
 * @param empty What an empty field counts as; refused like a wrong one if absent.
 */
export const decimal = (isRight: (number: number) => boolean, sentence: string, empty = Number.NaN) =>
  optionalText(30).transform((text, context) => {
    const read = parseDecimal(text);
    const number = read === "empty" ? empty : read;
    if (typeof number === "number" && Number.isFinite(number) && isRight(number)) return number;
    context.addIssue(
      read === "ambiguous"
        ? `${text} can be read in two ways: write it with a point, or without the comma.`
        : sentence,
    );
    return z.NEVER;
  });

const incomplete = "The form is incomplete; please reload the page.";

/** A whole number as forms carry it unseen: digits and nothing else. */
const whole = (least: number) =>
  z
    .string({ error: incomplete })
    .regex(/^\d{1,10}$/, incomplete)
    .transform(Number)
    .refine((number) => number >= least && number <= 2_147_483_647, incomplete);

/** The version of what was read before it was changed. */
export const version = whole(1);

/** The same of what may not have been there: 0 then. */
export const versionOrNone = whole(0);

/** A path inside this installation, never another site's. */
export const localPath = z
  .string()
  .optional()
  .transform((path) =>
    path && path.length <= 2_000 && path.isWellFormed() && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(path)
      ? // As a header takes it: an address in any script, in ASCII.
        path.replace(/[^!-~]+/gu, encodeURIComponent)
      : "/",
  );

/** One sentence a field, for the form. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".");
    errors[name] ??= issue.message;
  }
  return errors;
}

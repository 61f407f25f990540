import { z } from "zod";
import { VERDICTS } from "@/lib/analysis/scales";
import { optionalCode, optionalEdtf, optionalText, optionalUrl, requiredText, version } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import { typedLines } from "@/lib/source/lines";

export const claimId = z.string().regex(/^C\d{1,7}$/);
/** The number of an appearance or a discrepancy. */
export const partId = z.string().regex(/^C\d{1,7}\.\d{1,4}$/);

/** Whoever asserts, and whom we have it from, as typed: a number such as S3, or a name; a new one needs a kind. */
const hands = {
  source: optionalText(200),
  sourceKind: optionalCode(SOURCE_KINDS),
  via: optionalText(200),
  viaKind: optionalCode(SOURCE_KINDS),
};
const handsDraft = z.object(hands);
export type HandsDraft = z.output<typeof handsDraft>;

/** A place where the claim was made. `id` is given where the appearance stood before. */
const appearance = z.object({
  id: partId.optional().or(z.literal("")),
  ...hands,
  locator: optionalText(200),
  url: optionalUrl,
  quote: optionalText(4_000),
  appearedOn: optionalEdtf,
});
export type AppearanceDraft = z.output<typeof appearance> & { readonly field: number };

const claimFields = {
  statement: requiredText(1_000, "Write the claim: one thing that somebody says is so."),
  asserter: handsDraft,
  about: optionalText(400),
  place: optionalText(200),
  occurredOn: optionalEdtf,
  assertedOn: optionalEdtf,
  appearances: z
    .array(appearance)
    .max(20, "At most twenty appearances.")
    .optional()
    .default([])
    .transform(typedLines),
};

export const claimDraft = z.object({ slug, ...claimFields });
export type ClaimDraft = z.output<typeof claimDraft>;

export const claimEdit = z.object({ slug, id: claimId, version, ...claimFields, reason: optionalText(400) });
export type ClaimEdit = z.output<typeof claimEdit>;

export const withdrawalReason = requiredText(400, "Say why, in a sentence: the history keeps it.");

export const claimWithdrawal = z.object({ slug, id: claimId, reason: withdrawalReason });
export type ClaimWithdrawal = z.output<typeof claimWithdrawal>;

/** What the list of claims can be narrowed by; it stands in the address. */
export const claimFilter = z.object({
  text: optionalText(200).catch(""),
  verdict: z
    .enum([...VERDICTS.map(({ code }) => code), "withdrawn"])
    .optional()
    .catch(undefined),
  asserter: z
    .string()
    .regex(/^S\d{1,9}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
export type ClaimFilter = z.output<typeof claimFilter>;

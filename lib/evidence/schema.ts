import { z } from "zod";
import { CONSISTENCY, CREDIBILITY, EVIDENCE_KINDS, RELEVANCE } from "@/lib/analysis/scales";
import {
  code,
  optionalCode,
  optionalEdtf,
  optionalNumber,
  optionalText,
  optionalUrl,
  requiredText,
  version,
} from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import { typedLines } from "@/lib/source/lines";

export const evidenceId = z.string().regex(/^E\d{1,7}$/);
export const hypothesisKey = z.string().regex(/^H\d{1,6}$/);

/**
 * One line of "where it stands". `source` is what was typed: a number such as S3, or a name. A name that is new
 * needs a kind and then makes a source. `id` is given where the citation stood before.
 */
const citation = z.object({
  id: z
    .string()
    .regex(/^E\d{1,7}\.\d{1,4}$/)
    .optional()
    .or(z.literal("")),
  source: optionalText(200),
  sourceKind: optionalCode(SOURCE_KINDS),
  via: optionalText(200),
  viaKind: optionalCode(SOURCE_KINDS),
  locator: optionalText(200),
  url: optionalUrl,
  quote: optionalText(4_000),
  publishedOn: optionalEdtf,
  accessedOn: optionalEdtf,
  archivedAt: optionalUrl,
});

/** How much one entry may hold. */
export const ENTRY_LIMITS = { citations: 20, places: 20, note: 2_000 } as const;

const places = optionalText(1_000)
  .transform((text) =>
    text
      .split(/[\n;]/)
      .map((place) => place.trim())
      .filter((place) => place !== ""),
  )
  .refine((list) => list.length <= ENTRY_LIMITS.places, "At most twenty places.");

const evidenceFields = {
  statement: requiredText(1_000, "Write the statement: one thing that is, or is said to be, so."),
  kind: code(EVIDENCE_KINDS, "Say what kind of entry it is."),
  occurredOn: optionalEdtf,
  places,
  note: optionalText(ENTRY_LIMITS.note),
  claimId: optionalNumber("C", "Choose a claim of this inquiry: its number, such as C3."),
  citations: z
    .array(citation)
    .max(ENTRY_LIMITS.citations, "At most twenty citations.")
    .optional()
    .default([])
    .transform(typedLines),
};

/** What one analyst says of an entry: its fit with each hypothesis, and how far it can be believed. */
const ratingFields = {
  consistency: z.record(hypothesisKey, optionalCode(CONSISTENCY)).optional().default({}),
  reasons: z.record(hypothesisKey, optionalText(600)).optional().default({}),
  credibility: optionalCode(CREDIBILITY),
  relevance: optionalCode(RELEVANCE),
  gradeReason: optionalText(600),
};

/** `seen` marks the statement whose near-duplicates whoever saves has been shown. */
export const evidenceDraft = z.object({
  slug,
  ...evidenceFields,
  ...ratingFields,
  seen: optionalText(100),
  intent: z.enum(["save", "another", "preview"]).optional().default("save"),
});
export type EvidenceDraft = z.output<typeof evidenceDraft>;

export const evidenceEdit = z.object({
  slug,
  id: evidenceId,
  version,
  ...evidenceFields,
  reason: optionalText(400),
});
export type EvidenceEdit = z.output<typeof evidenceEdit>;

export const evidenceWithdrawal = z.object({
  slug,
  id: evidenceId,
  reason: requiredText(400, "Say why, in a sentence: the history keeps it."),
});
export type EvidenceWithdrawal = z.output<typeof evidenceWithdrawal>;

/** One analyst's whole row. What is left empty is cleared. */
export const rowRating = z.object({ slug, id: evidenceId, ...ratingFields });
export type RowRating = z.output<typeof rowRating>;

/** What the evidence list can be narrowed by; it stands in the address. */
export const evidenceFilter = z.object({
  text: optionalText(200).catch(""),
  kind: z
    .enum(EVIDENCE_KINDS.map((kind) => kind.code))
    .optional()
    .catch(undefined),
  source: z
    .string()
    .regex(/^S\d{1,9}$/)
    .optional()
    .catch(undefined),
  grade: z.enum(["A", "B", "C", "D", "E", "F"]).optional().catch(undefined),
  stance: z.enum(["supports", "contradicts", "fits-all"]).optional().catch(undefined),
  hypothesis: hypothesisKey.optional().catch(undefined),
  mine: z.enum(["unrated"]).optional().catch(undefined),
  disputed: z.enum(["yes"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
export type EvidenceFilter = z.output<typeof evidenceFilter>;

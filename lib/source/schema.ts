import { z } from "zod";
import { RELIABILITY, SOURCE_LINK_KINDS } from "@/lib/analysis/scales";
import { dateSpan } from "@/lib/date-span";
import {
  code,
  isTicked,
  optionalCode,
  optionalEdtf,
  optionalText,
  optionalUrl,
  requiredText,
  version,
} from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";
import { SOURCE_KINDS } from "./kinds";
import { QUEUE_REASONS } from "./queue";

export const sourceId = z.string().regex(/^S\d{1,9}$/);

const sourceFields = {
  name: requiredText(200, "Name the source as a reader would know it."),
  kind: code(SOURCE_KINDS, "Say what kind of source it is."),
  stake: optionalText(400),
  description: optionalText(2_000),
  url: optionalUrl,
  publishedOn: optionalEdtf,
};

export const sourceDraft = z.object(sourceFields);
export type SourceDraft = z.output<typeof sourceDraft>;

export const sourceEdit = z.object({ id: sourceId, version, ...sourceFields, reason: optionalText(400) });
export type SourceEdit = z.output<typeof sourceEdit>;

export const sourceWithdrawal = z.object({
  id: sourceId,
  reason: requiredText(400, "Say why, in a sentence: the history keeps it."),
});
export type SourceWithdrawal = z.output<typeof sourceWithdrawal>;

/**
 * `inquiry` is where the grade is written; those who see it may read the reason. Nothing chosen takes it back.
 * `keepsReason` says of a form that shows one's last reason beside an empty field: the same letter without another
 * reason keeps it.
 */
export const sourceGrade = z.object({
  id: sourceId,
  reliability: optionalCode(RELIABILITY),
  reason: optionalText(600),
  inquiry: z
    .union([z.literal(""), slug])
    .optional()
    .default(""),
  keepsReason: isTicked,
});
export type SourceGrade = z.output<typeof sourceGrade>;

/** `reliability` is the grade to be undone: it must still be the one that stands. */
export const sourceGradeUndo = z.object({ id: sourceId, reliability: code(RELIABILITY) });
export type SourceGradeUndo = z.output<typeof sourceGradeUndo>;

const inOrder = ({ since, until }: { since: string | null; until: string | null }): boolean => {
  const [from, to] = [since && dateSpan(since), until && dateSpan(until)];
  return !from || !to || from.earliest <= to.latest;
};
const outOfOrder = { message: "It cannot end before it began.", path: ["until"] };

const linkFields = {
  since: optionalEdtf,
  until: optionalEdtf,
  reason: requiredText(400, "Say how we know, in a sentence."),
};

export const sourceLinkDraft = z
  .object({
    from: sourceId,
    to: optionalText(20).pipe(z.string().regex(/^S\d{1,9}$/, "Give the source's number, such as S2.")),
    kind: code(SOURCE_LINK_KINDS),
    ...linkFields,
  })
  .refine(inOrder, outOfOrder);
export type SourceLinkDraft = z.output<typeof sourceLinkDraft>;

export const sourceLinkEdit = z.object({ id: z.uuid(), version, ...linkFields }).refine(inOrder, outOfOrder);
export type SourceLinkEdit = z.output<typeof sourceLinkEdit>;

export const sourceLinkRemoval = z.object({
  id: z.uuid(),
  reason: requiredText(400, "Say why, in a sentence."),
});
export type SourceLinkRemoval = z.output<typeof sourceLinkRemoval>;

/** Which part of the queue of sources to review, and which source of it; it stands in the address. */
export const reviewView = z.object({
  reason: z
    .enum(QUEUE_REASONS.map(({ code }) => code))
    .optional()
    .catch(undefined),
  at: sourceId.optional().catch(undefined),
});

/** What the list of sources can be narrowed by; it stands in the address. */
export const sourceFilter = z.object({
  text: optionalText(200).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

import { z } from "zod";
import { code, optionalText, requiredText, version } from "@/lib/fields";
import { hypothesisId } from "@/lib/hypothesis/schema";
import { slug } from "@/lib/inquiry/schema";

/** How one hypothesis stands to another, where the two are no plain rivals; read from the first. */
export const RELATIONS = [
  { code: "overlaps", label: "can hold together with" },
  { code: "part-of", label: "is a part of" },
  { code: "whole-of", label: "has as a part" },
] as const;

/** That two hypotheses are no plain rivals. */
export const relationDraft = z.object({
  slug,
  /** The last event of the inquiry that its writer knew of. */
  version,
  id: hypothesisId,
  kind: code(RELATIONS),
  other: hypothesisId.or(z.literal("")).refine((id) => id !== "", "Choose the other hypothesis."),
  note: requiredText(400, "Say how, in a sentence: readers see it with the figures."),
});
export type RelationDraft = z.output<typeof relationDraft>;

/** That they are plain rivals after all. */
export const relationRemoval = z.object({
  slug,
  version,
  id: hypothesisId,
  other: hypothesisId,
  reason: optionalText(400),
});
export type RelationRemoval = z.output<typeof relationRemoval>;

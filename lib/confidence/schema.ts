import { z } from "zod";
import { CONFIDENCE_LEVELS } from "@/lib/analysis/scales";
import { code, requiredText, version, versionOrNone } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

/** The analytic confidence that an analyst states in place of the one suggested. */
export const confidenceStatement = z.object({
  slug,
  /** 0 where none stood. */
  version: versionOrNone,
  level: code(CONFIDENCE_LEVELS),
  reason: requiredText(1_000, "Say why, in a sentence or two: it stands beside the level."),
});
export type ConfidenceStatement = z.output<typeof confidenceStatement>;

/** Takes a statement back, so that the suggestion stands again. */
export const confidenceRemoval = z.object({
  slug,
  version,
  reason: requiredText(400, "Say why, in a sentence: the history keeps it."),
});
export type ConfidenceRemoval = z.output<typeof confidenceRemoval>;

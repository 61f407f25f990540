import { z } from "zod";
import { optionalText, requiredText, version } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

export const hypothesisId = z.string().regex(/^H\d{1,6}$/);

const hypothesisFields = {
  shortName: requiredText(60, "Give it a short name: it heads a column."),
  statement: requiredText(1_000, "Say what it claims, so that evidence can speak against it."),
  origin: optionalText(400),
};

export const hypothesisDraft = z.object({ slug, ...hypothesisFields });
export type HypothesisDraft = z.output<typeof hypothesisDraft>;

export const hypothesisEdit = z.object({
  slug,
  id: hypothesisId,
  version,
  ...hypothesisFields,
  reason: optionalText(400),
});
export type HypothesisEdit = z.output<typeof hypothesisEdit>;

export const hypothesisWithdrawal = z.object({
  slug,
  id: hypothesisId,
  reason: requiredText(400, "Say why, in a sentence: the history keeps it."),
});
export type HypothesisWithdrawal = z.output<typeof hypothesisWithdrawal>;

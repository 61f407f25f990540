import { z } from "zod";
import { CONSISTENCY } from "@/lib/analysis/scales";
import { evidenceFilter, evidenceId, hypothesisKey } from "@/lib/evidence/schema";
import { keptText } from "@/lib/fields";
import { GRID_ORDERS } from "./order";

/** How the matrix is looked at: narrowed as the list of evidence, in an order, with rows struck; it is in the address. */
export const gridView = evidenceFilter.extend({
  sort: z
    .enum(GRID_ORDERS.map(({ code }) => code))
    .catch("apart")
    .default("apart"),
});

const mostIds = 200;

/** Which rows are asked for anew: some, by number, or all; or all unless their ground is still the one named. */
export const gridRows = z.object({
  rows: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(evidenceId).max(mostIds))
    .optional(),
  unless: z.string().max(64).optional(),
});

/** Ratings of single cells, as the grid sends them: null takes one back, and an absent reason stays what it was. */
export const cellRatings = z
  .strictObject({
    /** Whose they are: who is signed in may be another by the time they come. */
    analyst: z.string().max(100).optional(),
    ratings: z
      .array(
        z.strictObject({
          evidence: evidenceId,
          hypothesis: hypothesisKey,
          consistency: z.enum(CONSISTENCY.map(({ code }) => code)).nullable(),
          reason: keptText(600),
        }),
      )
      .min(1)
      .max(mostIds),
  })
  .refine(
    ({ ratings }) =>
      new Set(ratings.map(({ evidence, hypothesis }) => `${evidence}/${hypothesis}`)).size === ratings.length,
    { path: ["ratings"], message: "One cell is rated twice." },
  );
export type CellRating = z.output<typeof cellRatings>["ratings"][number];

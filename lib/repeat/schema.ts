import { z } from "zod";
import { evidenceId } from "@/lib/evidence/schema";
import { optionalText, version } from "@/lib/fields";
import { slug } from "@/lib/inquiry/schema";

/** What becomes of two entries that say nearly the same. `one` and `other` are as the page shows them. */
const intents = ["into-one", "into-other", "keep-apart", "propose-again", "take-apart"] as const;

/** What somebody says of a pair, and which versions of both they had before them. */
export const repeatSettlement = z.object({
  slug,
  one: evidenceId,
  other: evidenceId,
  oneVersion: version,
  otherVersion: version,
  intent: z.enum(intents).optional().default("into-one"),
  reason: optionalText(400),
});
export type RepeatSettlement = z.output<typeof repeatSettlement>;

/** A pair that somebody wants to look at, whether it is proposed or not; it stands in the address. */
export const repeatsView = z.object({
  one: entryNumber(),
  other: entryNumber(),
});

/** The number of an entry as people type it; undefined where it is none. */
function entryNumber() {
  return optionalText(20)
    .transform((text) => text.toUpperCase())
    .pipe(evidenceId)
    .optional()
    .catch(undefined);
}

const rated = { analystId: z.string(), consistency: z.string(), reason: z.string() };

/** What an entry gave to the one it was merged into, as the database keeps it. */
export const gift = z.object({
  /** Which version the merge made of that one: of several merges into it, the one after has a higher number. */
  version: z.number(),
  citations: z.array(
    z.object({
      id: z.string(),
      sourceId: z.string(),
      viaId: z.string().nullable(),
      locator: z.string(),
      url: z.string().nullable(),
      quote: z.string(),
      publishedOn: z.string().nullable(),
      accessedOn: z.string().nullable(),
      archivedAt: z.string().nullable(),
    }),
  ),
  places: z.array(z.string()),
  note: z.string(),
  claimId: z.string().nullable(),
  ratings: z.array(z.object({ hypothesisId: z.string(), ...rated })),
  claimRatings: z.array(z.object({ claimId: z.string(), ...rated })),
  evidenceRatings: z.array(
    z.object({
      analystId: z.string(),
      credibility: z.number().nullable(),
      relevance: z.string().nullable(),
      reason: z.string(),
    }),
  ),
});
export type Gift = z.output<typeof gift>;

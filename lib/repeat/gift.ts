import "server-only";
import type { Transaction } from "@/lib/db/client";
import { type CitationRow, listCitations } from "@/lib/evidence/citations";
import { ENTRY_LIMITS } from "@/lib/evidence/schema";
import { withNote } from "./notes";
import type { Gift } from "./schema";

export type GivenRatings = Pick<Gift, "ratings" | "claimRatings" | "evidenceRatings">;

/** What of an entry can move to another one, besides its citations and ratings. */
export interface Entry {
  readonly id: string;
  readonly places: readonly string[];
  readonly note: string;
  readonly claimId: string | null;
  readonly citationsGiven: number;
  readonly version: number;
}

/**
 * Gives an entry whatever it has not got and another one has: citations, places, the note, the claim it reports, and the
 * ratings of those analysts who have given it none. What stands there already stays as it is; the other keeps all.
 *
 * @returns what was given; or why it would be too much.
 */
export async function give(
  tx: Transaction,
  inquiryId: string,
  from: Entry,
  into: Entry,
): Promise<{ gift: Gift } | { tooMuch: string }> {
  const standing = await listCitations(tx, inquiryId, into.id);
  const known = new Set(standing.map(contentOf));
  const fresh = (await listCitations(tx, inquiryId, from.id)).filter((line) => !known.has(contentOf(line)));
  const places = from.places.filter((place) => !into.places.includes(place));
  const note = withNote(into.note, from.note);
  if (standing.length + fresh.length > ENTRY_LIMITS.citations)
    return { tooMuch: `Together they have more than ${ENTRY_LIMITS.citations} citations.` };
  if (into.places.length + places.length > ENTRY_LIMITS.places)
    return { tooMuch: `Together they have more than ${ENTRY_LIMITS.places} places.` };
  if (note.length > ENTRY_LIMITS.note)
    return {
      tooMuch: `Their notes together are longer than ${ENTRY_LIMITS.note.toLocaleString("en")} characters.`,
    };
  const citations = fresh.map((line, i) => ({ ...line, id: `${into.id}.${into.citationsGiven + i + 1}` }));
  await tx.citation.createMany({
    data: citations.map((line, i) => ({
      ...line,
      inquiryId,
      evidenceId: into.id,
      ordinal: into.citationsGiven + i + 1,
    })),
  });
  const claimId = into.claimId === null ? from.claimId : null;
  await tx.evidence.update({
    where: { inquiryId_id: { inquiryId, id: into.id } },
    data: {
      places: [...into.places, ...places],
      note,
      ...(claimId === null ? {} : { claimId }),
      citationsGiven: { increment: citations.length },
      version: { increment: 1 },
    },
  });
  const given = { citations, places, note: note === into.note ? "" : from.note, claimId };
  const ratings = await copyRatings(tx, inquiryId, from.id, into.id);
  return { gift: { version: into.version + 1, ...given, ...ratings } };
}

/** What a citation says, without its number. */
function contentOf({
  sourceId,
  viaId,
  locator,
  url,
  quote,
  publishedOn,
  accessedOn,
  archivedAt,
}: CitationRow) {
  return JSON.stringify([sourceId, viaId, locator, url, quote, publishedOn, accessedOn, archivedAt]);
}

/** Copies ratings with their reasons and dates, cell by cell, where their analyst has none on the other entry. */
async function copyRatings(
  tx: Transaction,
  inquiryId: string,
  from: string,
  into: string,
): Promise<GivenRatings> {
  const ratings = await tx.$queryRaw<Gift["ratings"]>`
    INSERT INTO "rating"
      ("inquiry_id", "evidence_id", "hypothesis_id", "analyst_id", "consistency", "reason", "rated_at")
    SELECT "inquiry_id", ${into}, "hypothesis_id", "analyst_id", "consistency", "reason", "rated_at" FROM "rating"
    WHERE "inquiry_id" = ${inquiryId} AND "evidence_id" = ${from} ORDER BY "analyst_id", "hypothesis_id"
    ON CONFLICT DO NOTHING
    RETURNING "hypothesis_id" AS "hypothesisId", "analyst_id" AS "analystId", "consistency", "reason"`;
  const claimRatings = await tx.$queryRaw<Gift["claimRatings"]>`
    INSERT INTO "claim_rating"
      ("inquiry_id", "claim_id", "evidence_id", "analyst_id", "consistency", "reason", "rated_at")
    SELECT "inquiry_id", "claim_id", ${into}, "analyst_id", "consistency", "reason", "rated_at" FROM "claim_rating"
    WHERE "inquiry_id" = ${inquiryId} AND "evidence_id" = ${from} ORDER BY "analyst_id", "claim_id"
    ON CONFLICT DO NOTHING
    RETURNING "claim_id" AS "claimId", "analyst_id" AS "analystId", "consistency", "reason"`;
  const evidenceRatings = await tx.$queryRaw<Gift["evidenceRatings"]>`
    INSERT INTO "evidence_rating"
      ("inquiry_id", "evidence_id", "analyst_id", "credibility", "relevance", "reason", "rated_at")
    SELECT "inquiry_id", ${into}, "analyst_id", "credibility", "relevance", "reason", "rated_at" FROM "evidence_rating"
    WHERE "inquiry_id" = ${inquiryId} AND "evidence_id" = ${from} ORDER BY "analyst_id"
    ON CONFLICT DO NOTHING
    RETURNING "analyst_id" AS "analystId", "credibility", "relevance", "reason"`;
  return { ratings, claimRatings, evidenceRatings };
}

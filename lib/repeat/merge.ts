import "server-only";
import { analystNames } from "@/lib/analyst/queries";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { listCitations } from "@/lib/evidence/citations";
import { type Change, recordAll } from "@/lib/history/record";
import { done, invalid, type Outcome } from "@/lib/outcome";
import { type Entry, type GivenRatings, give } from "./gift";
import { gift as giftSchema } from "./schema";
import { takeBack } from "./take-back";

/** An entry of a pair, as it stands under lock. */
export interface LockedEntry extends Entry {
  readonly createdById: string | null;
  readonly withdrawnAt: Date | null;
  readonly mergedIntoId: string | null;
  readonly mergeGave: unknown;
}

/** Who does it, where, and why. */
export interface Doing {
  readonly actor: Person;
  readonly inquiryId: string;
  readonly reason: string;
}

/** Makes one entry stand for two: it gets what the other has besides, and the other is withdrawn and leads there. */
export async function merge(
  tx: Transaction,
  { actor, inquiryId, reason }: Doing,
  from: LockedEntry,
  into: LockedEntry,
): Promise<Outcome<null>> {
  const gone = [from, into].find(({ withdrawnAt }) => withdrawnAt !== null);
  if (gone) return invalid({}, `${gone.id} is withdrawn. Only entries that count can be merged.`);
  const before = await contentOf(tx, inquiryId, into.id);
  const given = await give(tx, inquiryId, from, into);
  if ("tooMuch" in given)
    return invalid({}, `${given.tooMuch} Shorten one of them first, so that one entry can hold it all.`);
  await tx.$executeRaw`
    UPDATE "evidence" SET "withdrawn_at" = ${new Date()}, "withdrawn_reason" = ${`Merged into ${into.id}.`},
      "merged_into" = ${into.id}, "merge_gave" = ${JSON.stringify(given.gift)}::jsonb, "version" = "version" + 1
    WHERE "inquiry_id" = ${inquiryId} AND "id" = ${from.id}`;
  const after = { ...(await contentOf(tx, inquiryId, into.id)), merged: from.id };
  await recordAll(tx, inquiryId, actor.analystId, [
    { action: "evidence.merged", subject: into.id, before, after, reason },
    ...(await ratingsMoved(tx, "evidence.ratings-copied", [into.id, from.id], given.gift)),
    { action: "evidence.withdrawn", subject: from.id, reason: `Merged into ${into.id}.` },
  ]);
  return done(null);
}

/** The way back: the merged entry counts again, and the other one has no more what it had from it alone. */
export async function takeApart(
  tx: Transaction,
  { actor, inquiryId, reason }: Doing,
  from: LockedEntry,
  into: LockedEntry,
): Promise<Outcome<null>> {
  if (into.mergedIntoId)
    return invalid({}, `${into.id} is itself merged into ${into.mergedIntoId}: take that apart first.`);
  const given = giftSchema.parse(from.mergeGave);
  const later = await mergedLater(tx, inquiryId, into.id, given.version);
  if (later)
    return invalid({}, `${later} was merged into ${into.id} after ${from.id}: take that apart first.`);
  const before = { ...(await contentOf(tx, inquiryId, into.id)), merged: from.id };
  const gone = await takeBack(tx, inquiryId, into, given);
  await tx.$executeRaw`
    UPDATE "evidence" SET "withdrawn_at" = NULL, "withdrawn_reason" = NULL, "merged_into" = NULL, "merge_gave" = NULL,
      "version" = "version" + 1
    WHERE "inquiry_id" = ${inquiryId} AND "id" = ${from.id}`;
  const after = await contentOf(tx, inquiryId, into.id);
  await recordAll(tx, inquiryId, actor.analystId, [
    { action: "evidence.parted", subject: into.id, before, after, reason },
    ...(await ratingsMoved(tx, "evidence.ratings-returned", [into.id, from.id], gone)),
    { action: "evidence.restored", subject: from.id, reason: `No longer merged into ${into.id}.` },
  ]);
  return done(null);
}

/** An entry merged into the same one since: it may have found there what this one gave. */
async function mergedLater(
  tx: Transaction,
  inquiryId: string,
  into: string,
  version: number,
): Promise<string | null> {
  const others = await tx.evidence.findMany({
    where: { inquiryId, mergedIntoId: into },
    orderBy: { ordinal: "asc" },
    select: { id: true, mergeGave: true },
  });
  const later = others
    .map(({ id, mergeGave }) => ({ id, version: giftSchema.parse(mergeGave).version }))
    .filter((other) => other.version > version)
    .sort((a, b) => b.version - a.version);
  return later[0]?.id ?? null;
}

/** What of an entry a merge changes, for the history. */
async function contentOf(tx: Transaction, inquiryId: string, id: string) {
  const fields = await tx.evidence.findUniqueOrThrow({
    where: { inquiryId_id: { inquiryId, id } },
    select: { places: true, note: true, claimId: true },
  });
  return { ...fields, citations: await listCitations(tx, inquiryId, id) };
}

/** The ratings that moved, as an event of their own: who is blind to either entry does not read it yet. */
async function ratingsMoved(
  tx: Transaction,
  action: "evidence.ratings-copied" | "evidence.ratings-returned",
  pair: readonly [into: string, from: string],
  { ratings, claimRatings, evidenceRatings }: GivenRatings,
): Promise<Change[]> {
  const all = [...ratings, ...claimRatings, ...evidenceRatings];
  if (all.length === 0) return [];
  const names = await analystNames(
    all.map(({ analystId }) => analystId),
    tx,
  );
  const line = (analystId: string, said: string, reason: string) =>
    `${names.get(analystId) ?? analystId} ${said}${reason === "" ? "" : `, ${reason}`}`;
  const copied = [
    ...ratings.map((each) =>
      line(each.analystId, `on ${each.hypothesisId}: ${each.consistency}`, each.reason),
    ),
    ...claimRatings.map((each) =>
      line(each.analystId, `on ${each.claimId}: ${each.consistency}`, each.reason),
    ),
    ...evidenceRatings.map(({ analystId, credibility, relevance, reason }) =>
      line(analystId, `credibility ${credibility ?? "–"}, relevance ${relevance ?? "–"}`, reason),
    ),
  ];
  const side = action === "evidence.ratings-copied" ? "after" : "before";
  return [{ action, subject: pair.join("/"), [side]: { copied } }];
}

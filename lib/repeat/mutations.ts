import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, verdictIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome, reasonNeeded } from "@/lib/outcome";
import { may } from "@/lib/policy";
import { wouldUnblind } from "./blind";
import { type LockedEntry, merge, takeApart } from "./merge";
import { inOrder } from "./order";
import type { RepeatSettlement } from "./schema";

/** What came of a pair: which entry stands for both; nothing where neither does. */
export type Settled =
  | { readonly now: "merged" | "taken-apart"; readonly from: string; readonly into: string }
  | { readonly now: "apart" }
  | { readonly now: "proposed-again" };

/** Merges two entries that say the same, keeps them apart, or takes either back, with its events in the history. */
export function settleRepeat(actor: Person, sent: RepeatSettlement): Promise<Outcome<Settled>> {
  return write<Settled>(async (tx) => {
    const scope = await findInquiry(actor, sent.slug, tx);
    if (!scope || sent.one === sent.other) return missing;
    const pair = await lockPair(tx, scope.id, sent);
    if (!pair) return missing;
    const { one, other } = pair;
    const isPlain = sent.intent === "keep-apart" || sent.intent === "propose-again";
    const verdict = verdictIn(scope, "changeEvidence");
    const isOwn = [one, other].every(({ createdById }) => createdById === actor.analystId);
    if (!may(verdict, { isOwn, hasReason: isPlain || sent.reason !== "" }))
      return verdict === "reasoned" ? reasonNeeded : forbidden;
    if (isPlain && (one.mergedIntoId === other.id || other.mergedIntoId === one.id))
      return invalid({}, `${one.id} and ${other.id} are merged. Take them apart first.`);
    if (isPlain) return setKeptApart(tx, actor, scope.id, sent);
    const doing = { actor, inquiryId: scope.id, reason: sent.reason };
    if (sent.intent === "take-apart") {
      const [from, into] = one.mergedIntoId === other.id ? [one, other] : [other, one];
      if (from.mergedIntoId !== into.id) return invalid({}, `${one.id} and ${other.id} are not merged.`);
      const outcome = await takeApart(tx, doing, from, into);
      return outcome.ok ? done({ now: "taken-apart", from: from.id, into: into.id }) : outcome;
    }
    const [from, into] = sent.intent === "into-one" ? [other, one] : [one, other];
    // Somebody else did just this at the same moment.
    if (from.mergedIntoId === into.id) return done({ now: "merged", from: from.id, into: into.id });
    if (one.version !== sent.oneVersion || other.version !== sent.otherVersion)
      return invalid(
        {},
        "One of the two was changed since this page was opened. Reload it, compare them again.",
      );
    const blindTo = await wouldUnblind(tx, actor, scope, one.id, other.id);
    if (blindTo !== null)
      return invalid(
        {},
        `Rating is blind here, and a merge would show you what others gave. Rate ${blindTo} first.`,
      );
    const outcome = await merge(tx, doing, from, into);
    return outcome.ok ? done({ now: "merged", from: from.id, into: into.id }) : outcome;
  });
}

/**
 * Both entries, held until the end of the write with their keys, to which ratings refer: whoever is rating one of them
 * is waited for, and whoever comes later waits.
 */
async function lockPair(
  tx: Transaction,
  inquiryId: string,
  { one, other }: RepeatSettlement,
): Promise<{ one: LockedEntry; other: LockedEntry } | null> {
  const ids = [one, other];
  // In one order, so that two who settle one pair the other way round do not wait for each other.
  await tx.$queryRaw`
    SELECT 1 FROM "evidence" WHERE "inquiry_id" = ${inquiryId} AND "id" = ANY(${ids})
    ORDER BY "ordinal" FOR UPDATE`;
  const entries = await tx.evidence.findMany({
    where: { inquiryId, id: { in: ids } },
    select: {
      id: true,
      places: true,
      note: true,
      claimId: true,
      citationsGiven: true,
      version: true,
      createdById: true,
      withdrawnAt: true,
      mergedIntoId: true,
      mergeGave: true,
    },
  });
  const [first, second] = ids.map((id) => entries.find((entry) => entry.id === id));
  return first && second ? { one: first, other: second } : null;
}

/** Says that two entries are two things, so that they are not proposed again; or takes that back. */
async function setKeptApart(
  tx: Transaction,
  actor: Person,
  inquiryId: string,
  { one, other, intent, reason }: RepeatSettlement,
): Promise<Outcome<Settled>> {
  const [aId, bId] = inOrder(one, other);
  const isKept = intent === "keep-apart";
  const key = { inquiryId, aId, bId };
  const { count } = isKept
    ? await tx.keptApart.createMany({ data: [key], skipDuplicates: true })
    : await tx.keptApart.deleteMany({ where: key });
  if (count > 0)
    await record(tx, inquiryId, actor.analystId, {
      action: isKept ? "evidence.kept-apart" : "evidence.proposed-again",
      subject: `${aId}/${bId}`,
      reason,
    });
  return done<Settled>(isKept ? { now: "apart" } : { now: "proposed-again" });
}

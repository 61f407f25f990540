import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import type { RelationDraft, RelationRemoval } from "./schema";

/** Says that two hypotheses are no plain rivals, in place of whatever was said of the pair before. */
export function relateHypotheses(
  actor: Person,
  draft: RelationDraft,
): Promise<Outcome<{ changed: boolean }>> {
  return write<{ changed: boolean }>(async (tx) => {
    const scope = await findInquiry(actor, draft.slug, tx);
    if (!scope) return missing;
    if (draft.id === draft.other) return invalid({ other: "Choose another hypothesis than this one." });
    if (!(await areBothHere(tx, scope.id, draft))) return missing;
    if (!mayIn(scope, "relateHypotheses")) return forbidden;
    await lockPairs(tx, scope.id);
    const isWhole = draft.kind === "whole-of";
    const [aId, bId] = isWhole ? [draft.other, draft.id] : [draft.id, draft.other];
    const subject = `${aId}/${bId}`;
    const said = { kind: isWhole ? "part-of" : draft.kind, note: draft.note };
    const before = await takeApart(tx, scope.id, draft.id, draft.other);
    await tx.hypothesisRelation.create({ data: { inquiryId: scope.id, aId, bId, ...said } });
    if (before?.subject === subject && before.kind === said.kind && before.note === said.note)
      return done({ changed: false });
    await record(tx, scope.id, actor.analystId, {
      action: "hypothesis.related",
      subject,
      before: before && { kind: before.kind, note: before.note },
      after: said,
    });
    return done({ changed: true });
  });
}

/** Makes two hypotheses plain rivals again. */
export function unrelateHypotheses(
  actor: Person,
  removal: RelationRemoval,
): Promise<Outcome<{ changed: boolean }>> {
  return write<{ changed: boolean }>(async (tx) => {
    const scope = await findInquiry(actor, removal.slug, tx);
    if (!scope || !(await areBothHere(tx, scope.id, removal))) return missing;
    if (!mayIn(scope, "relateHypotheses")) return forbidden;
    await lockPairs(tx, scope.id);
    const before = await takeApart(tx, scope.id, removal.id, removal.other);
    if (!before) return missing;
    await record(tx, scope.id, actor.analystId, {
      action: "hypothesis.unrelated",
      subject: before.subject,
      before: { kind: before.kind, note: before.note },
      reason: removal.reason,
    });
    return done({ changed: true });
  });
}

async function areBothHere(
  tx: Transaction,
  inquiryId: string,
  { id, other }: { readonly id: string; readonly other: string },
): Promise<boolean> {
  return (await tx.hypothesis.count({ where: { inquiryId, id: { in: [id, other] } } })) === 2;
}

/** One change of pairs at a time in an inquiry: two writers could otherwise each make one direction of a pair. */
async function lockPairs(tx: Transaction, inquiryId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${inquiryId}/relations`}, 0))`;
}

/** Removes what is said of a pair, in either direction. @returns what was said. */
async function takeApart(tx: Transaction, inquiryId: string, one: string, other: string) {
  const pair = {
    inquiryId,
    OR: [
      { aId: one, bId: other },
      { aId: other, bId: one },
    ],
  };
  const relation = await tx.hypothesisRelation.findFirst({ where: pair });
  await tx.hypothesisRelation.deleteMany({ where: pair });
  return relation && { ...relation, subject: `${relation.aId}/${relation.bId}` };
}

import "server-only";
import type { Person } from "@/lib/auth/actor";
import { type Contest, conflict } from "@/lib/conflict";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { RELATIONS, type RelationDraft, type RelationRemoval } from "./schema";

/** Says that two hypotheses are no plain rivals, in place of whatever was said of the pair before. */
export function relateHypotheses(
  actor: Person,
  draft: RelationDraft,
): Promise<Outcome<{ changed: boolean; version: number }>> {
  return write<{ changed: boolean; version: number }>(async (tx) => {
    const scope = await findInquiry(actor, draft.slug, tx);
    if (!scope) return missing;
    if (draft.id === draft.other) return invalid({ other: "Choose another hypothesis than this one." });
    if (!(await areBothHere(tx, scope.id, draft))) return missing;
    if (!mayIn(scope, "relateHypotheses")) return forbidden;
    await lockPairs(tx, scope.id);
    const isWhole = draft.kind === "whole-of";
    const [aId, bId] = isWhole ? [draft.other, draft.id] : [draft.id, draft.other];
    const said = { kind: isWhole ? "part-of" : draft.kind, note: draft.note };
    const before = await findPair(tx, scope.id, draft);
    if (before?.aId === aId && before.kind === said.kind && before.note === said.note)
      return done({ changed: false, version: draft.version });
    const contest = await contestOver(tx, scope.id, draft, before);
    if (contest)
      return conflict<Said>(tx, { ...contest, yours: { kind: labelOf(draft.kind), note: draft.note } });
    await tx.hypothesisRelation.deleteMany({ where: pairOf(scope.id, draft) });
    await tx.hypothesisRelation.create({ data: { inquiryId: scope.id, aId, bId, ...said } });
    const version = await record(tx, scope.id, actor.analystId, {
      action: "hypothesis.related",
      subject: `${aId}/${bId}`,
      before: before && { kind: before.kind, note: before.note },
      after: said,
    });
    return done({ changed: true, version });
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
    const before = await findPair(tx, scope.id, removal);
    if (!before) return missing;
    const contest = await contestOver(tx, scope.id, removal, before);
    if (contest) return conflict<Said>(tx, { ...contest, yours: plainRivals });
    await tx.hypothesisRelation.deleteMany({ where: pairOf(scope.id, removal) });
    await record(tx, scope.id, actor.analystId, {
      action: "hypothesis.unrelated",
      subject: `${before.aId}/${before.bId}`,
      before: { kind: before.kind, note: before.note },
      reason: removal.reason,
    });
    return done({ changed: true });
  });
}

/** What is said of a pair, as its form has it, read from the hypothesis that the form is on. */
interface Said {
  readonly kind: string;
  readonly note: string;
}

const plainRivals: Said = { kind: "plain rivals", note: "" };

const labelOf = (kind: string): string => RELATIONS.find(({ code }) => code === kind)?.label ?? kind;

/** Whether somebody said something of a pair that the writer did not know of. A pair has no version: its events do. */
async function contestOver(
  tx: Transaction,
  chain: string,
  { id, other, version }: Pick<RelationDraft, "id" | "other" | "version">,
  now: { readonly aId: string; readonly kind: string; readonly note: string } | null,
): Promise<Omit<Contest<Said>, "yours"> | null> {
  const later = await tx.event.findFirst({
    where: {
      chain,
      sequence: { gt: version },
      action: { in: ["hypothesis.related", "hypothesis.unrelated"] },
      subject: { in: [`${id}/${other}`, `${other}/${id}`] },
    },
    orderBy: { sequence: "desc" },
    select: { sequence: true, subject: true },
  });
  if (!later) return null;
  const isWhole = now?.kind === "part-of" && now.aId === other;
  return {
    chain,
    subject: later.subject,
    edited: "hypothesis.related",
    opened: null,
    version: later.sequence,
    theirs: now ? { kind: labelOf(isWhole ? "whole-of" : now.kind), note: now.note } : plainRivals,
    fields: [
      { name: "kind", label: `How ${id} stands to ${other}`, of: ({ kind }) => kind },
      { name: "note", label: "How", of: ({ note }) => note },
    ],
  };
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

/** In either direction. */
const pairOf = (inquiryId: string, { id, other }: Pick<RelationDraft, "id" | "other">) => ({
  inquiryId,
  OR: [
    { aId: id, bId: other },
    { aId: other, bId: id },
  ],
});

const findPair = (tx: Transaction, inquiryId: string, pair: Pick<RelationDraft, "id" | "other">) =>
  tx.hypothesisRelation.findFirst({ where: pairOf(inquiryId, pair) });

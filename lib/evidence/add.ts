import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { nextIds, recordAll } from "@/lib/history/record";
import { type InquiryScope, joinIfContributor } from "@/lib/inquiry/scope";
import { done, invalid, type Outcome } from "@/lib/outcome";
import { areHypothesesHere, rateEntries, saysSomething, strangeHypothesis } from "@/lib/rating/row";
import { readCitations } from "./citations";
import type { EvidenceDraft } from "./schema";

/**
 * Makes entries in the caller's transaction, with their citations, the sources these make, and their author's ratings;
 * with as many queries for many as for one. Whoever calls has asked the policy.
 *
 * @returns their ids, in the order of the drafts.
 */
export async function addEntries(
  tx: Transaction,
  actor: Person,
  scope: InquiryScope,
  drafts: readonly Omit<EvidenceDraft, "slug" | "intent" | "seen">[],
): Promise<Outcome<string[]>> {
  const hypotheses = new Set(drafts.flatMap(({ consistency }) => Object.keys(consistency)));
  if (!(await areHypothesesHere(tx, scope.id, [...hypotheses]))) return invalid({}, strangeHypothesis);
  if (
    !(await areClaimsHere(
      tx,
      scope.id,
      drafts.map(({ claimId }) => claimId),
    ))
  )
    return strangeClaim;
  const citations = await readCitations(
    tx,
    actor,
    drafts.map((draft) => draft.citations),
  );
  if ("errors" in citations) return invalid(citations.errors);
  await joinIfContributor(tx, actor, scope);
  const numbers = await nextIds(tx, scope.id, "evidence", drafts.length);
  const made = drafts.flatMap((draft, i) => {
    const number = numbers[i];
    if (!number) return [];
    const { statement, kind, occurredOn, places, note, claimId } = draft;
    const rows = (citations.rows[i] ?? []).map(({ id: _, ...row }, place) => ({
      ...row,
      id: `${number.id}.${place + 1}`,
    }));
    return [{ number, fields: { statement, kind, occurredOn, places, note, claimId }, rows, draft }];
  });
  const common = { inquiryId: scope.id, createdById: actor.analystId };
  await tx.evidence.createMany({
    data: made.map(({ number, fields, rows }) => ({
      ...fields,
      ...number,
      ...common,
      citationsGiven: rows.length,
    })),
  });
  await tx.citation.createMany({
    data: made.flatMap(({ number, rows }) =>
      rows.map((row, place) => ({
        ...row,
        inquiryId: scope.id,
        evidenceId: number.id,
        ordinal: place + 1,
      })),
    ),
  });
  await recordAll(
    tx,
    scope.id,
    actor.analystId,
    made.map(({ number, fields, rows }) => ({
      action: "evidence.added",
      subject: number.id,
      after: { ...fields, citations: rows },
    })),
  );
  const rated = made.filter(({ draft }) => saysSomething(draft));
  if (rated.length > 0) {
    const rows = rated.map(({ number, draft }) => ({ ...draft, id: number.id }));
    await rateEntries(tx, scope.id, actor.analystId, rows);
  }
  return done(made.map(({ number }) => number.id));
}

export const strangeClaim = invalid({ claimId: "There is no such claim in this inquiry." });

/** Whether the claims that entries report are all of this inquiry; where one reports none, that is no fault. */
export async function areClaimsHere(
  tx: Transaction,
  inquiryId: string,
  ids: readonly (string | null)[],
): Promise<boolean> {
  const named = new Set(ids.filter((id) => id !== null));
  return (
    named.size === 0 ||
    (await tx.claim.count({ where: { inquiryId, id: { in: [...named] } } })) === named.size
  );
}

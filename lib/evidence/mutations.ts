import "server-only";
import type { Person } from "@/lib/auth/actor";
import { conflict } from "@/lib/conflict";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { nextId, record } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn, verdictIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome, reasonNeeded } from "@/lib/outcome";
import { may } from "@/lib/policy";
import { areHypothesesHere, readRow, saveRow, saysSomething, strangeHypothesis } from "@/lib/rating/row";
import { type CitationRow, readCitations, saveCitations } from "./citations";
import type { EvidenceDraft, EvidenceEdit, EvidenceWithdrawal } from "./schema";

/** A new entry, with its citations, the sources it makes and its author's ratings, all or nothing. */
export function addEvidence(
  actor: Person,
  draft: EvidenceDraft,
): Promise<Outcome<{ id: string; inquiryId: string }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, draft.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "addEvidence")) return forbidden;
    if (!(await areHypothesesHere(tx, scope.id, Object.keys(draft.consistency))))
      return invalid({}, strangeHypothesis);
    if (!(await isClaimHere(tx, scope.id, draft.claimId))) return strangeClaim;
    const citations = await readCitations(tx, actor, draft.citations);
    if ("errors" in citations) return invalid(citations.errors);
    await joinIfContributor(tx, actor, scope);
    const given = await nextId(tx, scope.id, "evidence");
    const fields = {
      statement: draft.statement,
      kind: draft.kind,
      occurredOn: draft.occurredOn,
      places: draft.places,
      note: draft.note,
      claimId: draft.claimId,
    };
    await tx.evidence.create({
      data: { ...fields, ...given, inquiryId: scope.id, createdById: actor.analystId },
    });
    await saveCitations(tx, scope.id, given.id, citations.rows);
    await record(tx, scope.id, actor.analystId, {
      action: "evidence.added",
      subject: given.id,
      after: { ...fields, citations: await listCitations(tx, scope.id, given.id) },
    });
    if (saysSomething(draft)) {
      await saveRow(tx, scope.id, given.id, actor.analystId, draft);
      const after = await readRow(tx, scope.id, given.id, actor.analystId);
      await record(tx, scope.id, actor.analystId, { action: "evidence.rated", subject: given.id, after });
    }
    return done({ id: given.id, inquiryId: scope.id });
  });
}

/** Changes an entry and its citations; somebody else's only with a written reason. */
export function editEvidence(
  actor: Person,
  edit: EvidenceEdit,
): Promise<Outcome<{ version: number; inquiryId: string }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, edit.slug, tx);
    if (!scope) return missing;
    const key = { inquiryId: scope.id, id: edit.id };
    // Locked, because its citations may make sources before the entry itself is written; not its key, which those
    // who rate it meanwhile refer to.
    await tx.$queryRaw`SELECT 1 FROM "evidence" WHERE "inquiry_id" = ${scope.id} AND "id" = ${edit.id} FOR NO KEY UPDATE`;
    const entry = await tx.evidence.findUnique({ where: { inquiryId_id: key } });
    if (!entry) return missing;
    const isOwn = entry.createdById === actor.analystId;
    const verdict = verdictIn(scope, "changeEvidence");
    if (!may(verdict, { isOwn, hasReason: edit.reason !== "" }))
      return verdict === "reasoned" ? reasonNeeded : forbidden;
    const fields = {
      statement: edit.statement,
      kind: edit.kind,
      occurredOn: edit.occurredOn,
      places: edit.places,
      note: edit.note,
      claimId: edit.claimId,
    };
    const before = {
      statement: entry.statement,
      kind: entry.kind,
      occurredOn: entry.occurredOn,
      places: entry.places,
      note: entry.note,
      claimId: entry.claimId,
      citations: await listCitations(tx, scope.id, edit.id),
    };
    if (entry.version !== edit.version) {
      const yours = edit.citations.map((line) =>
        [line.source, line.via, line.locator].filter((part) => part !== "").join(", "),
      );
      return conflict(tx, scope.id, edit.id, entry.version, [
        { name: "statement", label: "Statement", theirs: entry.statement, yours: edit.statement },
        { name: "kind", label: "Kind", theirs: entry.kind, yours: edit.kind },
        { name: "occurredOn", label: "When", theirs: entry.occurredOn, yours: edit.occurredOn },
        { name: "places", label: "Where", theirs: entry.places.join("\n"), yours: edit.places.join("\n") },
        { name: "note", label: "Note", theirs: entry.note, yours: edit.note },
        { name: "claimId", label: "Claim that it reports", theirs: entry.claimId, yours: edit.claimId },
        {
          name: "citations",
          label: "Citations",
          theirs: before.citations
            .map((line) => [line.sourceId, line.viaId, line.locator].filter(Boolean).join(", "))
            .join("\n"),
          yours: yours.join("\n"),
        },
      ]);
    }
    if (!(await isClaimHere(tx, scope.id, edit.claimId))) return strangeClaim;
    const citations = await readCitations(tx, actor, edit.citations);
    if ("errors" in citations) return invalid(citations.errors);
    await tx.evidence.update({
      where: { inquiryId_id: key },
      data: { ...fields, version: { increment: 1 } },
    });
    await saveCitations(tx, scope.id, edit.id, citations.rows);
    await record(tx, scope.id, actor.analystId, {
      action: "evidence.edited",
      subject: edit.id,
      before,
      after: { ...fields, citations: await listCitations(tx, scope.id, edit.id) },
      reason: edit.reason,
    });
    return done({ version: edit.version + 1, inquiryId: scope.id });
  });
}

/** Takes an entry out of the reckoning, visibly and with a reason, or puts it back. */
export function setEvidenceWithdrawn(
  actor: Person,
  { slug, id, reason }: EvidenceWithdrawal,
  isWithdrawn: boolean,
): Promise<Outcome<{ inquiryId: string }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    const entry = await tx.evidence.findUnique({ where: { inquiryId_id: { inquiryId: scope.id, id } } });
    if (!entry) return missing;
    const isOwn = entry.createdById === actor.analystId;
    if (!may(verdictIn(scope, "changeEvidence"), { isOwn, hasReason: true })) return forbidden;
    const { count } = await tx.evidence.updateMany({
      where: { inquiryId: scope.id, id, withdrawnAt: isWithdrawn ? null : { not: null } },
      data: {
        withdrawnAt: isWithdrawn ? new Date() : null,
        withdrawnReason: isWithdrawn ? reason : null,
        version: { increment: 1 },
      },
    });
    if (count > 0) {
      await record(tx, scope.id, actor.analystId, {
        action: isWithdrawn ? "evidence.withdrawn" : "evidence.restored",
        subject: id,
        reason,
      });
    }
    return done({ inquiryId: scope.id });
  });
}

const strangeClaim = invalid({ claimId: "There is no such claim in this inquiry." });

/** Whether a claim that an entry reports is of this inquiry; none is. */
async function isClaimHere(tx: Transaction, inquiryId: string, id: string | null): Promise<boolean> {
  return id === null || (await tx.claim.count({ where: { inquiryId, id } })) === 1;
}

function listCitations(
  tx: Transaction,
  inquiryId: string,
  evidenceId: string,
): Promise<(CitationRow & { id: string })[]> {
  return tx.citation.findMany({
    where: { inquiryId, evidenceId },
    orderBy: { ordinal: "asc" },
    select: {
      id: true,
      sourceId: true,
      viaId: true,
      locator: true,
      url: true,
      quote: true,
      publishedOn: true,
      accessedOn: true,
      archivedAt: true,
    },
  });
}

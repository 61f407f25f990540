import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Person } from "@/lib/auth/actor";
import { conflict } from "@/lib/conflict";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, mayIn, verdictIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome, reasonNeeded } from "@/lib/outcome";
import { may } from "@/lib/policy";
import { addEntries, areClaimsHere, strangeClaim } from "./add";
import { listCitations, readCitations, saveCitations } from "./citations";
import { asTyped, comparedFields, type EntryContent } from "./compared";
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
    const added = await addEntries(tx, actor, scope, [draft]);
    if (!added.ok) return added;
    const [id = ""] = added.value;
    return done({ id, inquiryId: scope.id });
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
    const stood = {
      statement: entry.statement,
      kind: entry.kind,
      occurredOn: entry.occurredOn,
      places: entry.places,
      note: entry.note,
      claimId: entry.claimId,
      citations: await listCitations(tx, scope.id, edit.id),
    };
    if (entry.version !== edit.version) {
      return conflict<EntryContent>(tx, {
        chain: scope.id,
        subject: edit.id,
        edited: "evidence.edited",
        opened: edit.version,
        version: entry.version,
        theirs: stood,
        yours: { ...fields, citations: edit.citations.map(asTyped) },
        fields: comparedFields,
      });
    }
    if (!(await areClaimsHere(tx, scope.id, [edit.claimId]))) return strangeClaim;
    const citations = await readCitations(tx, actor, [edit.citations], stood.citations);
    if ("errors" in citations) return invalid(citations.errors);
    const rows = citations.rows.flat();
    if (isDeepStrictEqual({ ...fields, citations: rows }, stood))
      return done({ version: edit.version, inquiryId: scope.id });
    await tx.evidence.update({
      where: { inquiryId_id: key },
      data: { ...fields, version: { increment: 1 } },
    });
    await saveCitations(tx, scope.id, edit.id, rows);
    await record(tx, scope.id, actor.analystId, {
      action: "evidence.edited",
      subject: edit.id,
      before: stood,
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
    if (!isWithdrawn && entry.mergedIntoId)
      return invalid({}, `${id} is merged into ${entry.mergedIntoId}: take the merge apart instead.`);
    const { count } = await tx.evidence.updateMany({
      where: { inquiryId: scope.id, id, withdrawnAt: isWithdrawn ? null : { not: null }, mergedIntoId: null },
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

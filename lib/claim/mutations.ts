import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Person } from "@/lib/auth/actor";
import { conflict } from "@/lib/conflict";
import type { Transaction } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { nextId, record } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn, verdictIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome, reasonNeeded } from "@/lib/outcome";
import { may } from "@/lib/policy";
import { listAppearances, type ReadAppearance, saveAppearances, toAppearance } from "./appearances";
import { asTyped, type ClaimContent, comparedFields } from "./compared";
import { type Hands, resolveHands } from "./hands";
import type { ClaimDraft, ClaimEdit, ClaimWithdrawal } from "./schema";

/** A new claim, with where it appeared and the sources it makes, all or nothing. Nothing is said of its truth yet. */
export function addClaim(actor: Person, draft: ClaimDraft): Promise<Outcome<{ id: string }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, draft.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "addClaim")) return forbidden;
    const read = await readDraft(tx, actor, draft);
    if ("errors" in read) return invalid(read.errors);
    await joinIfContributor(tx, actor, scope);
    const given = await nextId(tx, scope.id, "claims");
    const fields = fieldsOf(draft, read.asserter);
    await tx.claim.create({
      data: { ...fields, ...given, inquiryId: scope.id, createdById: actor.analystId },
    });
    await saveAppearances(tx, scope.id, given.id, read.appearances);
    await record(tx, scope.id, actor.analystId, {
      action: "claim.added",
      subject: given.id,
      after: { ...fields, appearances: await listAppearances(tx, scope.id, given.id) },
    });
    return done({ id: given.id });
  });
}

/** Changes a claim and where it appeared; somebody else's only with a written reason. */
export function editClaim(actor: Person, edit: ClaimEdit): Promise<Outcome<{ version: number }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, edit.slug, tx);
    if (!scope) return missing;
    const key = { inquiryId: scope.id, id: edit.id };
    // Locked, because its hands may make sources before the claim itself is written; not its key, which those who rate
    // on it meanwhile refer to.
    await tx.$queryRaw`SELECT 1 FROM "claim" WHERE "inquiry_id" = ${scope.id} AND "id" = ${edit.id} FOR NO KEY UPDATE`;
    const claim = await tx.claim.findUnique({ where: { inquiryId_id: key } });
    if (!claim) return missing;
    const isOwn = claim.createdById === actor.analystId;
    const verdict = verdictIn(scope, "changeClaim");
    if (!may(verdict, { isOwn, hasReason: edit.reason !== "" }))
      return verdict === "reasoned" ? reasonNeeded : forbidden;
    const { statement, assertedById, assertedViaId, assertedOn, about, place, occurredOn } = claim;
    const appearances = await listAppearances(tx, scope.id, edit.id);
    const stood = {
      ...{ statement, assertedById, assertedViaId, assertedOn, about, place, occurredOn },
      appearances,
    };
    if (claim.version !== edit.version) {
      return conflict<ClaimContent>(tx, {
        chain: scope.id,
        subject: edit.id,
        edited: "claim.edited",
        opened: edit.version,
        version: claim.version,
        theirs: stood,
        yours: asTyped(edit),
        fields: comparedFields,
      });
    }
    const asserter = { sourceId: assertedById, viaId: assertedViaId };
    const read = await readDraft(tx, actor, edit, [asserter, ...appearances]);
    if ("errors" in read) return invalid(read.errors);
    const fields = fieldsOf(edit, read.asserter);
    if (isDeepStrictEqual({ ...fields, appearances: read.appearances }, stood))
      return done({ version: edit.version });
    await tx.claim.update({
      where: { inquiryId_id: key },
      data: { ...fields, version: { increment: 1 } },
    });
    await saveAppearances(tx, scope.id, edit.id, read.appearances);
    await record(tx, scope.id, actor.analystId, {
      action: "claim.edited",
      subject: edit.id,
      before: stood,
      after: { ...fields, appearances: await listAppearances(tx, scope.id, edit.id) },
      reason: edit.reason,
    });
    return done({ version: edit.version + 1 });
  });
}

/** Withdraws a claim, visibly and with a reason, or puts it back. While withdrawn it counts nowhere. */
export function setClaimWithdrawn(
  actor: Person,
  { slug, id, reason }: ClaimWithdrawal,
  isWithdrawn: boolean,
): Promise<Outcome<null>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    const claim = await tx.claim.findUnique({ where: { inquiryId_id: { inquiryId: scope.id, id } } });
    if (!claim) return missing;
    const isOwn = claim.createdById === actor.analystId;
    if (!may(verdictIn(scope, "changeClaim"), { isOwn, hasReason: true })) return forbidden;
    const { count } = await tx.claim.updateMany({
      where: { inquiryId: scope.id, id, withdrawnAt: isWithdrawn ? null : { not: null } },
      data: {
        withdrawnAt: isWithdrawn ? new Date() : null,
        withdrawnReason: isWithdrawn ? reason : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return done(null);
    const action = isWithdrawn ? "claim.withdrawn" : "claim.restored";
    await record(tx, scope.id, actor.analystId, { action, subject: id, reason });
    return done(null);
  });
}

type Fields = Pick<ClaimDraft, "statement" | "assertedOn" | "about" | "place" | "occurredOn">;

const fieldsOf = ({ statement, assertedOn, about, place, occurredOn }: Fields, asserter: Hands) => ({
  statement,
  assertedById: asserter.sourceId,
  assertedViaId: asserter.viaId,
  assertedOn,
  about,
  place,
  occurredOn,
});

/**
 * The sources that a draft names, made where they are new; or which fields are in doubt.
 *
 * @param standing Who stands in the claim already.
 */
async function readDraft(
  tx: Transaction,
  actor: Person,
  { asserter, appearances }: Pick<ClaimDraft, "asserter" | "appearances">,
  standing: readonly Hands[] = [],
): Promise<{ asserter: Hands; appearances: readonly ReadAppearance[] } | { errors: Record<string, string> }> {
  const places = appearances.map((line) => ({ ...line, at: `appearances.${line.field}` }));
  const resolved = await resolveHands(tx, actor, [{ ...asserter, at: "asserter" }, ...places], standing);
  if ("errors" in resolved) return resolved;
  const [first, ...rest] = resolved.hands;
  if (!first) throw new Error("no hands came back for the asserter");
  return {
    asserter: first,
    appearances: appearances.flatMap((line, index) => {
      const hands = rest[index];
      return hands ? [toAppearance(line, hands)] : [];
    }),
  };
}

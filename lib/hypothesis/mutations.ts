import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Person } from "@/lib/auth/actor";
import { type ComparedField, conflict } from "@/lib/conflict";
import { write } from "@/lib/db/write";
import { nextId, record } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn, verdictIn } from "@/lib/inquiry/scope";
import { done, forbidden, missing, type Outcome } from "@/lib/outcome";
import { may } from "@/lib/policy";
import type { HypothesisDraft, HypothesisEdit, HypothesisWithdrawal } from "./schema";

/** One more possible answer. Nobody has rated it yet, so it stands apart until its cells are filled. */
export function proposeHypothesis(actor: Person, draft: HypothesisDraft): Promise<Outcome<{ id: string }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, draft.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "proposeHypothesis")) return forbidden;
    await joinIfContributor(tx, actor, scope);
    const { slug: _, ...fields } = draft;
    const given = await nextId(tx, scope.id, "hypotheses");
    const position = await tx.hypothesis.count({ where: { inquiryId: scope.id } });
    await tx.hypothesis.create({
      data: { ...fields, ...given, inquiryId: scope.id, position, createdById: actor.analystId },
    });
    await record(tx, scope.id, actor.analystId, {
      action: "hypothesis.proposed",
      subject: given.id,
      after: fields,
    });
    return done({ id: given.id });
  });
}

export function editHypothesis(actor: Person, edit: HypothesisEdit): Promise<Outcome<{ version: number }>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, edit.slug, tx);
    if (!scope) return missing;
    const key = { inquiryId: scope.id, id: edit.id };
    const hypothesis = await tx.hypothesis.findUnique({ where: { inquiryId_id: key } });
    if (!hypothesis) return missing;
    const isOwn = hypothesis.createdById === actor.analystId;
    if (!may(verdictIn(scope, "changeHypothesis"), { isOwn, hasReason: edit.reason !== "" }))
      return forbidden;
    const after = contentOf(edit);
    if (hypothesis.version === edit.version && isDeepStrictEqual(contentOf(hypothesis), after))
      return done({ version: edit.version });
    const { count } = await tx.hypothesis.updateMany({
      where: { ...key, version: edit.version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) {
      const now = await tx.hypothesis.findUniqueOrThrow({ where: { inquiryId_id: key } });
      return conflict(tx, {
        chain: scope.id,
        subject: edit.id,
        edited: "hypothesis.edited",
        opened: edit.version,
        version: now.version,
        theirs: contentOf(now),
        yours: after,
        fields: comparedFields,
      });
    }
    await record(tx, scope.id, actor.analystId, {
      action: "hypothesis.edited",
      subject: edit.id,
      before: contentOf(hypothesis),
      after,
      reason: edit.reason,
    });
    return done({ version: edit.version + 1 });
  });
}

/** Takes a hypothesis out of the reckoning, visibly and with a reason, or puts it back. */
export function setHypothesisWithdrawn(
  actor: Person,
  { slug, id, reason }: HypothesisWithdrawal,
  isWithdrawn: boolean,
): Promise<Outcome<null>> {
  return write(async (tx) => {
    const scope = await findInquiry(actor, slug, tx);
    if (!scope) return missing;
    const hypothesis = await tx.hypothesis.findUnique({
      where: { inquiryId_id: { inquiryId: scope.id, id } },
    });
    if (!hypothesis) return missing;
    const isOwn = hypothesis.createdById === actor.analystId;
    if (!may(verdictIn(scope, "changeHypothesis"), { isOwn, hasReason: true })) return forbidden;
    const { count } = await tx.hypothesis.updateMany({
      where: { inquiryId: scope.id, id, withdrawnAt: isWithdrawn ? null : { not: null } },
      data: {
        withdrawnAt: isWithdrawn ? new Date() : null,
        withdrawnReason: isWithdrawn ? reason : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return done(null);
    await record(tx, scope.id, actor.analystId, {
      action: isWithdrawn ? "hypothesis.withdrawn" : "hypothesis.restored",
      subject: id,
      reason,
    });
    return done(null);
  });
}

type Content = Pick<HypothesisEdit, "shortName" | "statement" | "origin">;

const contentOf = ({ shortName, statement, origin }: Content): Content => ({ shortName, statement, origin });

const comparedFields: readonly ComparedField<Content>[] = [
  { name: "shortName", label: "Short name", of: ({ shortName }) => shortName },
  { name: "statement", label: "Statement", of: ({ statement }) => statement },
  { name: "origin", label: "Where it comes from", of: ({ origin }) => origin },
];

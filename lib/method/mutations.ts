import "server-only";
import type { Person } from "@/lib/auth/actor";
import { conflict } from "@/lib/conflict";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { getMethod } from "./queries";
import type { MethodEdit } from "./schema";

/** Settings, priors, lexicon and blind rating, by a lead. */
export function editMethod(
  actor: Person,
  edit: MethodEdit,
): Promise<Outcome<{ version: number; changed: boolean }>> {
  return write<{ version: number; changed: boolean }>(async (tx) => {
    const scope = await findInquiry(actor, edit.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "changeInquiry")) return forbidden;
    const hypotheses = await tx.hypothesis.findMany({
      where: { inquiryId: scope.id, withdrawnAt: null },
      orderBy: { ordinal: "asc" },
      select: { id: true, prior: true },
    });
    const isWhole =
      hypotheses.length === Object.keys(edit.prior).length && hypotheses.every(({ id }) => id in edit.prior);
    if (!isWhole)
      return invalid({}, "The hypotheses have changed meanwhile: please reload the page and weigh them all.");
    const { version, ...stood } = await getMethod(scope, tx);
    const before = { ...stood, prior: Object.fromEntries(hypotheses.map(({ id, prior }) => [id, prior])) };
    const after = {
      step: edit.step,
      doubt: edit.doubt,
      unrated: edit.unrated,
      lexicon: edit.lexicon,
      isBlind: edit.isBlind,
      prior: Object.fromEntries(hypotheses.map(({ id }) => [id, edit.prior[id] ?? 1])),
    };
    const { prior, isBlind, ...columns } = after;
    const { count } = await tx.inquiry.updateMany({
      where: { id: scope.id, methodVersion: edit.version },
      data: { ...columns, blindRating: isBlind, methodVersion: { increment: 1 } },
    });
    if (count === 0) {
      return conflict(tx, scope.id, "method", version, [
        { name: "step", label: "Step", theirs: String(before.step), yours: String(after.step) },
        { name: "doubt", label: "Doubt", theirs: String(before.doubt), yours: String(after.doubt) },
        { name: "unrated", label: "Unrated", theirs: String(before.unrated), yours: String(after.unrated) },
        ...hypotheses.map(({ id }) => ({
          name: `prior.${id}`,
          label: `Prior of ${id}`,
          theirs: String(before.prior[id]),
          yours: String(after.prior[id]),
        })),
        { name: "lexicon", label: "Words for likelihood", theirs: before.lexicon, yours: after.lexicon },
        {
          name: "isBlind",
          label: "Blind rating",
          theirs: before.isBlind ? "on" : "",
          yours: after.isBlind ? "on" : "",
        },
      ]);
    }
    if (JSON.stringify(before) === JSON.stringify(after))
      return done({ version: edit.version + 1, changed: false });
    for (const [id, weight] of Object.entries(prior)) {
      if (weight === before.prior[id]) continue;
      await tx.hypothesis.update({
        where: { inquiryId_id: { inquiryId: scope.id, id } },
        data: { prior: weight },
      });
    }
    await record(tx, scope.id, actor.analystId, {
      action: "method.changed",
      subject: "method",
      before,
      after,
    });
    return done({ version: edit.version + 1, changed: true });
  });
}

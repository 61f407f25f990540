import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Person } from "@/lib/auth/actor";
import { type ComparedField, conflict } from "@/lib/conflict";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import { getMethod, type Method } from "./queries";
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
    // Locked before it is read: what the second of two is shown must be what the first has saved.
    await tx.$queryRaw`SELECT 1 FROM "inquiry" WHERE "id" = ${scope.id} FOR NO KEY UPDATE`;
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
    if (isDeepStrictEqual(before, after)) return done({ version, changed: false });
    if (version !== edit.version) {
      return conflict<Content>(tx, {
        chain: scope.id,
        subject: "method",
        edited: "method.changed",
        opened: edit.version,
        version,
        theirs: before,
        yours: after,
        fields: comparedFields(hypotheses.map(({ id }) => id)),
      });
    }
    const { prior, isBlind, ...columns } = after;
    await tx.inquiry.update({
      where: { id: scope.id },
      data: { ...columns, blindRating: isBlind, methodVersion: { increment: 1 } },
    });
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

/** The method as a change writes it into the history. */
type Content = Omit<Method, "version"> & { readonly prior: Readonly<Record<string, number>> };

const comparedFields = (hypotheses: readonly string[]): readonly ComparedField<Content>[] => [
  { name: "step", label: "Step", of: ({ step }) => String(step) },
  { name: "doubt", label: "Doubt", of: ({ doubt }) => String(doubt) },
  { name: "unrated", label: "Unrated", of: ({ unrated }) => String(unrated) },
  ...hypotheses.map((id) => ({
    name: `prior.${id}`,
    label: `Prior of ${id}`,
    // One proposed since is level until it is weighed.
    of: ({ prior }: Content) => String(prior[id] ?? 1),
  })),
  { name: "lexicon", label: "Words for likelihood", of: ({ lexicon }) => lexicon },
  { name: "isBlind", label: "Blind rating", of: ({ isBlind }) => (isBlind ? "on" : "") },
];

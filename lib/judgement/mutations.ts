import "server-only";
import type { Person } from "@/lib/auth/actor";
import { write } from "@/lib/db/write";
import { record } from "@/lib/history/record";
import { findInquiry, joinIfContributor, mayIn } from "@/lib/inquiry/scope";
import { done, forbidden, invalid, missing, type Outcome } from "@/lib/outcome";
import type { JudgementDraft } from "./schema";

/** One analyst's own probabilities, in place of any they gave before. */
export function judge(
  actor: Person,
  draft: JudgementDraft,
): Promise<Outcome<{ inquiryId: string; changed: boolean }>> {
  return write<{ inquiryId: string; changed: boolean }>(async (tx) => {
    const scope = await findInquiry(actor, draft.slug, tx);
    if (!scope) return missing;
    if (!mayIn(scope, "judge")) return forbidden;
    const hypotheses = await tx.hypothesis.findMany({
      where: { inquiryId: scope.id, withdrawnAt: null },
      select: { id: true },
    });
    const isWhole =
      hypotheses.length === Object.keys(draft.probability).length &&
      hypotheses.every(({ id }) => id in draft.probability);
    if (!isWhole)
      return invalid({}, "The hypotheses have changed meanwhile: please reload the page and judge them all.");
    const key = { inquiryId: scope.id, analystId: actor.analystId };
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.id}/judgement/${actor.analystId}`}, 0))`;
    const before = await tx.judgement.findUnique({
      where: { inquiryId_analystId: key },
      include: { shares: { orderBy: { hypothesisId: "asc" } } },
    });
    const stood = before && {
      probability: Object.fromEntries(before.shares.map((share) => [share.hypothesisId, share.probability])),
      reason: before.reason,
    };
    const after = {
      probability: Object.fromEntries(Object.entries(draft.probability).sort(([a], [b]) => (a < b ? -1 : 1))),
      reason: draft.reason,
    };
    if (JSON.stringify(stood) === JSON.stringify(after)) return done({ inquiryId: scope.id, changed: false });
    await joinIfContributor(tx, actor, scope);
    await tx.judgement.deleteMany({ where: key });
    await tx.judgement.create({ data: { ...key, reason: draft.reason } });
    await tx.judgementShare.createMany({
      data: Object.entries(after.probability).map(([hypothesisId, probability]) => ({
        ...key,
        hypothesisId,
        probability,
      })),
    });
    await record(tx, scope.id, actor.analystId, {
      action: "inquiry.judged",
      subject: scope.slug,
      before: stood,
      after,
    });
    return done({ inquiryId: scope.id, changed: true });
  });
}

import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { type InquiryScope, mayIn } from "@/lib/inquiry/scope";

/** One analyst's own probabilities as given. */
export interface Judgement {
  readonly analystId: string;
  readonly name: string;
  /** 0 to 100 by hypothesis; they need not sum to 100. */
  readonly shares: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly judgedAt: Date;
}

export interface Judgements {
  readonly own: Judgement | null;
  /** Null for whoever may judge and has not: they see others' only after giving their own. */
  readonly others: readonly Judgement[] | null;
}

/** How many others' judgements a page shows. */
const mostShown = 200;

/** Somebody's own judgement in an inquiry, and the others' as far as they are theirs to see. */
export async function getJudgements(actor: Actor, scope: InquiryScope): Promise<Judgements> {
  const me = actor.kind === "person" ? actor.analystId : null;
  const columns = {
    analystId: true,
    reason: true,
    judgedAt: true,
    analyst: { select: { name: true } },
    shares: { select: { hypothesisId: true, probability: true } },
  } as const;
  const found =
    me === null
      ? null
      : await database().judgement.findUnique({
          where: { inquiryId_analystId: { inquiryId: scope.id, analystId: me } },
          select: columns,
        });
  const others = mustJudgeFirst(actor, scope, found !== null)
    ? null
    : await database().judgement.findMany({
        where: { inquiryId: scope.id, ...(me === null ? {} : { analystId: { not: me } }) },
        orderBy: [{ judgedAt: "desc" }, { analystId: "asc" }],
        take: mostShown,
        select: columns,
      });
  return { own: found && toJudgement(found), others: others?.map(toJudgement) ?? null };
}

/** Whether somebody sees what others judge. */
export async function seesJudgements(actor: Actor, scope: InquiryScope): Promise<boolean> {
  if (actor.kind === "nobody" || !mayIn(scope, "judge")) return true;
  const own = await database().judgement.count({
    where: { inquiryId: scope.id, analystId: actor.analystId },
  });
  return !mustJudgeFirst(actor, scope, own > 0);
}

const mustJudgeFirst = (actor: Actor, scope: InquiryScope, hasJudged: boolean): boolean =>
  actor.kind === "person" && mayIn(scope, "judge") && !hasJudged;

function toJudgement({
  analyst,
  shares,
  ...judgement
}: Omit<Judgement, "name" | "shares"> & {
  readonly analyst: { readonly name: string };
  readonly shares: readonly { readonly hypothesisId: string; readonly probability: number }[];
}): Judgement {
  return {
    ...judgement,
    name: analyst.name,
    shares: Object.fromEntries(shares.map(({ hypothesisId, probability }) => [hypothesisId, probability])),
  };
}

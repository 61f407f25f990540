import { RankingNote } from "@/components/inquiry/answer";
import { originCount } from "@/components/inquiry/origin-count";
import { JudgementForm } from "@/components/judgement/judgement-form";
import { JudgementTable } from "@/components/judgement/judgement-table";
import { ChangeNotice } from "@/components/live/change-notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { count } from "@/lib/format";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { getJudgements } from "@/lib/judgement/queries";
import { getMatrix } from "@/lib/matrix/queries";
import { listRelations } from "@/lib/relation/queries";

export const metadata = { title: "Judgement" };

interface Props {
  params: Promise<{ inquiry: string }>;
}

export default async function JudgementPage({ params }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const [{ sequence, analysis, isRanking }, all, relations, { own, others }] = await Promise.all([
    getMatrix(scope.id),
    listHypotheses(scope),
    listRelations(scope),
    getJudgements(actor, scope),
  ]);
  const hypotheses = all.filter(({ withdrawnAt }) => withdrawnAt === null);
  const judgements = [...(own ? [own] : []), ...(others ?? [])];
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${scope.slug}`, label: scope.question }]}
        eyebrow={originCount(analysis)}
        title="Judgement"
        lead="What do you think, all in all? Experiments found that making analysts’ own probabilities coherent and averaging them judges better than a matrix alone. So both are shown, side by side."
      />
      <div className="pb-6">
        <RankingNote relations={relations} />
      </div>
      <Section
        title="Yours"
        className="print:hidden"
        lead="Give each hypothesis 0 to 100. They need not sum to 100: the line below says what becomes of them."
      >
        {hypotheses.length === 0 ? (
          <p className="text-sm text-ink-soft">There is no hypothesis yet that could be judged.</p>
        ) : actor.kind === "nobody" || mayIn(scope, "judge") ? (
          <JudgementForm slug={scope.slug} hypotheses={hypotheses} own={own} isRanking={isRanking} />
        ) : (
          <p className="text-sm text-ink-soft">As a reader of this inquiry you see what others judge.</p>
        )}
      </Section>
      <Section title="Everybody’s">
        {others === null ? (
          <p className="max-w-measure text-sm">
            What the others judge is shown once you have given your own, so that nobody leads you.
          </p>
        ) : judgements.length === 0 ? (
          <p className="max-w-measure text-sm text-ink-soft">Nobody has given a judgement yet.</p>
        ) : (
          <>
            <p className="text-sm text-ink-soft">{count(judgements.length, "judgement")}.</p>
            <JudgementTable
              hypotheses={hypotheses}
              isRanking={isRanking}
              judgements={judgements}
              average={new Map(analysis.hypotheses.map(({ id, judgement }) => [id, judgement]))}
            />
          </>
        )}
      </Section>
      <ChangeNotice slug={scope.slug} since={sequence} />
    </>
  );
}

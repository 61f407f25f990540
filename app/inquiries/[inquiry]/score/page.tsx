import { notFound } from "next/navigation";
import { RankingNote } from "@/components/inquiry/answer";
import { HiddenParts } from "@/components/inquiry/hidden-parts";
import { originCount } from "@/components/inquiry/origin-count";
import { ScoreParts } from "@/components/inquiry/score-parts";
import { ChangeNotice } from "@/components/live/change-notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { openScore } from "@/lib/analysis/open-score";
import { METHODS } from "@/lib/analysis/scales";
import { analystNames } from "@/lib/analyst/queries";
import { listEvidenceByIds } from "@/lib/evidence/queries";
import { count } from "@/lib/format";
import { findHypothesis } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { seesJudgements } from "@/lib/judgement/queries";
import { getMatrix } from "@/lib/matrix/queries";
import { scoreView } from "@/lib/matrix/schema";
import { seenScore } from "@/lib/matrix/seen-score";
import { listBlindEntries } from "@/lib/rating/queries";
import { listRelations } from "@/lib/relation/queries";
import { listSourceNames } from "@/lib/source/queries";

export const metadata = { title: "What a score is made of" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** As many parts as are shown, the largest first. */
const mostParts = 200;

export default async function ScorePage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const asked = scoreView.safeParse(await searchParams);
  if (!asked.success) notFound();
  const { hypothesis: id } = asked.data;
  const method = METHODS.find(({ code }) => code === asked.data.method);
  const [{ sequence, input, analysis }, hypothesis, relations, sources, seesJudged] = await Promise.all([
    getMatrix(scope.id),
    findHypothesis(scope, id),
    listRelations(scope),
    listSourceNames(scope),
    seesJudgements(actor, scope),
  ]);
  const counts = analysis.hypotheses.some((findings) => findings.id === id);
  if (!method || !hypothesis || !counts || (method.code === "judgement" && !seesJudged)) notFound();
  const opened = openScore(input, method.code, id);
  const blind = await listBlindEntries(
    actor,
    scope,
    (input.evidence ?? []).map((entry) => entry.id),
  );
  const { parts: seen, hidden } = seenScore(opened, blind);
  const all = seen.filter(({ amount }) => Math.abs(amount) > 1e-9);
  const parts = all.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, mostParts);
  const ids = parts.flatMap((part) => (part.kind === "evidence" ? [part.id] : []));
  const [lines, analysts] = await Promise.all([
    listEvidenceByIds(scope, ids),
    analystNames(parts.flatMap((part) => (part.kind === "analyst" ? [part.id] : []))),
  ]);
  const isPosterior = method.code === "posterior";
  const isJudgement = method.code === "judgement";
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/inquiries/${scope.slug}`, label: scope.question },
          { href: `/inquiries/${scope.slug}/hypotheses/${id}`, label: `${id} ${hypothesis.shortName}` },
        ]}
        eyebrow={`${method.label} · ${originCount(analysis)}`}
        title={`What the score of ${id} is made of`}
        lead={method.help}
      />
      <Section
        title={hidden ? "As far as you see it yet" : count(all.length, "part")}
        lead={
          isPosterior
            ? "What each origin does to this hypothesis against its mean over all, in bits: over 0 speaks for it. The posterior opens by origin and not by entry, because an origin is believed or doubted as one."
            : isJudgement
              ? "Each analyst’s own probability as it counts, 0 to 1; the judgement is their mean."
              : "What each entry adds to how much speaks against this hypothesis. Less is better, and it is no probability."
        }
      >
        {(isPosterior || isJudgement) && <RankingNote relations={relations} />}
        {hidden && <HiddenParts hidden={hidden} isAll={seen.length === 0} />}
        {parts.length === 0 ? (
          hidden === null && <p className="text-sm text-ink-soft">Nothing: no part of it differs from 0.</p>
        ) : (
          <ScoreParts
            slug={scope.slug}
            parts={parts}
            unit={isPosterior ? "Bits" : isJudgement ? "Probability" : "Adds"}
            statements={new Map([...lines].map(([entry, { statement }]) => [entry, statement]))}
            sources={sources}
            analysts={analysts}
          />
        )}
        {all.length > parts.length && (
          <p className="text-sm text-ink-soft">
            The {parts.length} largest are shown; {count(all.length - parts.length, "smaller one")} are not.
          </p>
        )}
      </Section>
      <ChangeNotice slug={scope.slug} since={sequence} />
    </>
  );
}

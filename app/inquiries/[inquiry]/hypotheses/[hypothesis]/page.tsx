import { notFound } from "next/navigation";
import { HypothesisFigures } from "@/components/hypothesis/figures";
import { Proposer } from "@/components/hypothesis/proposer";
import { Relations } from "@/components/hypothesis/relations";
import { StanceColumn, type StanceEntry } from "@/components/hypothesis/stance-column";
import { RankingNote } from "@/components/inquiry/answer";
import { originCount } from "@/components/inquiry/origin-count";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { standings } from "@/components/inquiry/standing";
import { ChangeNotice } from "@/components/live/change-notice";
import { HiddenEntries } from "@/components/rating/hidden-entries";
import { Withdraw } from "@/components/shell/withdraw";
import { OverTimeChart } from "@/components/timeline/over-time-chart";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { COLUMNS } from "@/lib/analysis/scales";
import { stancesOn } from "@/lib/analysis/stances";
import { withoutJudgements } from "@/lib/analysis/without-judgements";
import { gradeOf, listEvidenceByIds } from "@/lib/evidence/queries";
import { restoreHypothesisAction, withdrawHypothesisAction } from "@/lib/hypothesis/actions";
import { findHypothesis, listHypotheses } from "@/lib/hypothesis/queries";
import { hypothesisId } from "@/lib/hypothesis/schema";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn, verdictIn } from "@/lib/inquiry/scope";
import { seesJudgements } from "@/lib/judgement/queries";
import { getMatrix, wholeAnalysis } from "@/lib/matrix/queries";
import { seenBy } from "@/lib/matrix/seen-by";
import { may } from "@/lib/policy";
import { listRelations } from "@/lib/relation/queries";
import { listSourceNames } from "@/lib/source/queries";
import { hypothesesOverTime } from "@/lib/timeline/over-time";

interface Props {
  params: Promise<{ inquiry: string; hypothesis: string }>;
}

/** How many entries a column shows; the evidence list holds the rest. */
const shownPerColumn = 40;

async function load({ params }: Props) {
  const { inquiry, hypothesis: id } = await params;
  const { actor, scope } = await requireInquiry(inquiry);
  const hypothesis = hypothesisId.safeParse(id).success ? await findHypothesis(scope, id) : null;
  if (!hypothesis) notFound();
  return { actor, scope, hypothesis };
}

export async function generateMetadata(props: Props) {
  const { hypothesis } = await load(props);
  return { title: `${hypothesis.id} ${hypothesis.shortName}` };
}

export default async function HypothesisPage(props: Props) {
  const { actor, scope, hypothesis } = await load(props);
  const [matrix, hypotheses, relations, names, seesJudged] = await Promise.all([
    getMatrix(scope.id),
    listHypotheses(scope),
    listRelations(scope),
    listSourceNames(scope),
    seesJudgements(actor, scope),
  ]);
  const whole = wholeAnalysis(matrix);
  const analysis = seesJudged ? whole : withoutJudgements(whole);
  const all = standings(analysis, matrix, hypotheses);
  const standing = all.find(({ id }) => id === hypothesis.id);
  // In which column an entry stands tells what others gave it, and so do the figures over time, step by step.
  const seen = await seenBy(actor, scope, matrix);
  const { moments, days } = hypothesesOverTime(seen.matrix);
  const hidden = new Set(seen.hidden);
  const cells = analysis.cells.filter(({ evidence }) => !hidden.has(evidence));
  const stances = stancesOn({ ...analysis, cells }, hypothesis.id);
  const lines = await listEvidenceByIds(
    scope,
    COLUMNS.flatMap(({ code }) => stances[code].slice(0, shownPerColumn).map(({ evidence }) => evidence)),
  );
  const findingsOf = new Map(analysis.evidence.map((entry) => [entry.id, entry]));
  const columns = COLUMNS.map((column) => ({
    column,
    total: stances[column.code].length,
    origins: new Set(stances[column.code].map(({ evidence }) => findingsOf.get(evidence)?.leansOn)).size,
    entries: stances[column.code].slice(0, shownPerColumn).flatMap((cell): StanceEntry[] => {
      const line = lines.get(cell.evidence);
      const entry = findingsOf.get(cell.evidence);
      if (!line || !entry) return [];
      const { leansOn: id, weight } = entry;
      return [
        {
          cell,
          line,
          weight,
          origin: id === "unsourced" ? null : { id, grade: gradeOf(analysis, id) },
        },
      ];
    }),
  }));
  const shownColumns = analysis.evidence.length === 0 ? [] : columns;
  const base = `/inquiries/${scope.slug}`;
  const mayChange = may(verdictIn(scope, "changeHypothesis"), {
    isOwn: actor.kind === "person" && hypothesis.createdById === actor.analystId,
    hasReason: true,
  });
  return (
    <>
      <PageHeader
        crumbs={[{ href: base, label: scope.question }]}
        eyebrow={`Hypothesis ${hypothesis.id} · ${originCount(analysis)}`}
        title={hypothesis.shortName}
        lead={hypothesis.statement === hypothesis.shortName ? undefined : hypothesis.statement}
        actions={mayChange && <LinkButton href={`${base}/hypotheses/${hypothesis.id}/edit`}>Edit</LinkButton>}
      />
      <div className="grid gap-6 pb-8">
        {hypothesis.withdrawnAt && (
          <Notice tone="warning" title="Withdrawn">
            <p dir="auto">{hypothesis.withdrawnReason} It stays visible and no longer counts.</p>
          </Notice>
        )}
        <Proposer hypothesis={hypothesis} />
        {standing && (
          <HypothesisFigures standing={standing} speaks={analysis.speaks} lexicon={matrix.lexicon} />
        )}
        {matrix.isRanking && <RankingNote relations={relations} />}
        <OriginWarning analysis={analysis} nameOf={names} />
      </div>

      {analysis.evidence.length === 0 && (
        <Empty
          title="Nothing speaks of it yet"
          action={
            <LinkButton href={`${base}/evidence/new`} variant="primary">
              Add the first entry
            </LinkButton>
          }
        >
          <p>
            What supports it, what contradicts it, and what fits its rivals as well comes to stand here, the
            strongest first. Begin with what would be hard to explain if it were true.
          </p>
        </Empty>
      )}
      {seen.hidden.length > 0 && (
        <div className="pb-6">
          <HiddenEntries slug={scope.slug} ids={seen.hidden} />
        </div>
      )}
      <div className="grid gap-x-12 lg:grid-cols-2">
        {shownColumns.slice(0, 2).map((props) => (
          <StanceColumn key={props.column.code} slug={scope.slug} hypothesisId={hypothesis.id} {...props} />
        ))}
      </div>
      {shownColumns.slice(2).map((props) => (
        <StanceColumn key={props.column.code} slug={scope.slug} hypothesisId={hypothesis.id} {...props} />
      ))}
      {analysis.speaks && standing?.findings.comparable && days > 0 && (
        <Section
          title="Over time"
          actions={
            <LinkButton href={`${base}/timeline`} size="small">
              Timeline of the entries
            </LinkButton>
          }
        >
          <OverTimeChart
            moments={moments}
            days={days}
            standing={all}
            isRanking={matrix.isRanking}
            focus={hypothesis.id}
          />
        </Section>
      )}
      <Relations
        version={matrix.sequence}
        slug={scope.slug}
        id={hypothesis.id}
        hypotheses={hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null)}
        relations={relations}
        mayRelate={mayIn(scope, "relateHypotheses")}
      />
      {mayChange && (
        <Withdraw
          id={hypothesis.id}
          isWithdrawn={hypothesis.withdrawnAt !== null}
          withdraw={withdrawHypothesisAction}
          restore={restoreHypothesisAction}
          hidden={{ slug: scope.slug, returnTo: `${base}/hypotheses/${hypothesis.id}` }}
        />
      )}
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

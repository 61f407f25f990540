import Link from "next/link";
import { ClaimList } from "@/components/claim/claim-list";
import { ConfidenceView } from "@/components/confidence/confidence-view";
import { Agreement } from "@/components/inquiry/agreement";
import { Answer, RankingNote } from "@/components/inquiry/answer";
import { AtAGlance } from "@/components/inquiry/at-a-glance";
import { HangsOn } from "@/components/inquiry/hangs-on";
import { MethodTable } from "@/components/inquiry/method-table";
import { NextSteps } from "@/components/inquiry/next-steps";
import { originCount } from "@/components/inquiry/origin-count";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { Ranking } from "@/components/inquiry/ranking";
import { SinceLook } from "@/components/inquiry/since-look";
import { standings } from "@/components/inquiry/standing";
import { StandingsChart } from "@/components/inquiry/standings-chart";
import { ChangeNotice } from "@/components/live/change-notice";
import { Word } from "@/components/scale/word";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { weightiestDrops } from "@/lib/analysis/drop-order";
import { headlineOf } from "@/lib/analysis/front";
import { withoutJudgements } from "@/lib/analysis/without-judgements";
import { analystNames } from "@/lib/analyst/queries";
import { judgeAll, listStandingClaims } from "@/lib/claim/queries";
import { findStatedConfidence } from "@/lib/confidence/queries";
import { listEvidenceByIds } from "@/lib/evidence/queries";
import { count } from "@/lib/format";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { listMembers } from "@/lib/inquiry/queries";
import { mayIn } from "@/lib/inquiry/scope";
import { seesJudgements } from "@/lib/judgement/queries";
import { getMatrix, wholeAnalysis } from "@/lib/matrix/queries";
import { standInsFor } from "@/lib/matrix/stand-ins";
import { countUnrated, listBlindEntries } from "@/lib/rating/queries";
import { listRelations } from "@/lib/relation/queries";
import { getRepeats } from "@/lib/repeat/queries";
import { listSourceNames } from "@/lib/source/queries";
import { figuresIn } from "@/lib/what-if/figures";

interface Props {
  params: Promise<{ inquiry: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { scope } = await requireInquiry((await params).inquiry);
  return { title: scope.question };
}

/** As many as are shown of what can be left out. */
const mostDrops = 12;

/** As many as are shown of the claims; their own page has the rest. */
const mostClaims = 5;

export default async function InquiryPage({ params }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const [matrix, hypotheses, relations, members, names, stated, seesJudged, unrated] = await Promise.all([
    getMatrix(scope.id),
    listHypotheses(scope),
    listRelations(scope),
    listMembers(scope),
    listSourceNames(scope),
    findStatedConfidence(scope),
    seesJudgements(actor, scope),
    countUnrated(actor, scope),
  ]);
  const whole = wholeAnalysis(matrix);
  const analysis = seesJudged ? whole : withoutJudgements(whole);
  const blind = await listBlindEntries(
    actor,
    scope,
    whole.evidence.map(({ id }) => id),
  );
  // What an entry alone does is for those to see who have rated it; on which the lead hangs is the conclusion.
  const standIns = standInsFor(matrix.input, whole.sources, blind);
  const isSeen = ({ kind, id }: { kind: string; id: string }) =>
    kind === "evidence" ? !blind.has(id) : !standIns.has(`${kind}/${id}`);
  const drops = weightiestDrops({ ...whole, drops: whole.drops.filter(isSeen) }, mostDrops);
  const named = [
    ...(whole.linchpins?.evidence ?? []),
    ...drops.flatMap(({ kind, id }) => (kind === "evidence" ? [id] : [])),
  ];
  const [lines, analystNamesById, judged, repeats] = await Promise.all([
    listEvidenceByIds(scope, named),
    analystNames(whole.analysts.map(({ id }) => id)),
    judgeAll(scope, matrix),
    getRepeats(scope, matrix),
  ]);
  const claims = await listStandingClaims(scope, judged, mostClaims);
  const standing = standings(analysis, matrix, hypotheses);
  const headline = headlineOf(analysis);
  const analysts = members.filter(({ role }) => role !== "reader");
  const withdrawn = hypotheses.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const base = `/inquiries/${scope.slug}`;
  return (
    <>
      <PageHeader
        eyebrow={originCount(analysis)}
        title={scope.question}
        lead={scope.summary}
        actions={
          <LinkButton href={`${base}/evidence/new`} variant="primary">
            Add evidence
          </LinkButton>
        }
      />
      <div className="grid gap-6 pb-8">
        <OriginWarning analysis={analysis} nameOf={names} />
        <Answer analysis={analysis} headline={headline} />
        <SinceLook
          slug={scope.slug}
          reader={actor.kind === "person" ? actor.analystId : "nobody"}
          sequence={matrix.sequence}
          figures={[...figuresIn(matrix)].map(([id, { words }]) => [id, words] as const)}
        />
      </div>

      <Section
        title="Hypotheses"
        actions={
          <LinkButton href={`${base}/hypotheses/new`} size="small">
            Propose a hypothesis
          </LinkButton>
        }
      >
        {analysis.speaks && (
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <StandingsChart standing={standing} isRanking={matrix.isRanking} />
            <AtAGlance
              slug={scope.slug}
              analysis={analysis}
              headline={headline}
              stated={stated}
              analysts={analystNamesById}
            />
          </div>
        )}
        {analysis.speaks && (
          <p className="text-sm print:hidden">
            <Link href="/how-it-reasons">How these figures come about</Link>
          </p>
        )}
        {matrix.isRanking && <RankingNote relations={relations} />}
        <Ranking
          slug={scope.slug}
          standing={standing}
          statements={new Map(hypotheses.map(({ id, statement }) => [id, statement]))}
          speaks={analysis.speaks}
          lexicon={matrix.lexicon}
        />
        {analysis.unevenCoverage && (
          <p className="max-w-measure text-sm text-ink-soft">
            The hypotheses have not been rated on the same entries. One that few have rated looks better than
            it is.
          </p>
        )}
        {scope.ratingsNote && (
          <p dir="auto" className="max-w-measure text-sm text-ink-soft">
            {scope.ratingsNote}
          </p>
        )}
        {withdrawn.length > 0 && (
          <p className="text-sm text-ink-soft">
            Withdrawn:{" "}
            {withdrawn.map(({ id, shortName }, index) => (
              <span key={id}>
                {index > 0 && ", "}
                <Link href={`${base}/hypotheses/${id}`}>
                  <del>
                    {id} {shortName}
                  </del>
                </Link>
              </span>
            ))}
          </p>
        )}
      </Section>

      {analysis.speaks && (
        <Section
          title="What it hangs on"
          id="hangs-on"
          lead="Every entry, source and analyst is left out in turn, always. What the answer cannot spare stands here."
        >
          <HangsOn
            slug={scope.slug}
            analysis={analysis}
            headline={headline}
            statements={new Map([...lines].map(([id, { statement }]) => [id, statement]))}
            sources={names}
            analysts={analystNamesById}
            drops={drops}
            hidesSome={blind.size > 0}
          />
        </Section>
      )}

      {analysis.evidence.length > 0 && analysis.hypotheses.length > 1 && (
        <Section
          title="Confidence"
          id="confidence"
          lead="How far this analysis deserves to be relied on, whatever it says. It is no likelihood."
          actions={
            <LinkButton href={`${base}/ratings#disagreement`} size="small">
              Where the analysts part
            </LinkButton>
          }
        >
          <Agreement analysis={analysis} />
          <ConfidenceView
            slug={scope.slug}
            suggested={analysis.confidence}
            stated={stated}
            isWhole={seesJudged}
            mayState={mayIn(scope, "stateConfidence")}
          />
        </Section>
      )}

      <Section title="Evidence">
        {analysis.evidence.length === 0 ? (
          <Empty
            title="No entry yet"
            action={
              <LinkButton href={`${base}/evidence/new`} variant="primary">
                Add the first entry
              </LinkButton>
            }
          >
            <p>An entry states one thing that is, or is said to be, so, and names who says it.</p>
          </Empty>
        ) : (
          <p>
            <Link href={`${base}/evidence`}>{count(analysis.evidence.length, "entry", "entries")}</Link> from{" "}
            <Word of="origin">{count(analysis.origins.length, "origin")}</Word> (
            <Link href={`${base}/sources`}>who rests on whom</Link>), rated by{" "}
            {count(analysis.analysts.length, "analyst")} (
            <Link href={`${base}/matrix`}>the whole matrix</Link>,{" "}
            <Link href={`${base}/timeline`}>all on a timeline</Link>).
          </p>
        )}
      </Section>

      {analysis.evidence.length > 0 && (
        <Section title="What to do next" className="print:hidden">
          <NextSteps
            slug={scope.slug}
            analysis={analysis}
            unrated={unrated}
            hasJudged={seesJudged}
            sources={names}
            repeats={repeats}
            blind={blind}
            claims={judged}
          />
        </Section>
      )}

      {analysis.speaks && (
        <Section
          title="The same matrix by other methods"
          id="methods"
          lead="Each published method reads the ratings in its own way. Nothing is averaged over them; where they part, the reason is worth more than any of the orders. Each score opens into what it is made of."
        >
          <MethodTable analysis={analysis} isRanking={matrix.isRanking} scoreHref={`${base}/score`} />
        </Section>
      )}

      <Section
        title="The analysts’ own judgement"
        actions={
          <LinkButton href={`${base}/judgement`} size="small">
            {seesJudged ? "Judgements" : "Give your judgement"}
          </LinkButton>
        }
      >
        <p className="max-w-measure">
          {seesJudged
            ? analysis.methods.judgement
              ? "Their probabilities, made coherent and averaged, stand as diamonds beside the bars."
              : "Nobody has given one yet. Averaged judgements are the part that experiments found to help."
            : "Give your own first: what the others judge, and their average, is shown after that."}
        </p>
      </Section>

      <Section
        title="Claims"
        lead="Assertions whose truth is itself in question. That somebody made one is an entry; that it is so is not."
        actions={
          <LinkButton href={`${base}/claims/new`} size="small">
            Add a claim
          </LinkButton>
        }
      >
        <ClaimList slug={scope.slug} claims={claims.lines} judged={judged} />
        <p>
          {claims.total === 0 ? (
            "No claim yet."
          ) : (
            <Link href={`${base}/claims`}>
              {claims.total > claims.lines.length ? `All ${count(claims.total, "claim")}` : "How they stand"}
            </Link>
          )}
        </p>
      </Section>

      <Section title="Analysts">
        <p dir="auto" className="max-w-measure">
          {analysts.length === 0
            ? "Nobody yet."
            : analysts.map(({ name, role }) => (role === "lead" ? `${name} (lead)` : name)).join(", ")}
        </p>
      </Section>
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

import Link from "next/link";
import { EvidenceFilters } from "@/components/evidence/evidence-filters";
import { EvidenceEntry } from "@/components/evidence/evidence-line";
import { RankingNote } from "@/components/inquiry/answer";
import { listedCount, originCount } from "@/components/inquiry/origin-count";
import { standings } from "@/components/inquiry/standing";
import { ChangeNotice } from "@/components/live/change-notice";
import { HiddenEntries } from "@/components/rating/hidden-entries";
import { domainOver } from "@/components/timeline/domain";
import { OverTimeChart } from "@/components/timeline/over-time-chart";
import { seriesOf } from "@/components/timeline/series";
import { TimelineChart } from "@/components/timeline/timeline-chart";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { evidenceFilter } from "@/lib/evidence/schema";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { getMatrix, wholeAnalysis } from "@/lib/matrix/queries";
import { seenBy } from "@/lib/matrix/seen-by";
import { listRelations } from "@/lib/relation/queries";
import { addressWith } from "@/lib/search-params";
import { listSourceNames } from "@/lib/source/queries";
import { hypothesesOverTime } from "@/lib/timeline/over-time";
import { listTimeline } from "@/lib/timeline/queries";

export const metadata = { title: "Timeline" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const filter = evidenceFilter.parse(await searchParams);
  const matrix = await getMatrix(scope.id);
  const [{ entries, ids, pages }, hypotheses, relations, sources] = await Promise.all([
    listTimeline(actor, scope, matrix.analysis, filter),
    listHypotheses(scope),
    listRelations(scope),
    listSourceNames(scope),
  ]);
  const standing = standings(wholeAnalysis(matrix), matrix, hypotheses);
  // Step by step over time, the figures would tell what others gave an entry.
  const seen = await seenBy(actor, scope, matrix);
  const { moments, days } = hypothesesOverTime(seen.matrix);
  const dated = entries.flatMap(({ span, ...entry }) => (span ? [{ ...entry, span }] : []));
  const undated = entries.filter(({ span }) => span === null);
  const spans = dated.map(({ span }) => span);
  const told = moments.flatMap(({ day }) => (day === null ? [] : [{ earliest: day, latest: day }]));
  // One axis for both pictures; of more pages each has the axis of its own entries, to show them large.
  const shared = pages > 1 ? undefined : domainOver([...spans, ...told]);
  const base = `/inquiries/${scope.slug}`;
  const path = `${base}/timeline`;
  return (
    <>
      <PageHeader
        crumbs={[{ href: base, label: scope.question }]}
        eyebrow={originCount(matrix.analysis)}
        title="Timeline"
        lead="When what the entries tell of happened, as far as that is known, and how the answer would have stood at each time."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <EvidenceFilters
          path={path}
          filter={filter}
          hypotheses={hypotheses}
          sources={sources}
          isAnalyst={actor.kind === "person" && mayIn(scope, "rate")}
        />
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-sm">
          <p role="status" className="text-ink-soft">
            {listedCount(matrix.analysis, ids)}
          </p>
          <Link href={addressWith(`${base}/evidence`, { ...filter, page: 1 })}>The same as a list</Link>
        </div>
        {entries.length === 0 && (
          <Empty title="No entry fits" action={<LinkButton href={path}>Show all</LinkButton>}>
            <p>Take one of the conditions away, or add the entry that is missing.</p>
          </Empty>
        )}
      </div>

      {matrix.analysis.speaks && days > 0 && (
        <Section
          title="Hypotheses over time"
          lead="Of all entries that count, whatever is narrowed above. It tells in which order the world gave its evidence, and not when anybody learned of it."
          className="mt-8"
        >
          {matrix.isRanking && <RankingNote relations={relations} />}
          {seen.hidden.length > 0 && <HiddenEntries slug={scope.slug} ids={seen.hidden} />}
          <OverTimeChart
            moments={moments}
            days={days}
            standing={standing}
            isRanking={matrix.isRanking}
            {...(shared ? { domain: shared } : {})}
          />
        </Section>
      )}

      {dated.length > 0 && (
        <Section title="Entries by date">
          <TimelineChart
            slug={scope.slug}
            entries={dated}
            series={seriesOf(standing)}
            domain={shared ?? domainOver(spans)}
          />
        </Section>
      )}

      {undated.length > 0 && (
        <Section title="Without a date" lead="Nobody has said when, or no calendar holds it.">
          <ul className="grid gap-5">
            {undated.map(({ line }) => (
              <li key={line.id}>
                <EvidenceEntry slug={scope.slug} line={line} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Pager page={filter.page} pages={pages} href={(page) => addressWith(path, { ...filter, page })} />
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

import Link from "next/link";
import { EvidenceFilters } from "@/components/evidence/evidence-filters";
import { EvidenceEntry } from "@/components/evidence/evidence-line";
import { Downloads } from "@/components/inquiry/downloads";
import { listedCount, originCount } from "@/components/inquiry/origin-count";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { ChangeNotice } from "@/components/live/change-notice";
import { RepeatsLink } from "@/components/repeat/repeats-link";
import { Word } from "@/components/scale/word";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listEvidence } from "@/lib/evidence/queries";
import { evidenceFilter } from "@/lib/evidence/schema";
import { twoPlaces } from "@/lib/format";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { listBlindEntries } from "@/lib/rating/queries";
import { getRepeats } from "@/lib/repeat/queries";
import { addressWith } from "@/lib/search-params";
import { listSourceNames } from "@/lib/source/queries";

export const metadata = { title: "Evidence" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EvidencePage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const filter = evidenceFilter.parse(await searchParams);
  const matrix = await getMatrix(scope.id);
  const [{ lines, ids, pages }, hypotheses, sources, repeats] = await Promise.all([
    listEvidence(actor, scope, matrix.analysis, filter),
    listHypotheses(scope),
    listSourceNames(scope),
    getRepeats(scope, matrix),
  ]);
  // Others' credibility and relevance are in a weight.
  const blind = await listBlindEntries(
    actor,
    scope,
    lines.map(({ id }) => id),
  );
  const weightOf = new Map(matrix.analysis.evidence.map(({ id, weight }) => [id, weight]));
  const base = `/inquiries/${scope.slug}/evidence`;
  const isBare = ids.length === 0 && addressWith(base, { ...filter, page: 1 }) === base;
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${scope.slug}`, label: scope.question }]}
        eyebrow={originCount(matrix.analysis)}
        title="Evidence"
        actions={
          <>
            <LinkButton href={`${base}/paste`}>Paste rows</LinkButton>
            <LinkButton href={`${base}/new`} variant="primary">
              Add evidence
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-8">
        <OriginWarning analysis={matrix.analysis} nameOf={sources} />
        {isBare ? (
          <Empty
            title="No entry yet"
            action={
              <LinkButton href={`${base}/new`} variant="primary">
                Add the first entry
              </LinkButton>
            }
          >
            <p>
              An entry states one thing that is, or is said to be, so: that somebody was seen, that a paper
              says so, that what one would expect to find was looked for and not found. It names who says it,
              and is then rated against every hypothesis.
            </p>
          </Empty>
        ) : (
          <>
            <EvidenceFilters
              path={base}
              filter={filter}
              hypotheses={hypotheses}
              sources={sources}
              isAnalyst={actor.kind === "person" && mayIn(scope, "rate")}
            />
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 text-sm">
              <p role="status" className="text-ink-soft">
                {listedCount(matrix.analysis, ids)}
              </p>
              <RepeatsLink slug={scope.slug} repeats={repeats} />
              <Link href={addressWith(`/inquiries/${scope.slug}/timeline`, { ...filter, page: 1 })}>
                The same on the timeline
              </Link>
            </div>
          </>
        )}
        {lines.length === 0 && !isBare && (
          <Empty title="No entry fits" action={<LinkButton href={base}>Show all</LinkButton>}>
            <p>Take one of the conditions away, or add the entry that is missing.</p>
          </Empty>
        )}
        <h2 className="sr-only">Entries</h2>
        <ul className="grid gap-6">
          {lines.map((line) => (
            <li key={line.id} className="border-t border-rule pt-5">
              <EvidenceEntry slug={scope.slug} line={line}>
                {!line.withdrawnAt && !blind.has(line.id) && (
                  <p className="text-sm text-ink-soft">
                    <Word of="weight" /> {twoPlaces(weightOf.get(line.id) ?? 0)}
                  </p>
                )}
              </EvidenceEntry>
            </li>
          ))}
        </ul>
        <Pager page={filter.page} pages={pages} href={(page) => addressWith(base, { ...filter, page })} />
        <Downloads slug={scope.slug} />
      </div>
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

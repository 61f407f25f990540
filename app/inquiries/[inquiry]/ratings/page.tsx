import { Agreement } from "@/components/inquiry/agreement";
import { originCount } from "@/components/inquiry/origin-count";
import { ChangeNotice } from "@/components/live/change-notice";
import { AdmiraltyGrid } from "@/components/rating/admiralty-grid";
import { DisagreementMap } from "@/components/rating/disagreement-map";
import { HaloTable } from "@/components/rating/halo-table";
import { HiddenEntries } from "@/components/rating/hidden-entries";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { analystNames } from "@/lib/analyst/queries";
import { listEvidenceByIds } from "@/lib/evidence/queries";
import { count } from "@/lib/format";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { getMatrix } from "@/lib/matrix/queries";
import { getRatingFindings } from "@/lib/rating/queries";

export const metadata = { title: "Ratings" };

interface Props {
  params: Promise<{ inquiry: string }>;
}

/** As many as are shown, the most disputed first. */
const mostDisputes = 40;
/** The same of analysts, those with most on the diagonal first. */
const mostAnalysts = 40;

export default async function RatingsPage({ params }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const matrix = await getMatrix(scope.id);
  const [{ grades, analysts, disputes, compared, blind }, hypotheses] = await Promise.all([
    getRatingFindings(actor, scope, matrix),
    listHypotheses(scope),
  ]);
  const paired = analysts
    .filter(({ pairs }) => pairs > 0)
    .toSorted((a, b) => (b.diagonal ?? 0) - (a.diagonal ?? 0))
    .slice(0, mostAnalysts);
  const shown = disputes.slice(0, mostDisputes);
  const [lines, names] = await Promise.all([
    listEvidenceByIds(
      scope,
      shown.map(({ evidence }) => evidence),
    ),
    analystNames(paired.map(({ id }) => id)),
  ]);
  const { analysis } = matrix;
  const base = `/inquiries/${scope.slug}`;
  const evidenceHref = (id: string) => `${base}/evidence/${id}`;
  return (
    <>
      <PageHeader
        crumbs={[{ href: base, label: scope.question }]}
        eyebrow={originCount(analysis)}
        title="Ratings"
        lead="How the analysts rate: whether they keep two scales apart, and where they part from each other."
      />
      {analysis.evidence.length === 0 ? (
        <Empty
          title="Nothing is rated yet"
          action={<LinkButton href={`${base}/evidence/new`}>Add evidence</LinkButton>}
        >
          <p>Entries are graded and rated one by one, or in the matrix.</p>
        </Empty>
      ) : (
        <>
          {blind.length > 0 && (
            <div className="pb-8">
              <HiddenEntries slug={scope.slug} ids={blind} />
            </div>
          )}
          <Section
            title="Grades"
            id="grades"
            lead="The Admiralty system asks two things: how far a source can be trusted, A to F, and how far this entry can be believed, 1 to 6, whoever says it. An entry stands where the means of all grades lie nearest, by the source that it leans on."
          >
            <AdmiraltyGrid inquiries={[{ slug: scope.slug, question: scope.question, cells: grades }]} />
            {paired.length > 0 && <HaloTable analysts={paired} nameOf={names} />}
          </Section>
          <Section title="Disagreement" id="disagreement">
            <Agreement analysis={analysis} />
            {shown.length > 0 ? (
              <DisagreementMap
                disputes={shown}
                hypotheses={hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null)}
                statements={new Map([...lines].map(([id, { statement }]) => [id, statement]))}
                evidenceHref={evidenceHref}
              />
            ) : (
              <p className="text-sm text-ink-soft">
                {compared === 0
                  ? "No cell has the numbers of two analysts yet, so there is nothing to compare."
                  : "Where two analysts or more rated the same cell, all gave the same code."}
              </p>
            )}
            {disputes.length > 0 && (
              <p className="text-sm text-ink-soft">
                {disputes.length > shown.length && `The ${shown.length} most disputed are shown. `}
                {count(disputes.length, "entry is", "entries are")} disputed, of {compared} that two analysts
                or more rated on the same hypothesis.
              </p>
            )}
          </Section>
        </>
      )}
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

import { Downloads } from "@/components/inquiry/downloads";
import { MatrixTable } from "@/components/inquiry/matrix-table";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { ownRow } from "@/components/rating/own-row";
import { RatingForm } from "@/components/rating/rating-form";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { listEvidenceByIds, listOwnRatings } from "@/lib/evidence/queries";
import { matrixView } from "@/lib/evidence/schema";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { listBlindEntries } from "@/lib/rating/queries";
import { addressWith } from "@/lib/search-params";
import { listSourceNames } from "@/lib/source/queries";

export const metadata = { title: "Matrix" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const rowsPerPage = 100;

export default async function MatrixPage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const { page, rate, sort } = matrixView.parse(await searchParams);
  const [{ analysis }, hypotheses, sources] = await Promise.all([
    getMatrix(scope.id),
    listHypotheses(scope),
    listSourceNames(scope),
  ]);
  const standing = hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null);
  const ordered =
    sort === "number"
      ? analysis.evidence
      : [...analysis.evidence].sort((a, b) => b.diagnosticity - a.diagnosticity);
  const rows = ordered.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const ids = rows.map(({ id }) => id);
  const analystId = actor.kind === "person" ? actor.analystId : null;
  const [lines, blind, own] = await Promise.all([
    listEvidenceByIds(scope, ids),
    listBlindEntries(actor, scope, ids),
    analystId ? listOwnRatings(scope, ids, analystId) : { ratings: [], evidenceRatings: [] },
  ]);
  const mayRate = actor.kind === "nobody" || mayIn(scope, "rate");
  const base = `/inquiries/${scope.slug}/matrix`;
  const rated = rate !== undefined && mayRate ? lines.get(rate) : undefined;
  const ofRated = <T extends { evidenceId: string }>(given: readonly T[]) =>
    given.filter((row) => row.evidenceId === rate);
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${scope.slug}`, label: scope.question }]}
        title="Matrix"
        lead="Every entry against every hypothesis, as the analysts rate it on the whole. Read along a row: an entry tells the hypotheses apart only where its row is not all one colour."
      />
      <div className="grid gap-6">
        <OriginWarning analysis={analysis} nameOf={sources} />
        {rated && (
          <Section title={`Rate ${rated.id}`} lead={rated.statement} id="rate">
            <RatingForm
              slug={scope.slug}
              evidenceId={rated.id}
              hypotheses={standing}
              own={ownRow(
                { ratings: ofRated(own.ratings), evidenceRatings: ofRated(own.evidenceRatings) },
                analystId,
              )}
              returnTo={`${addressWith(base, { page, sort, rate: rated.id })}#rate`}
            />
          </Section>
        )}
        {rows.length === 0 ? (
          <Empty
            title="The matrix is empty"
            action={<LinkButton href={`/inquiries/${scope.slug}/evidence/new`}>Add evidence</LinkButton>}
          >
            <p>Each entry becomes a row, each hypothesis a column.</p>
          </Empty>
        ) : (
          <>
            <p className="flex flex-wrap gap-x-4 text-sm">
              <span className="text-ink-soft">Order:</span>
              {sort === "number" ? (
                <>
                  <LinkButton href={base} variant="quiet" size="small">
                    what tells most apart
                  </LinkButton>
                  <strong>by number</strong>
                </>
              ) : (
                <>
                  <strong>what tells most apart</strong>
                  <LinkButton href={`${base}?sort=number`} variant="quiet" size="small">
                    by number
                  </LinkButton>
                </>
              )}
            </p>
            {blind.size > 0 && (
              <p className="max-w-measure text-sm text-ink-soft">
                Rating is blind here: a row shows what the others gave once you have rated it. A question mark
                stands where that is still to come.
              </p>
            )}
            <MatrixTable
              analysis={analysis}
              rows={rows}
              hypotheses={standing}
              lines={lines}
              evidenceHref={(id) => `/inquiries/${scope.slug}/evidence/${id}`}
              rateHref={mayRate ? (id) => `${addressWith(base, { page, sort, rate: id })}#rate` : null}
              ratedByMe={new Set(own.ratings.map((rating) => `${rating.evidenceId}/${rating.hypothesisId}`))}
              blind={blind}
              marksUnrated={analystId !== null && mayRate}
            />
            <Pager
              page={page}
              pages={Math.ceil(ordered.length / rowsPerPage)}
              href={(number) => addressWith(base, { page: number, sort })}
            />
          </>
        )}
        <Downloads slug={scope.slug} />
      </div>
    </>
  );
}

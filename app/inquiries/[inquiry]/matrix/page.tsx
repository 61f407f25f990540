import { EvidenceFilters } from "@/components/evidence/evidence-filters";
import { Downloads } from "@/components/inquiry/downloads";
import { originCount } from "@/components/inquiry/origin-count";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { MatrixLegend } from "@/components/matrix/legend";
import { Matrix } from "@/components/matrix/matrix";
import { rowsPerPage } from "@/components/matrix/rows-per-page";
import { StruckInputs } from "@/components/matrix/struck-inputs";
import { StruckLink } from "@/components/matrix/struck-link";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listEvidenceIds } from "@/lib/evidence/queries";
import { count } from "@/lib/format";
import { GRID_ORDERS, inOrder } from "@/lib/grid/order";
import { earliestOf, groundOf, readGrid } from "@/lib/grid/queries";
import { packRow } from "@/lib/grid/row";
import { gridView } from "@/lib/grid/schema";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { addressWith } from "@/lib/search-params";
import { listSourceNames } from "@/lib/source/queries";
import { rankingSentence } from "@/lib/voice";
import { figuresIn } from "@/lib/what-if/figures";
import { searchOf } from "@/lib/what-if/scenario";
import { strikesIn } from "@/lib/what-if/strikes";

export const metadata = { title: "Matrix" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MatrixPage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const search = await searchParams;
  const { sort, page, ...filter } = gridView.parse(search);
  const matrix = await getMatrix(scope.id);
  const [hypotheses, sources, ids] = await Promise.all([
    listHypotheses(scope),
    listSourceNames(scope),
    listEvidenceIds(actor, scope, matrix.analysis, { ...filter, page: 1 }),
  ]);
  const grid = await readGrid(actor, scope, matrix, hypotheses, ids);
  const rows = inOrder(grid.rows, sort, earliestOf);
  const mayRate = actor.kind === "person" && mayIn(scope, "rate");
  const base = `/inquiries/${scope.slug}/matrix`;
  const keeps = { sort: sort === "apart" ? undefined : sort };
  const isNarrowed = Object.values(filter).some((value) => value !== undefined && value !== "");
  const entries = matrix.analysis.evidence.length;
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${scope.slug}`, label: scope.question }]}
        eyebrow={originCount(matrix.analysis)}
        title="Matrix"
        lead="An entry tells the hypotheses apart only where its row is not all one colour."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <OriginWarning analysis={matrix.analysis} nameOf={sources} />
        {entries === 0 || grid.columns.length === 0 ? (
          <Empty
            title="The matrix is empty"
            action={<LinkButton href={`/inquiries/${scope.slug}/evidence/new`}>Add evidence</LinkButton>}
          >
            <p>Each entry becomes a row, each hypothesis a column.</p>
          </Empty>
        ) : (
          <>
            <nav aria-label="Order" className="order-nav print:hidden">
              <span className="text-ink-soft">Order</span>
              {GRID_ORDERS.filter(({ code }) => mayRate || code !== "parting").map(({ code, label }) => (
                <StruckLink
                  key={code}
                  href={addressWith(base, { ...filter, sort: code === "apart" ? undefined : code })}
                  aria-current={code === sort ? "true" : undefined}
                >
                  {label}
                </StruckLink>
              ))}
            </nav>
            <details open={isNarrowed} className="print:hidden">
              <summary className="text-sm">
                Narrow{isNarrowed && `: ${count(rows.length, "entry", "entries")} of ${entries}`}
              </summary>
              <div className="pt-4">
                <EvidenceFilters
                  path={base}
                  keeps={keeps}
                  filter={{ ...filter, page: 1 }}
                  hypotheses={hypotheses}
                  sources={sources}
                  isAnalyst={mayRate}
                  all={
                    <StruckLink href={addressWith(base, keeps)} className="btn" data-variant="quiet">
                      Show all
                    </StruckLink>
                  }
                >
                  <StruckInputs />
                </EvidenceFilters>
              </div>
            </details>
            {rows.length === 0 ? (
              <Empty title="No entry fits" action={<LinkButton href={base}>Show all</LinkButton>}>
                <p>Take one of the conditions away.</p>
              </Empty>
            ) : (
              <div id="matrix" tabIndex={-1} className="outline-none">
                <Matrix
                  key={`${sort} ${JSON.stringify(filter)}`}
                  slug={scope.slug}
                  path={addressWith(base, { ...filter, ...keeps })}
                  grid={{
                    ...grid,
                    rows: rows.map(packRow),
                    figures: [...figuresIn(matrix)],
                    reader: actor.kind === "person" ? actor.analystId : null,
                    ground: groundOf(scope, matrix),
                  }}
                  isNarrowed={isNarrowed}
                  isOwnOrder={sort === "own"}
                  isByParting={sort === "parting"}
                  analystId={mayRate ? actor.analystId : null}
                  struck={strikesIn(searchOf(search))}
                  firstRow={(page - 1) * rowsPerPage}
                />
              </div>
            )}
            {matrix.isRanking && <p className="max-w-measure text-sm text-ink-soft">{rankingSentence}</p>}
            {rows.length > 0 && <MatrixLegend mayRate={mayRate} />}
            {scope.ratingsNote && (
              <p dir="auto" className="max-w-measure text-sm text-ink-soft">
                {scope.ratingsNote}
              </p>
            )}
            {rows.some(({ isBlind }) => isBlind) && (
              <p className="max-w-measure text-sm text-ink-soft">
                Rating is blind here: what the others gave is hidden until you have rated the row. A question
                mark stands where that is still to come.
              </p>
            )}
            <div className="hidden noscript:block">
              <Pager
                page={page}
                pages={Math.ceil(rows.length / rowsPerPage)}
                href={(number) => addressWith(base, { ...filter, ...keeps, page: number })}
              />
            </div>
          </>
        )}
        <Downloads slug={scope.slug} />
      </div>
    </>
  );
}

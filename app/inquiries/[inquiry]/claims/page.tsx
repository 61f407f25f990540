import { ClaimFilters } from "@/components/claim/claim-filters";
import { ClaimList } from "@/components/claim/claim-list";
import { originCount } from "@/components/inquiry/origin-count";
import { ChangeNotice } from "@/components/live/change-notice";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { judgeAll, listAsserters, listClaims } from "@/lib/claim/queries";
import { claimFilter } from "@/lib/claim/schema";
import { count } from "@/lib/format";
import { requireInquiry } from "@/lib/inquiry/page";
import { getMatrix } from "@/lib/matrix/queries";
import { addressWith } from "@/lib/search-params";

export const metadata = { title: "Claims" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ClaimsPage({ params, searchParams }: Props) {
  const { scope } = await requireInquiry((await params).inquiry);
  const filter = claimFilter.parse(await searchParams);
  const matrix = await getMatrix(scope.id);
  const judged = await judgeAll(scope, matrix);
  const [{ lines, total, pages }, asserters] = await Promise.all([
    listClaims(scope, judged, filter),
    listAsserters(scope),
  ]);
  const base = `/inquiries/${scope.slug}/claims`;
  const add = (
    <LinkButton href={`${base}/new`} variant="primary">
      Add a claim
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${scope.slug}`, label: scope.question }]}
        eyebrow={originCount(matrix.analysis)}
        title="Claims"
        lead="Assertions whose truth is itself in question. That somebody made one is an entry; whether it is true is judged here, by entries that fit it or do not."
        actions={add}
      />
      {asserters.size === 0 ? (
        <Empty title="No claim yet" action={add}>
          <p>A claim is one thing that somebody says is so: “it was them”. Name who says it, and where.</p>
        </Empty>
      ) : (
        <div className="grid gap-8">
          <ClaimFilters path={base} filter={filter} asserters={asserters} />
          <p role="status" className="text-sm text-ink-soft">
            {count(total, "claim")}
          </p>
          {lines.length === 0 && (
            <Empty title="No claim fits" action={<LinkButton href={base}>Show all</LinkButton>}>
              <p>Take one of the conditions away, or add the claim that is missing.</p>
            </Empty>
          )}
          <h2 className="sr-only">The claims</h2>
          <ClaimList slug={scope.slug} claims={lines} judged={judged} />
          <Pager page={filter.page} pages={pages} href={(page) => addressWith(base, { ...filter, page })} />
        </div>
      )}
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

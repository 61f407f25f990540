import { HitList } from "@/components/search/hit-list";
import { KindFilter } from "@/components/search/kind-filter";
import { NothingFound } from "@/components/search/nothing-found";
import { SearchForm } from "@/components/search/search-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { currentActor } from "@/lib/auth/actor";
import { count } from "@/lib/format";
import { search } from "@/lib/search/queries";
import { searchView } from "@/lib/search/schema";
import { addressWith } from "@/lib/search-params";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props) {
  const { text } = searchView.parse(await searchParams);
  return { title: text === "" ? "Search" : `Search: ${text}` };
}

export default async function SearchPage({ searchParams }: Props) {
  const { text, kind, page } = searchView.parse(await searchParams);
  const { hits, total, pages, counts } = await search(await currentActor(), { text, kind, page });
  const exact = hits.filter(({ isNear }) => !isNear);
  const near = hits.filter(({ isNear }) => isNear);
  return (
    <>
      <PageHeader title="Search" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <SearchForm text={text} kind={kind} />
        {Object.keys(counts).length > 0 && <KindFilter text={text} kind={kind} counts={counts} />}
        {text !== "" && (
          <p role="status" className="text-sm text-ink-soft">
            {count(total, "hit")}
          </p>
        )}
        {hits.length === 0 && <NothingFound text={text} isBeyond={total > 0} />}
        <h2 className="sr-only">Hits</h2>
        <HitList hits={exact} />
        {near.length > 0 && (
          <>
            <Notice>
              {exact.length === 0 && page === 1
                ? "Nothing has just these words. These have words that are near to them."
                : "What follows has words that are near to these."}
            </Notice>
            <HitList hits={near} />
          </>
        )}
        <Pager
          page={page}
          pages={pages}
          href={(number) => addressWith("/search", { text, kind, page: number })}
        />
      </div>
    </>
  );
}

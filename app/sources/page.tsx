import { SourceList } from "@/components/source/source-list";
import { SourceSearch } from "@/components/source/source-search";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/actor";
import { count } from "@/lib/format";
import { listSources } from "@/lib/source/queries";
import { sourceFilter } from "@/lib/source/schema";

export const metadata = { title: "Sources" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SourcesPage({ searchParams }: Props) {
  const filter = sourceFilter.parse(await searchParams);
  const { lines, total, pages } = await listSources(await currentActor(), filter);
  return (
    <>
      <PageHeader
        title="Sources"
        lead="Whoever or whatever asserts something. One source may stand behind entries of many inquiries, so it is judged once, for all of them."
        actions={
          <>
            <LinkButton href="/sources/review">Review sources</LinkButton>
            <LinkButton href="/sources/new" variant="primary">
              Add a source
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-6">
        <SourceSearch text={filter.text} />
        <Section title={filter.text === "" ? count(total, "source") : `${count(total, "source")} found`}>
          {lines.length === 0 ? (
            <Empty title={total > 0 ? "This page is empty" : "No source here"}>
              <p>
                {filter.text === ""
                  ? "Sources appear with the first entry that cites them, or are added by hand."
                  : "Try a part of the name, or a number such as S3. Sources of inquiries that you do not see are not among these."}
              </p>
            </Empty>
          ) : (
            <SourceList lines={lines} />
          )}
          <Pager
            page={filter.page}
            pages={pages}
            href={(page) =>
              `/sources?${new URLSearchParams({ ...(filter.text ? { text: filter.text } : {}), page: String(page) })}`
            }
          />
        </Section>
      </div>
    </>
  );
}

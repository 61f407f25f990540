import { HistoryList } from "@/components/history/history-list";
import { ChangeNotice } from "@/components/live/change-notice";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { count } from "@/lib/format";
import { listHistory } from "@/lib/history/queries";
import { historyFilter } from "@/lib/history/schema";
import { requireInquiry } from "@/lib/inquiry/page";

export const metadata = { title: "History" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const { page } = historyFilter.parse(await searchParams);
  const { lines, total, pages } = await listHistory(actor, scope, page);
  const base = `/inquiries/${scope.slug}`;
  return (
    <>
      <PageHeader
        crumbs={[{ href: base, label: scope.question }]}
        title="History"
        lead="Who changed what, when and why. Nothing is taken out of it."
      />
      <Section title={count(total, "change")}>
        {lines.length === 0 ? (
          <Empty title="This page of the history is empty" />
        ) : (
          <HistoryList lines={lines} slug={scope.slug} />
        )}
        <Pager page={page} pages={pages} href={(to) => `${base}/history?page=${to}`} />
        <p className="max-w-measure text-sm text-ink-soft">
          Each change is sealed with the one before it. Whoever runs this installation checks the whole chain
          with <code>npm run verify</code>, which names any change that was altered or taken away.
        </p>
      </Section>
      <ChangeNotice slug={scope.slug} since={total} />
    </>
  );
}

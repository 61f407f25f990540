import { InquiryCardView } from "@/components/inquiry/inquiry-card";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TextField } from "@/components/ui/text-field";
import { currentActor } from "@/lib/auth/actor";
import { listInquiries } from "@/lib/inquiry/queries";
import { addressWith, listView } from "@/lib/search-params";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function HomePage({ searchParams }: Props) {
  const { text, page } = listView.parse(await searchParams);
  const { cards, total, pages } = await listInquiries(await currentActor(), { text, page });
  return (
    <>
      <PageHeader
        title="Inquiries"
        lead="Each asks a question that several hypotheses compete to answer, and says what stands, how firmly, and what it hangs on."
        actions={
          <LinkButton href="/inquiries/new" variant="primary">
            Open an inquiry
          </LinkButton>
        }
      />
      {(total > 3 || text !== "") && (
        <search>
          <form action="/" className="mb-8 flex max-w-measure items-end gap-3">
            <TextField
              name="text"
              type="search"
              label="Words of the question"
              defaultValue={text}
              className="flex-1"
            />
            <Button type="submit">Search</Button>
          </form>
        </search>
      )}
      {cards.length === 0 && (
        <Empty
          title={text === "" ? "No inquiry yet" : "No question has these words"}
          action={text === "" ? undefined : <LinkButton href="/">Show all</LinkButton>}
        >
          <p>Open one with a question that has more than one possible answer.</p>
        </Empty>
      )}
      <ul className="grid gap-10">
        {cards.map((card) => (
          <li key={card.slug} className="border-t border-rule pt-6">
            <InquiryCardView card={card} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={(number) => addressWith("/", { text, page: number })} />
    </>
  );
}

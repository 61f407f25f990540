import Link from "next/link";
import { AdmiraltyGrid } from "@/components/rating/admiralty-grid";
import { ReasonNav } from "@/components/review/reason-nav";
import { ReviewDesk } from "@/components/review/review-desk";
import { ReviewKeys } from "@/components/review/review-keys";
import { TwoScales } from "@/components/scale/two-scales";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requirePerson } from "@/lib/auth/page";
import { count } from "@/lib/format";
import { mostInquiries, readReview } from "@/lib/review/queries";
import { mostShown, shownQueue } from "@/lib/review/shown";
import { STALE_MONTHS } from "@/lib/source/queue";
import { reviewView } from "@/lib/source/schema";

export const metadata = { title: "Review sources" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReviewPage({ searchParams }: Props) {
  const actor = await requirePerson("/sources/review");
  const { reason, at } = reviewView.parse(await searchParams);
  const { items, grades, inquiries } = await readReview(actor, new Date());
  const { queue, total } = shownQueue(items, { reason, at });
  const start = queue.find(({ id }) => id === at) ?? queue[0];
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/sources", label: "Sources" }]}
        title="Review sources"
        lead="Those on which most hangs come first. What a grade moves is shown after it is given, so that no one grades for what comes of it."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pb-10">
        {items.length > 0 && <ReasonNav items={items} reason={reason} />}
        {start ? (
          <>
            {queue.length < total && (
              <p className="max-w-measure text-sm text-ink-soft">
                {total.toLocaleString("en")} sources are here; the {mostShown} on which most hangs come now,
                and the others as these are judged.
              </p>
            )}
            <ReviewDesk
              key={reason ?? "all"}
              items={queue}
              at={start.id}
              reason={reason}
              analystId={actor.analystId}
            />
            <ReviewKeys />
          </>
        ) : (
          <NothingToReview inquiries={inquiries} sources={items.length} />
        )}
      </div>

      <Section title="The two scales">
        <TwoScales />
      </Section>

      {grades.length > 0 && (
        <Section
          title="Entries by both scales"
          id="grades"
          lead={
            <>
              <p>
                All that count in the inquiries looked at, by the source that each leans on and by what it
                says itself. An entry stands where the means of all grades lie nearest; what you have yet to
                rate blind is left out.
              </p>
              <p className="mt-2">
                How far each analyst keeps the two scales apart:{" "}
                {grades.map(({ slug, question }, place) => (
                  <span key={slug}>
                    {place > 0 && "; "}
                    <Link href={`/inquiries/${slug}/ratings#grades`} dir="auto">
                      {question}
                    </Link>
                  </span>
                ))}
              </p>
            </>
          }
        >
          <AdmiraltyGrid inquiries={grades} />
        </Section>
      )}

      <Section title="What is in the queue, and in which order">
        <div className="grid max-w-measure gap-3 text-sm">
          <p>
            The sources that the inquiries cite in which you are analyst or lead: there your grades count.
            First comes the one without which the posteriors of one inquiry would move most (half the sum of
            all changes); its size is told, and not which way. It says nothing of what your grade would do.
          </p>
          <p>
            A source is here if nobody has graded it, you have not, your grade is over {STALE_MONTHS} months
            old or older than the newest entry that rests on it, two analysts lie two steps or more apart, an
            entry is called confirmed with it alone behind it, its record does not fit its grade, or you grade
            it just as the entries that cite it. F is an answer, too: it counts as unknown, and leaves the
            queue until it is old.
          </p>
          <p>
            {inquiries > mostInquiries
              ? `You work in ${count(inquiries, "inquiry", "inquiries")}; the ${mostInquiries} newest are looked at.`
              : `Looked at: ${count(inquiries, "inquiry", "inquiries")}, all that you work in.`}
          </p>
        </div>
      </Section>
    </>
  );
}

function NothingToReview({ inquiries, sources }: { inquiries: number; sources: number }) {
  if (inquiries === 0)
    return (
      <Empty title="Nothing to review yet" action={<LinkButton href="/">Inquiries</LinkButton>}>
        <p>
          Your grades count in inquiries of which you are analyst or lead. Open one, or contribute to one that
          is open: its sources then come here.
        </p>
      </Empty>
    );
  return (
    <Empty title={sources === 0 ? "No source yet" : "Nothing left to review"}>
      <p>
        {sources === 0
          ? "Your inquiries cite no source. An entry that names who says it brings the first."
          : "Every source is judged as far as these reasons go. New entries, other analysts' grades and time bring more."}
      </p>
    </Empty>
  );
}

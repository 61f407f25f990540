import Link from "next/link";
import { notFound } from "next/navigation";
import { EntryFigures } from "@/components/evidence/entry-figures";
import { KindWord } from "@/components/evidence/evidence-line";
import { Provenance } from "@/components/evidence/provenance";
import { RankingNote } from "@/components/inquiry/answer";
import { ChangeNotice } from "@/components/live/change-notice";
import { ownRow } from "@/components/rating/own-row";
import { RatingForm } from "@/components/rating/rating-form";
import { RatingsByAnalyst } from "@/components/rating/ratings-by-analyst";
import { ScalesSentence } from "@/components/scale/scales-sentence";
import { Withdraw } from "@/components/shell/withdraw";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { restoreEvidenceAction, withdrawEvidenceAction } from "@/lib/evidence/actions";
import { findEvidence, gradeOf } from "@/lib/evidence/queries";
import { evidenceId } from "@/lib/evidence/schema";
import { formatEdtf } from "@/lib/format";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn, verdictIn } from "@/lib/inquiry/scope";
import { describeEntry } from "@/lib/matrix/effect";
import { getMatrix } from "@/lib/matrix/queries";
import { may } from "@/lib/policy";
import { listRelations } from "@/lib/relation/queries";
import { listSourceNames } from "@/lib/source/queries";

interface Props {
  params: Promise<{ inquiry: string; evidence: string }>;
  searchParams: Promise<{ saved?: string }>;
}

async function load({ params }: Pick<Props, "params">) {
  const { inquiry, evidence: id } = await params;
  const { actor, scope } = await requireInquiry(inquiry);
  const entry = evidenceId.safeParse(id).success ? await findEvidence(actor, scope, id) : null;
  if (!entry) notFound();
  return { actor, scope, entry };
}

export async function generateMetadata(props: Props) {
  const { inquiry, evidence } = await props.params;
  await requireInquiry(inquiry);
  return { title: `Evidence ${evidence}` };
}

export default async function EntryPage(props: Props) {
  const { actor, scope, entry } = await load(props);
  const { saved } = await props.searchParams;
  const [matrix, hypotheses, relations, sources] = await Promise.all([
    getMatrix(scope.id),
    listHypotheses(scope),
    listRelations(scope),
    listSourceNames(scope),
  ]);
  const standing = hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null);
  const list = `/inquiries/${scope.slug}/evidence`;
  const page = `${list}/${entry.id}`;
  const besides = (other: string) => `${list}/repeats?one=${entry.id}&other=${other}`;
  const analystId = actor.kind === "person" ? actor.analystId : null;
  const counts = matrix.analysis.evidence.some(({ id }) => id === entry.id);
  // What an entry says on the whole would tell an analyst what the others think of it.
  const effect = counts && !entry.isBlind ? describeEntry(matrix, entry.id) : null;
  const mayChange = may(verdictIn(scope, "changeEvidence"), {
    isOwn: analystId !== null && entry.createdById === analystId,
    hasReason: true,
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/inquiries/${scope.slug}`, label: scope.question },
          { href: list, label: "Evidence" },
        ]}
        eyebrow={`Evidence ${entry.id}`}
        title={entry.statement}
        actions={mayChange && <LinkButton href={`${page}/edit`}>Edit</LinkButton>}
      />
      <div className="grid gap-5 pb-8">
        {saved !== undefined && effect && (
          <Notice tone="good" title={`${entry.id} is saved`} role="status">
            <p>Against the matrix without it: {effect}</p>
          </Notice>
        )}
        {entry.mergedIntoId && (
          <Notice title={`Merged into ${entry.mergedIntoId}`}>
            <p>
              <Link href={`${list}/${entry.mergedIntoId}`}>{entry.mergedIntoId}</Link> says the same and
              stands for both. What was said of {entry.id} stays here and no longer counts.{" "}
              <Link href={besides(entry.mergedIntoId)}>Compare the two, or take them apart</Link>.
            </p>
          </Notice>
        )}
        {entry.merged.length > 0 && (
          <p className="text-sm text-ink-soft">
            It stands for{" "}
            {entry.merged.map(({ id }, i) => (
              <span key={id}>
                {i > 0 && ", "}
                <Link href={`${list}/${id}`}>{id}</Link> (<Link href={besides(id)}>compare</Link>)
              </span>
            ))}{" "}
            as well.
          </p>
        )}
        {entry.withdrawnAt && !entry.mergedIntoId && (
          <Notice tone="warning" title="Withdrawn">
            <p dir="auto">{entry.withdrawnReason} It stays visible and no longer counts.</p>
          </Notice>
        )}
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <KindWord kind={entry.kind} />
          {entry.occurredOn && <span>{formatEdtf(entry.occurredOn)}</span>}
          {entry.places.length > 0 && <span dir="auto">{entry.places.join(", ")}</span>}
          <span>
            added {entry.createdBy ? `by ${entry.createdBy.name} ` : "with the shipped inquiry "}
            <Time value={entry.createdAt} precision="day" />
          </span>
        </p>
        {entry.claim && (
          <p className="max-w-measure text-sm">
            It reports that somebody claimed{" "}
            <Link href={`/inquiries/${scope.slug}/claims/${entry.claim.id}`} dir="auto">
              {entry.claim.id}{" "}
              {entry.claim.withdrawnAt ? <del>{entry.claim.statement}</del> : entry.claim.statement}
            </Link>{" "}
            <span className="text-ink-soft">
              That the claim was made is what this entry says; whether it is true is judged there.
            </span>
            {entry.claim.withdrawnAt && (
              <span className="block" dir="auto">
                The claim is withdrawn: {entry.claim.withdrawnReason}
              </span>
            )}
          </p>
        )}
        {entry.note && (
          <p dir="auto" className="max-w-measure">
            {entry.note}
          </p>
        )}
      </div>

      <Section title="Where it stands">
        <Provenance citations={entry.citations} gradeOf={(source) => gradeOf(matrix.analysis, source)} />
        <ScalesSentence />
      </Section>

      <Section
        title="What it does"
        lead={effect === null ? undefined : `Against the matrix without it: ${effect}`}
        actions={
          counts && (
            <LinkButton href={`/inquiries/${scope.slug}/what-if?entry=${entry.id}`} size="small">
              What if this were struck?
            </LinkButton>
          )
        }
      >
        <EntryFigures
          analysis={matrix.analysis}
          evidenceId={entry.id}
          hypotheses={standing}
          sources={sources}
          isBlind={entry.isBlind}
        />
        {matrix.isRanking && <RankingNote relations={relations} />}
      </Section>

      <Section title="Who rated it how" lead={scope.ratingsNote || undefined}>
        {entry.isBlind ? (
          <p className="max-w-measure text-sm">
            Rating is blind here: what the others gave {entry.id} is shown once you have rated it yourself, so
            that nobody leads you. <a href="#rate">Rate it now</a>.
          </p>
        ) : (
          <RatingsByAnalyst
            hypotheses={standing}
            ratings={entry.ratings}
            evidenceRatings={entry.evidenceRatings}
          />
        )}
      </Section>

      {(actor.kind === "nobody" || mayIn(scope, "rate")) && (
        <Section title="Your ratings" id="rate" className="print:hidden">
          <RatingForm
            slug={scope.slug}
            evidenceId={entry.id}
            hypotheses={standing}
            own={ownRow(entry, analystId)}
            returnTo={`${page}#rate`}
          />
        </Section>
      )}
      {mayChange && !entry.mergedIntoId && (
        <Withdraw
          id={entry.id}
          isWithdrawn={entry.withdrawnAt !== null}
          withdraw={withdrawEvidenceAction}
          restore={restoreEvidenceAction}
          hidden={{ slug: scope.slug, returnTo: page }}
        />
      )}
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

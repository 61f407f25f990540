import Link from "next/link";
import { notFound } from "next/navigation";
import { EntryFigures } from "@/components/evidence/entry-figures";
import { KindWord } from "@/components/evidence/evidence-line";
import { HandTrust } from "@/components/evidence/hand-trust";
import { Independence } from "@/components/evidence/independence";
import { MergeNotes } from "@/components/evidence/merge-notes";
import { OurPlaces } from "@/components/evidence/our-places";
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
import { formatEdtf, joinWords } from "@/lib/format";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn, verdictIn } from "@/lib/inquiry/scope";
import { describeEntry } from "@/lib/matrix/effect";
import { getMatrix } from "@/lib/matrix/queries";
import { may } from "@/lib/policy";
import { listRelations } from "@/lib/relation/queries";
import { listCountingGrades, listSourceNames } from "@/lib/source/queries";

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
  const hands = entry.citations.flatMap(({ source, via }) => (via ? [source.id, via.id] : [source.id]));
  const [matrix, hypotheses, relations, sources, grades] = await Promise.all([
    getMatrix(scope.id),
    listHypotheses(scope),
    listRelations(scope),
    listSourceNames(scope),
    listCountingGrades(actor, scope, hands),
  ]);
  const standing = hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null);
  const list = `/inquiries/${scope.slug}/evidence`;
  const page = `${list}/${entry.id}`;
  const analystId = actor.kind === "person" ? actor.analystId : null;
  const counted = matrix.input.evidence?.find(({ id }) => id === entry.id);
  const counts = counted !== undefined;
  // What an entry says on the whole would tell an analyst what the others think of it.
  const effect =
    counts && !entry.isBlind ? describeEntry(matrix, entry.id, { isNew: saved !== undefined }) : null;
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
        <MergeNotes slug={scope.slug} entry={entry} />
        {entry.withdrawnAt && !entry.mergedInto && (
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
        <OurPlaces places={entry.places} />
        <Independence
          analysis={matrix.analysis}
          evidenceId={entry.id}
          citations={counted?.citations?.length ?? 0}
          nameOf={sources}
        />
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
        <HandTrust citations={entry.citations} grades={grades} />
        <ScalesSentence />
      </Section>

      <Section
        title="What it does"
        lead={effect === null ? undefined : `Against the matrix without it: ${effect}`}
        actions={
          counts &&
          !entry.isBlind && (
            <LinkButton href={`/inquiries/${scope.slug}/what-if?entry=${entry.id}`} size="small">
              What if this were struck?
            </LinkButton>
          )
        }
      >
        <EntryFigures
          analysis={matrix.analysis}
          evidenceId={entry.id}
          citations={entry.citations}
          hypotheses={standing}
          sources={sources}
          isBlind={entry.isBlind}
        />
        {matrix.isRanking && <RankingNote relations={relations} />}
      </Section>

      <Section title="Who rated it how" lead={scope.ratingsNote || undefined}>
        {entry.isBlind && (
          <p className="max-w-measure text-sm">
            Rating is blind here: what the others gave {entry.id} is shown once you have rated it yourself on
            every hypothesis that they rated, so that nobody leads you. <a href="#rate">Rate it now</a>.
          </p>
        )}
        {(!entry.isBlind || entry.ratings.length > 0 || entry.evidenceRatings.length > 0) && (
          <RatingsByAnalyst
            hypotheses={standing}
            ratings={entry.ratings}
            evidenceRatings={entry.evidenceRatings}
          />
        )}
      </Section>

      {(actor.kind === "nobody" || mayIn(scope, "rate")) && (
        <Section title="Your ratings" id="rate" className="print:hidden">
          {entry.mergedInto ? (
            <p className="text-sm">
              {entry.id} is merged into {entry.mergedInto.id}:{" "}
              <Link href={`${list}/${entry.mergedInto.id}#rate`}>rate {entry.mergedInto.id}</Link>.
            </p>
          ) : (
            <RatingForm
              slug={scope.slug}
              evidenceId={entry.id}
              hypotheses={standing}
              own={ownRow(entry, analystId)}
              returnTo={`${page}#rate`}
            />
          )}
        </Section>
      )}
      {mayChange && !entry.mergedInto && (
        <Withdraw
          id={entry.id}
          isWithdrawn={entry.withdrawnAt !== null}
          withdraw={withdrawEvidenceAction}
          restore={restoreEvidenceAction}
          hidden={{ slug: scope.slug, returnTo: page }}
          {...(entry.merged.length > 0 ? { takesAlong: joinWords(entry.merged.map(({ id }) => id)) } : {})}
        />
      )}
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

import Link from "next/link";
import { notFound } from "next/navigation";
import { ClaimFacts } from "@/components/claim/claim-facts";
import { Discrepancies } from "@/components/claim/discrepancies";
import { RateForm } from "@/components/claim/rate-form";
import { RatedEntries, type RatedEntry } from "@/components/claim/rated-entries";
import { VerdictView } from "@/components/claim/verdict-view";
import { Provenance } from "@/components/evidence/provenance";
import { ChangeNotice } from "@/components/live/change-notice";
import { Withdraw } from "@/components/shell/withdraw";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { restoreClaimAction, withdrawClaimAction } from "@/lib/claim/actions";
import { findClaim, judgeAll } from "@/lib/claim/queries";
import { claimId } from "@/lib/claim/schema";
import { type ClaimStances, stancesOnClaim } from "@/lib/claim/stances";
import {
  findOwnRating,
  listBlindPairs,
  listRatedEntries,
  listRatingsOnClaim,
  suggestEntries,
} from "@/lib/claim-rating/queries";
import { listEvidenceByIds } from "@/lib/evidence/queries";
import { evidenceId } from "@/lib/evidence/schema";
import { requireInquiry } from "@/lib/inquiry/page";
import { mayIn, verdictIn } from "@/lib/inquiry/scope";
import { getMatrix } from "@/lib/matrix/queries";
import { may } from "@/lib/policy";
import { listBlindEntries } from "@/lib/rating/queries";
import { nearestReliability } from "@/lib/source/grade";

interface Props {
  params: Promise<{ inquiry: string; claim: string }>;
  searchParams: Promise<{ rate?: string; saved?: string }>;
}

/** How many entries of a kind are shown, the weightiest first. */
const shownOfAKind = 40;

const kinds = ["for", "against", "ownWord", "neither", "out"] as const;

/** What is told of the entries apart from those for and against, where there are any. */
const asides = {
  ownWord: {
    title: "Its asserter’s own word",
    lead: "What comes from whoever asserts it counts nothing here, through however many outlets.",
  },
  neither: {
    title: "Says nothing either way",
    lead: "Rated as just as likely whether the claim is true or not, or as not applying.",
  },
  out: {
    title: "Rated, and not counting",
    lead: "The claim, the entry or all its sources are withdrawn, or whoever rated it is no analyst here now.",
  },
} as const;

async function load({ params }: Pick<Props, "params">) {
  const { inquiry, claim: id } = await params;
  const { actor, scope } = await requireInquiry(inquiry);
  const claim = claimId.safeParse(id).success ? await findClaim(scope, id) : null;
  if (!claim) notFound();
  return { actor, scope, claim };
}

export async function generateMetadata(props: Props) {
  const { inquiry, claim } = await props.params;
  await requireInquiry(inquiry);
  return { title: `Claim ${claim}` };
}

export default async function ClaimPage(props: Props) {
  const { actor, scope, claim } = await load(props);
  const { rate, saved } = await props.searchParams;
  const chosen = evidenceId.safeParse(rate).data;
  const analystId = actor.kind === "person" ? actor.analystId : null;
  const [matrix, rated, entries, own] = await Promise.all([
    getMatrix(scope.id),
    listRatedEntries(scope, claim.id),
    suggestEntries(actor, scope, claim.id),
    chosen && analystId ? findOwnRating(scope, claim.id, chosen, analystId) : null,
  ]);
  const judged = (await judgeAll(scope, matrix)).get(claim.id);
  const findingsOf = new Map(matrix.analysis.evidence.map((entry) => [entry.id, entry]));
  const reliabilityOf = new Map(matrix.analysis.sources.map(({ id, reliability }) => [id, reliability]));
  const gradeOf = (source: string) => nearestReliability(reliabilityOf.get(source) ?? null);
  const weightOf = (id: string) => findingsOf.get(id)?.weight ?? 0;
  // On which side an entry stands tells what others gave it.
  const pairs = rated.map((evidence) => ({ claim: claim.id, evidence }));
  const waits = await listBlindPairs(actor, scope, pairs);
  const waiting = rated.filter((evidence) => waits.has(`${claim.id}/${evidence}`));
  const stances = stancesOnClaim(
    rated.filter((evidence) => !waiting.includes(evidence)),
    judged,
  );
  const strongest = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      stances[kind].toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, shownOfAKind),
    ]),
  ) as Record<keyof ClaimStances, string[]>;
  const shownWaiting = waiting.slice(0, shownOfAKind);
  const shown = [...Object.values(strongest).flat(), ...shownWaiting];
  const [lines, { ratings, blind }, unseen] = await Promise.all([
    listEvidenceByIds(scope, shown),
    listRatingsOnClaim(actor, scope, claim.id, { rated, shown }),
    listBlindEntries(actor, scope, shown),
  ]);
  const entryOf = (id: string): RatedEntry[] => {
    const line = lines.get(id);
    const findings = findingsOf.get(id);
    if (!line) return [];
    return [
      {
        line,
        ratings: ratings.get(id) ?? [],
        isBlind: blind.has(id),
        findings: findings
          ? {
              weight: unseen.has(id) ? null : findings.weight,
              leansOn: findings.leansOn,
              grade: gradeOf(findings.leansOn),
            }
          : null,
      },
    ];
  };
  const base = `/inquiries/${scope.slug}`;
  const page = `${base}/claims/${claim.id}`;
  const mayRate = actor.kind === "nobody" || mayIn(scope, "rate");
  const mayChange = may(verdictIn(scope, "changeClaim"), {
    isOwn: analystId !== null && claim.createdById === analystId,
    hasReason: true,
  });
  const listOf = (kind: keyof ClaimStances, told: { title: string; lead: string }) => (
    <RatedEntries
      key={kind}
      {...told}
      slug={scope.slug}
      claimId={claim.id}
      entries={strongest[kind].flatMap(entryOf)}
      total={stances[kind].length}
      mayRate={mayRate}
    />
  );
  return (
    <>
      <PageHeader
        crumbs={[
          { href: base, label: scope.question },
          { href: `${base}/claims`, label: "Claims" },
        ]}
        eyebrow={`Claim ${claim.id}`}
        title={claim.statement}
        actions={mayChange && <LinkButton href={`${page}/edit`}>Edit</LinkButton>}
      />
      <div className="grid gap-5 pb-8">
        {saved !== undefined && judged && (
          <Notice tone="good" title={`${claim.id} is saved`} role="status">
            <p>Entries that are rated on it say whether it is true.</p>
          </Notice>
        )}
        {claim.withdrawnAt && (
          <Notice tone="warning" title="Withdrawn">
            <p dir="auto">
              {claim.withdrawnReason} It stays visible and counts nowhere, its asserter’s track record
              included.
            </p>
          </Notice>
        )}
        <ClaimFacts claim={claim} gradeOf={gradeOf} />
        {claim.assertedBy.withdrawnAt && !claim.withdrawnAt && (
          <p className="max-w-measure text-sm">
            {claim.assertedBy.id}, which asserts it, is withdrawn: this claim no longer counts in its record.
            What others say of the claim counts as before.
          </p>
        )}
      </div>

      {judged && (
        <Section title="How it stands" id="verdict">
          <VerdictView
            findings={judged.findings}
            rated={rated.length - stances.out.length}
            stances={stances}
            gradeOf={gradeOf}
            blind={blind}
          />
        </Section>
      )}
      {waiting.length > 0 && (
        <RatedEntries
          title="Yours to rate first"
          lead="Others have rated these on the claim. On which side they stand is shown once you have."
          slug={scope.slug}
          claimId={claim.id}
          entries={shownWaiting.flatMap(entryOf)}
          total={waiting.length}
          mayRate={mayRate}
        />
      )}
      {judged && rated.length > 0 && (
        <div className="grid items-start gap-x-12 lg:grid-cols-2">
          {listOf("for", { title: "For it", lead: "Fits the claim. The weightiest first." })}
          {listOf("against", { title: "Against it", lead: "Does not fit the claim. The weightiest first." })}
        </div>
      )}
      {(["ownWord", "neither", "out"] as const)
        .filter((kind) => stances[kind].length > 0)
        .map((kind) => listOf(kind, asides[kind]))}

      {mayRate && (
        <Section
          title="Rate an entry on it"
          id="rate"
          lead="Choose an entry and say how well it fits the claim. What counts is how far its source and the entry itself are trusted."
        >
          <RateForm
            slug={scope.slug}
            claimId={claim.id}
            entries={entries}
            chosen={chosen}
            own={own}
            analystId={analystId}
          />
        </Section>
      )}

      <Section
        title="Entries that report it"
        lead="That it was claimed is so, or not, whether or not it is true."
      >
        {claim.reports.length === 0 && (
          <p className="text-sm text-ink-soft">None. An entry names the claim that it reports in its form.</p>
        )}
        <ul className="grid max-w-measure gap-2">
          {claim.reports.map(({ id, statement, withdrawnAt }) => (
            <li key={id}>
              <Link href={`${base}/evidence/${id}`} dir="auto">
                {id} {withdrawnAt ? <del>{statement}</del> : statement}
              </Link>
            </li>
          ))}
        </ul>
        {claim._count.reports > claim.reports.length && (
          <p className="text-sm text-ink-soft">{claim._count.reports - claim.reports.length} more.</p>
        )}
      </Section>

      <Section title="Where it appeared">
        {claim.appearances.length === 0 ? (
          <p className="text-sm text-ink-soft">No place is noted.</p>
        ) : (
          <Provenance
            gradeOf={gradeOf}
            citations={claim.appearances.map(({ appearedOn, ...appearance }) => ({
              ...appearance,
              publishedOn: appearedOn,
              accessedOn: null,
              archivedAt: null,
            }))}
          />
        )}
      </Section>

      <Section title="Discrepancies" id="discrepancies">
        <Discrepancies
          slug={scope.slug}
          claim={claim}
          analystId={analystId}
          mayAdd={actor.kind === "nobody" || mayIn(scope, "addClaim")}
          mayWithdraw={verdictIn(scope, "changeClaim") === "reasoned"}
        />
      </Section>

      {mayChange && (
        <Withdraw
          id={claim.id}
          isWithdrawn={claim.withdrawnAt !== null}
          withdraw={withdrawClaimAction}
          restore={restoreClaimAction}
          hidden={{ slug: scope.slug, returnTo: page }}
        />
      )}
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

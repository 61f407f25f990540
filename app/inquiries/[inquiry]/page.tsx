import Link from "next/link";
import { ClaimList } from "@/components/claim/claim-list";
import { JudgementForm } from "@/components/hypothesis/judgement-form";
import { Answer, RankingNote } from "@/components/inquiry/answer";
import { MethodTable } from "@/components/inquiry/method-table";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { Ranking } from "@/components/inquiry/ranking";
import { standings } from "@/components/inquiry/standing";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listClaims } from "@/lib/claim/queries";
import { count } from "@/lib/format";
import { listHypotheses, listRelations } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { listMembers } from "@/lib/inquiry/queries";
import { mayIn, verdictIn } from "@/lib/inquiry/scope";
import { getOwnJudgement } from "@/lib/judgement/queries";
import { getMatrix } from "@/lib/matrix/queries";
import { listSourceNames } from "@/lib/source/queries";

interface Props {
  params: Promise<{ inquiry: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { scope } = await requireInquiry((await params).inquiry);
  return { title: scope.question };
}

export default async function InquiryPage({ params }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const [matrix, hypotheses, relations, members, claims, names, own] = await Promise.all([
    getMatrix(scope.id),
    listHypotheses(scope),
    listRelations(scope),
    listMembers(scope),
    listClaims(scope),
    listSourceNames(scope),
    getOwnJudgement(actor, scope),
  ]);
  const { analysis } = matrix;
  const standing = standings(analysis, matrix.isRanking, hypotheses);
  const analysts = members.filter(({ role }) => role !== "reader");
  const withdrawn = hypotheses.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const base = `/inquiries/${scope.slug}`;
  return (
    <>
      <PageHeader
        title={scope.question}
        lead={scope.summary}
        actions={
          <LinkButton href={`${base}/evidence/new`} variant="primary">
            Add evidence
          </LinkButton>
        }
      />
      <div className="grid gap-6 pb-8">
        <OriginWarning analysis={analysis} nameOf={names} />
        <Answer analysis={analysis} standing={standing} />
      </div>

      <Section
        title="Hypotheses"
        actions={
          <LinkButton href={`${base}/hypotheses/new`} size="small">
            Propose a hypothesis
          </LinkButton>
        }
      >
        <Ranking slug={scope.slug} standing={standing} speaks={analysis.speaks} />
        {matrix.isRanking && <RankingNote relations={relations} />}
        {analysis.unevenCoverage && (
          <p className="max-w-measure text-sm text-ink-soft">
            The hypotheses have not been rated on the same entries. One that few have rated looks better than
            it is.
          </p>
        )}
        {scope.ratingsNote && (
          <p dir="auto" className="max-w-measure text-sm text-ink-soft">
            {scope.ratingsNote}
          </p>
        )}
        {withdrawn.length > 0 && (
          <p className="text-sm text-ink-soft">
            Withdrawn:{" "}
            {withdrawn.map(({ id, shortName }, index) => (
              <span key={id}>
                {index > 0 && ", "}
                <Link href={`${base}/hypotheses/${id}`}>
                  <del>
                    {id} {shortName}
                  </del>
                </Link>
              </span>
            ))}
          </p>
        )}
      </Section>

      <Section title="Evidence">
        {analysis.evidence.length === 0 ? (
          <Empty
            title="No entry yet"
            action={
              <LinkButton href={`${base}/evidence/new`} variant="primary">
                Add the first entry
              </LinkButton>
            }
          >
            <p>An entry states one thing that is, or is said to be, so, and names who says it.</p>
          </Empty>
        ) : (
          <p>
            <Link href={`${base}/evidence`}>{count(analysis.evidence.length, "entry", "entries")}</Link> from{" "}
            {count(analysis.origins.length, "origin")}, rated by {count(analysis.analysts.length, "analyst")}{" "}
            (<Link href={`${base}/matrix`}>the whole matrix</Link>).{" "}
            {analysis.agreement.alpha === null
              ? "How far they agree cannot be said yet."
              : `They agree to α = ${analysis.agreement.alpha.toFixed(2)} (Krippendorff, ordinal; 1 is full agreement, 0 is chance, and under 0.67 is little).`}
          </p>
        )}
      </Section>

      {analysis.speaks && (
        <Section
          title="The same matrix by other methods"
          lead="Each published method reads the ratings in its own way. Nothing is averaged over them; where they part, the reason is worth more than any of the orders."
        >
          <MethodTable analysis={analysis} isRanking={matrix.isRanking} />
        </Section>
      )}

      <Section
        title="Your own judgement"
        lead="What do you think, all in all? Give each hypothesis 0 to 100; they need not sum to 100. The analysts' judgements are averaged and stand as a tick beside the bars."
      >
        {actor.kind === "nobody" || mayIn(scope, "judge") ? (
          <JudgementForm
            slug={scope.slug}
            hypotheses={hypotheses.filter(({ withdrawnAt }) => withdrawnAt === null)}
            own={own ? { shares: Object.fromEntries(own.shares), reason: own.reason } : null}
          />
        ) : (
          <p className="text-sm text-ink-soft">As a reader of this inquiry you see what others judge.</p>
        )}
      </Section>

      {claims.length > 0 && (
        <Section
          title="Claims"
          lead="Assertions whose truth is itself in question. That somebody made one is an entry; that it is so is not."
        >
          <ClaimList
            slug={scope.slug}
            claims={claims}
            mayChange={verdictIn(scope, "changeClaim") === "reasoned"}
          />
        </Section>
      )}

      <Section title="Analysts">
        <p dir="auto" className="max-w-measure">
          {analysts.length === 0
            ? "Nobody yet."
            : analysts.map(({ name, role }) => (role === "lead" ? `${name} (lead)` : name)).join(", ")}
        </p>
      </Section>
    </>
  );
}

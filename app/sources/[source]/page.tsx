import { Dependence } from "@/components/source/dependence";
import { GradeForm } from "@/components/source/grade-form";
import { GradeList } from "@/components/source/grade-list";
import { SourceFacts } from "@/components/source/source-facts";
import { SourceLinks } from "@/components/source/source-links";
import { WithdrawalForm } from "@/components/source/withdrawal-form";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { getMatrices } from "@/lib/matrix/queries";
import { imagineFall } from "@/lib/source/fall";
import { standsIn, whoMay } from "@/lib/source/may";
import { requireSource } from "@/lib/source/page";
import { listCitingInquiries } from "@/lib/source/queries";

interface Props {
  params: Promise<{ source: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { source } = await requireSource((await params).source);
  return { title: `${source.id} ${source.name}` };
}

export default async function SourcePage({ params }: Props) {
  const { actor, source } = await requireSource((await params).source);
  const citing = await listCitingInquiries(actor, source.id);
  const matrices = await getMatrices(citing.map(({ id }) => id));
  const analystId = actor.kind === "person" ? actor.analystId : null;
  const own = source.grades.find((grade) => grade.isCurrent && grade.analystId === analystId) ?? null;
  const may = whoMay(actor, source, citing);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/sources", label: "Sources" }]}
        eyebrow={`Source ${source.id}`}
        title={source.name}
        lead={source.description && <p className="whitespace-pre-wrap">{source.description}</p>}
        actions={may.edit && <LinkButton href={`/sources/${source.id}/edit`}>Edit</LinkButton>}
      />
      <div className="grid gap-6 pb-8">
        {source.withdrawnAt && (
          <Notice
            tone="warning"
            title={
              <>
                Withdrawn on <Time value={source.withdrawnAt} precision="day" />. Nothing counts on it.
              </>
            }
          >
            {source.withdrawnReason && <p dir="auto">{source.withdrawnReason}</p>}
          </Notice>
        )}
        <SourceFacts source={source} />
      </div>

      <Section title="What depends on it" lead="In the inquiries that you see.">
        {citing.length === 0 && <p className="text-ink-soft">Nothing yet: no entry cites it.</p>}
        {citing.map((inquiry) => {
          const matrix = matrices.get(inquiry.id);
          const fall = source.withdrawnAt || !matrix ? null : imagineFall(matrix, source.id);
          return <Dependence key={inquiry.slug} sourceId={source.id} inquiry={inquiry} fall={fall} />;
        })}
      </Section>

      <Section
        title="How far it can be trusted"
        lead="Each analyst's own grade. Nobody's is averaged away here."
      >
        <GradeList
          grades={source.grades}
          analystId={analystId}
          countsIn={(author) => standsIn(citing, author)}
        />
      </Section>

      <Section title={own ? "Your grade" : "Grade it"} className="print:hidden">
        <div className="max-w-measure">
          <GradeForm id={source.id} inquiries={may.gradeIn} own={own} isSignedIn={analystId !== null} />
        </div>
      </Section>

      <Section
        title="Links to other sources"
        lead="Sources that hang together are no independent witnesses. Administrators keep these links."
      >
        <SourceLinks source={source} mayLink={may.link} />
      </Section>

      {may.withdraw && (
        <Section title={source.withdrawnAt ? "Put back" : "Withdraw"} className="print:hidden">
          <WithdrawalForm id={source.id} isWithdrawn={source.withdrawnAt !== null} />
        </Section>
      )}
    </>
  );
}

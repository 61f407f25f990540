import { CycleWarning } from "@/components/origin/cycle-warning";
import { RelianceGraph } from "@/components/origin/reliance-graph";
import { TwoScales } from "@/components/scale/two-scales";
import { Dependence } from "@/components/source/dependence";
import { FallView } from "@/components/source/fall-view";
import { GradeChart } from "@/components/source/grade-chart";
import { GradeForm } from "@/components/source/grade-form";
import { GradeList } from "@/components/source/grade-list";
import { RecordView } from "@/components/source/record-view";
import { SourceFacts } from "@/components/source/source-facts";
import { SourceLinks } from "@/components/source/source-links";
import { WithdrawalForm } from "@/components/source/withdrawal-form";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { countCitingInquiries, isBeyondItsMaker, listCitingInquiries } from "@/lib/citing/queries";
import { listClaimStatements, readClaimInputs } from "@/lib/claim/queries";
import { getMatrices } from "@/lib/matrix/queries";
import { seenByIn } from "@/lib/matrix/seen-by";
import { findSurroundings } from "@/lib/origin/queries";
import { cyclesThrough, edgesNear } from "@/lib/origin/reliance";
import { imagineFall } from "@/lib/source/fall";
import { standsIn, whoMay } from "@/lib/source/may";
import { requireSource } from "@/lib/source/page";
import { recordIn } from "@/lib/source/record";

interface Props {
  params: Promise<{ source: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { source } = await requireSource((await params).source);
  return { title: `${source.id} ${source.name}` };
}

export default async function SourcePage({ params }: Props) {
  const { actor, source } = await requireSource((await params).source);
  const [citing, citingCount, isBeyond, surroundings] = await Promise.all([
    listCitingInquiries(actor, source.id),
    countCitingInquiries(actor, source.id),
    isBeyondItsMaker(actor, source),
    findSurroundings(actor, source.id),
  ]);
  const matrices = await getMatrices(citing.map(({ id }) => id));
  const [claims, seen] = await Promise.all([
    readClaimInputs([...matrices.keys()], matrices),
    seenByIn(actor, matrices),
  ]);
  const analystId = actor.kind === "person" ? actor.analystId : null;
  const own = source.grades.find((grade) => grade.isCurrent && grade.analystId === analystId) ?? null;
  const may = whoMay(actor, source, citing);
  const imagined = citing.flatMap((inquiry) => {
    const matrix = seen.get(inquiry.id)?.matrix;
    if (!matrix || inquiry.entries.length === 0) return [];
    return [{ inquiry, fall: imagineFall(matrix, claims.get(inquiry.id) ?? [], source.id) }];
  });
  const statements = await listClaimStatements(
    imagined.map(({ inquiry, fall }) => ({ inquiryId: inquiry.id, ids: fall.claims.map(({ id }) => id) })),
  );
  const falls = imagined.map(({ inquiry, fall }) => ({
    inquiry,
    fall,
    statements: new Map(fall.claims.map(({ id }) => [id, statements.get(`${inquiry.id}/${id}`) ?? ""])),
  }));
  const { record, recorded, reliability } = recordIn(source, citing, matrices, claims);
  const { edges, names, withdrawn } = surroundings;
  const near = edgesNear(surroundings, source.id);
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
        <CycleWarning found={cyclesThrough(surroundings, source.id)} edges={edges} names={names} />
        <SourceFacts source={source} />
      </div>

      <Section title="What depends on it" lead="In the inquiries that you see.">
        {citing.length === 0 && <p className="text-ink-soft">Nothing yet: no entry cites it.</p>}
        {citing.map((inquiry) => (
          <Dependence key={inquiry.slug} inquiry={inquiry} />
        ))}
        <LookedAt looked={citing.length} total={citingCount} />
      </Section>

      {falls.length > 0 && (
        <Section title="If this source fell" id="fall">
          {source.withdrawnAt ? (
            <p className="max-w-measure text-ink-soft">It is withdrawn already: nothing counts on it now.</p>
          ) : (
            <FallView sourceId={source.id} falls={falls} />
          )}
          {[...seen.values()].some(({ hidden }) => hidden.length > 0) && (
            <p className="max-w-measure text-sm text-ink-soft">
              Where rating is blind, this leaves out the entries that you have yet to rate.
            </p>
          )}
          <LookedAt looked={citing.length} total={citingCount} />
        </Section>
      )}

      <Section
        title="How far it can be trusted"
        lead="Each analyst's own grade of the source. Nobody's is averaged away here."
      >
        <TwoScales />
        <GradeList
          grades={source.grades}
          analystId={analystId}
          countsIn={(author) => standsIn(citing, author)}
        />
        {source.grades.length > 0 && (
          <GradeChart grades={source.grades} analystId={analystId} now={new Date()} />
        )}
        {source.grades.length < source.gradeCount && (
          <p className="text-sm text-ink-soft">
            {source.grades.length} of {source.gradeCount.toLocaleString("en")} grades are here: those that
            stand, and of the others the latest.
          </p>
        )}
      </Section>

      {record && (
        <Section
          title="Its record"
          lead="What became of the claims that it asserts, by what others say of them, in the inquiries that you see."
        >
          <RecordView record={record} claims={recorded} reliability={reliability} />
        </Section>
      )}

      {source.withdrawnAt && citing.some((inquiry) => inquiry.claims.some(({ isItsWord }) => isItsWord)) && (
        <Section title="Its record">
          <p className="max-w-measure text-ink-soft">
            It is withdrawn: the claims that it asserts count in no record now.
          </p>
        </Section>
      )}

      <Section title={own ? "Your grade" : "Grade it"} className="print:hidden">
        <div className="max-w-measure">
          <GradeForm id={source.id} inquiries={may.gradeIn} own={own} analystId={analystId} />
        </div>
      </Section>

      <Section
        title="Who rests on whom"
        lead="By the citations that came through another hand, in the inquiries that you see, and by the links below."
      >
        {near.length === 0 ? (
          <p className="text-ink-soft">It rests on no other source, and none rests on it.</p>
        ) : (
          <RelianceGraph edges={near} names={names} withdrawn={withdrawn} here={source.id} />
        )}
      </Section>

      <Section
        title="Links to other sources"
        lead="Sources that hang together are no independent witnesses. Administrators keep these links. One counts whatever its dates: what was said under one hand stays so."
      >
        <SourceLinks source={source} linker={may.link ? analystId : null} />
      </Section>

      {may.withdraw && (
        <Section title={source.withdrawnAt ? "Put back" : "Withdraw"} className="print:hidden">
          {isBeyond ? (
            <p className="max-w-measure text-ink-soft">
              You added {source.id}, but inquiries cite it in which you are neither analyst nor lead. This
              would move those as well, so an administrator does it.
            </p>
          ) : (
            <WithdrawalForm id={source.id} isWithdrawn={source.withdrawnAt !== null} />
          )}
        </Section>
      )}
    </>
  );
}

/** That not every inquiry was looked at; nothing where all were. */
function LookedAt({ looked, total }: { looked: number; total: number }) {
  if (looked === total) return null;
  return (
    <p className="text-sm text-ink-soft">
      The {looked} newest of the {total.toLocaleString("en")} inquiries that cite it are looked at.
    </p>
  );
}

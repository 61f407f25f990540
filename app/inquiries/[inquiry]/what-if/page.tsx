import { RankingNote } from "@/components/inquiry/answer";
import { originCount } from "@/components/inquiry/origin-count";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { standings } from "@/components/inquiry/standing";
import { ChangeNotice } from "@/components/live/change-notice";
import { HiddenEntries } from "@/components/rating/hidden-entries";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { AnalystChoices } from "@/components/what-if/analyst-choices";
import { EntryChoices } from "@/components/what-if/entry-choices";
import { SourceChoices } from "@/components/what-if/source-choices";
import { WhatIf } from "@/components/what-if/what-if";
import { headlineOf } from "@/lib/analysis/front";
import { analystNames } from "@/lib/analyst/queries";
import { listEvidenceByIds } from "@/lib/evidence/queries";
import { listHypotheses } from "@/lib/hypothesis/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { getMatrix, wholeAnalysis } from "@/lib/matrix/queries";
import { seenBy } from "@/lib/matrix/seen-by";
import { listRelations } from "@/lib/relation/queries";
import { listSourceNames } from "@/lib/source/queries";
import { readTrial, searchOf } from "@/lib/what-if/scenario";
import {
  groundOf,
  listEntryChoices,
  listGroupChoices,
  listSourceChoices,
  matterOf,
} from "@/lib/what-if/view";

export const metadata = { title: "What if" };

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function WhatIfPage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const search = searchOf(await searchParams);
  const standing = await getMatrix(scope.id);
  const [{ matrix, hidden }, hypotheses, relations, sourceNames] = await Promise.all([
    seenBy(actor, scope, standing),
    listHypotheses(scope),
    listRelations(scope),
    listSourceNames(scope),
  ]);
  const matter = matterOf(matrix.input, matrix.analysis, sourceNames);
  const ground = groundOf(matter);
  const { trial } = readTrial(search, ground);
  const whole = wholeAnalysis(matrix);
  const entries = listEntryChoices(whole, trial.entries);
  const sources = listSourceChoices(matter, trial.sources);
  const groups = listGroupChoices(matter, trial.groups);
  const listed = entries.listed.map(({ id }) => id);
  const [lines, analysts] = await Promise.all([
    listEvidenceByIds(scope, listed),
    analystNames([...ground.analysts]),
  ]);
  const names = {
    statements: new Map([...lines].map(([id, { statement }]) => [id, statement])),
    sources: namesOf(
      [...sources.listed, ...groups.listed].flatMap(({ id, members }) => [id, ...members]),
      sourceNames,
    ),
    analysts,
  };
  const base = `/inquiries/${scope.slug}`;
  const header = (
    <PageHeader
      crumbs={[{ href: base, label: scope.question }]}
      eyebrow={originCount(standing.analysis)}
      title="What if"
      lead="Strike an entry, a source or an analyst, or weigh things otherwise, and see what would come of it. Nothing is saved or changed; the address holds what you try, to be sent to somebody else."
    />
  );
  if (hypotheses.every(({ withdrawnAt }) => withdrawnAt !== null)) {
    return (
      <>
        {header}
        <Empty
          title="There is no hypothesis yet"
          action={<LinkButton href={`${base}/hypotheses/new`}>Propose a hypothesis</LinkButton>}
        >
          <p>What the answer hangs on can be tried as soon as there are some to compare.</p>
        </Empty>
      </>
    );
  }
  if (matrix.analysis.evidence.length === 0 && hidden.length > 0) {
    return (
      <>
        {header}
        <HiddenEntries slug={scope.slug} ids={hidden} />
      </>
    );
  }
  if (matrix.analysis.evidence.length === 0) {
    return (
      <>
        {header}
        <Empty
          title="There is nothing to strike yet"
          action={
            <LinkButton href={`${base}/evidence/new`} variant="primary">
              Add the first entry
            </LinkButton>
          }
        >
          <p>
            As soon as there are entries, each of them, its sources and whoever rated it can be left out here.
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      {header}
      <WhatIf
        matter={matter}
        names={names}
        hypotheses={standings(whole, matrix, hypotheses).map(({ id, shortName }) => ({
          id,
          shortName,
        }))}
        voice={{ isRanking: matrix.isRanking, lexicon: matrix.lexicon }}
        isSeparated={headlineOf(whole).separated}
        listed={listed}
        served={search.toString()}
        note={matrix.isRanking && <RankingNote relations={relations} />}
      >
        {hidden.length > 0 && (
          <div className="pb-8">
            <HiddenEntries slug={scope.slug} ids={hidden} />
          </div>
        )}
        <div className="not-empty:pb-8">
          <OriginWarning analysis={standing.analysis} nameOf={sourceNames} />
        </div>
        <EntryChoices
          entries={entries}
          statements={names.statements}
          struck={trial.entries}
          isRanking={matrix.isRanking}
        />
        <SourceChoices
          sources={sources}
          groups={groups}
          names={names.sources}
          struckSources={trial.sources}
          struckGroups={trial.groups}
        />
        <AnalystChoices analysts={[...ground.analysts]} names={names.analysts} struck={trial.analysts} />
      </WhatIf>
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

const namesOf = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
  new Map(ids.map((id) => [id, names.get(id) ?? ""]));

import { originCount } from "@/components/inquiry/origin-count";
import { OriginWarning } from "@/components/inquiry/origin-warning";
import { ChangeNotice } from "@/components/live/change-notice";
import { CycleWarning } from "@/components/origin/cycle-warning";
import { OneOriginList } from "@/components/origin/one-origin-list";
import { RelianceGraph } from "@/components/origin/reliance-graph";
import { StandingTable } from "@/components/origin/standing-table";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { trackRecords } from "@/lib/analysis/track-record";
import { readClaimInputs } from "@/lib/claim/queries";
import { requireInquiry } from "@/lib/inquiry/page";
import { getMatrices } from "@/lib/matrix/queries";
import { groupsOf } from "@/lib/matrix/seen";
import { namesIn, whyOneOrigin } from "@/lib/origin/joined";
import { listJoiningLinks, listReliances } from "@/lib/origin/queries";
import { directed } from "@/lib/origin/reliance";
import { sourceStandings } from "@/lib/origin/standing";
import { findCycles } from "@/lib/source/cycles";
import { listSourceNames } from "@/lib/source/queries";

export const metadata = { title: "Sources" };

interface Props {
  params: Promise<{ inquiry: string }>;
}

/** As many sources, and as many lines between them, as one page shows. */
const mostShown = 200;
const mostDrawn = 40;
const mostGroups = 20;

export default async function InquirySourcesPage({ params }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const [matrices, names] = await Promise.all([getMatrices([scope.id]), listSourceNames(scope)]);
  const matrix = matrices.get(scope.id);
  if (!matrix) throw new Error(`inquiry ${scope.id} has no chain`);
  const { input, analysis } = matrix;
  const groups = groupsOf(analysis.sources, names);
  const [claims, links] = await Promise.all([
    readClaimInputs([scope.id], matrices),
    listJoiningLinks(actor, groups.length === 0 ? [] : (input.sources ?? []).map(({ id }) => id)),
  ]);
  const why = whyOneOrigin(groups, links);
  // Through a source that nothing here cites others can be one origin all the same: it has its line and its name, too.
  const known = new Map([...namesIn(why), ...names]);
  const reliances = await listReliances(scope, [...known.keys()]);
  const { edges, withdrawn } = reliances;
  const records = trackRecords(input, claims.get(scope.id) ?? []);
  const standings = sourceStandings(input, analysis, records, names);
  const shown = standings.slice(0, mostShown);
  const drawn = edges.slice(0, mostDrawn);
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/inquiries/${scope.slug}`, label: scope.question }]}
        eyebrow={originCount(analysis)}
        title="Sources"
        lead="What hangs together counts as one origin, however often it is repeated."
        actions={actor.kind === "person" && <LinkButton href="/sources/review">Review sources</LinkButton>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 pb-8">
        <OriginWarning analysis={analysis} nameOf={names} />
        <CycleWarning found={findCycles(directed(reliances))} edges={edges} names={known} />
        {standings.length === 0 ? (
          <Empty title="No source yet">
            <p>Sources come with the entries that cite them.</p>
          </Empty>
        ) : (
          <>
            <p className="max-w-measure text-sm text-ink-soft">
              The entries that cite a source may lean on another: what came through one article leans on that.
              Doubt and bound are those of their origin, all that leans on it taken together.
            </p>
            <StandingTable slug={scope.slug} standings={shown} names={names} withdrawn={withdrawn} />
          </>
        )}
        {shown.length < standings.length && (
          <p className="text-sm text-ink-soft">
            The {mostShown} on which most entries rest, of {standings.length}.
          </p>
        )}
      </div>
      {why.length > 0 && (
        <Section
          title="Why some are one origin"
          id="one-origin"
          lead="By the links between them, which administrators keep on the page of each source."
        >
          <OneOriginList origins={why.slice(0, mostGroups)} names={known} />
          {why.length > mostGroups && (
            <p className="text-sm text-ink-soft">
              The first {mostGroups} of {why.length}.
            </p>
          )}
        </Section>
      )}
      {drawn.length > 0 && (
        <Section
          title="Who rests on whom"
          lead="By the citations that came through another hand, and by what is known of the sources."
        >
          <RelianceGraph edges={drawn} names={known} withdrawn={withdrawn} />
          {drawn.length < edges.length && (
            <p className="text-sm text-ink-soft">
              The {mostDrawn} weightiest of {edges.length} lines.
            </p>
          )}
        </Section>
      )}
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

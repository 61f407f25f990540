import { originCount } from "@/components/inquiry/origin-count";
import { ChangeNotice } from "@/components/live/change-notice";
import { EchoCard } from "@/components/repeat/echo-card";
import { PairCard } from "@/components/repeat/pair-card";
import { TwoEntries } from "@/components/repeat/two-entries";
import { Empty } from "@/components/ui/empty";
import { LastingStatus } from "@/components/ui/lasting-status";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { count } from "@/lib/format";
import { requireInquiry } from "@/lib/inquiry/page";
import { getMatrix } from "@/lib/matrix/queries";
import { installationPolicy } from "@/lib/policy";
import { anchorOf, echoesOf, shownEchoes } from "@/lib/repeat/echoes";
import { mostCompared } from "@/lib/repeat/likeness";
import { inOrder } from "@/lib/repeat/order";
import { getRepeats, listPairs, listSettled } from "@/lib/repeat/queries";
import { repeatsView } from "@/lib/repeat/schema";
import { listSourceNames } from "@/lib/source/queries";

export const metadata = { title: "Told twice" };

/** As many as are shown of what is proposed: what is settled makes room for the next. */
const shown = 10;

interface Props {
  params: Promise<{ inquiry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RepeatsPage({ params, searchParams }: Props) {
  const { actor, scope } = await requireInquiry((await params).inquiry);
  const { one, other } = repeatsView.parse(await searchParams);
  const matrix = await getMatrix(scope.id);
  const [repeats, settled, names] = await Promise.all([
    getRepeats(scope, matrix),
    listSettled(scope),
    listSourceNames(scope),
  ]);
  const asked = one && other && one !== other ? [pairOf(...inOrder(one, other))] : [];
  const proposed = repeats.pairs.slice(0, shown);
  // A pair stands where it stood when it is settled, in the same list: its form can say what came of it.
  const pairs = await listPairs(actor, scope, distinct([...asked, ...proposed, ...settled]));
  // What stands beside a pair of entries leads to the sources in question, however far down they are.
  const echoes = shownEchoes(repeats.echoes, pairs, shown);
  const mayLink =
    actor.kind === "person" &&
    actor.isAdministrator &&
    installationPolicy.linkSources.administrator === "yes";
  const base = `/inquiries/${scope.slug}/evidence`;
  const isAskedFor = asked.length > 0;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/inquiries/${scope.slug}`, label: scope.question },
          { href: base, label: "Evidence" },
        ]}
        eyebrow={originCount(matrix.analysis)}
        title="Told twice"
        lead="A report that is entered eleven times must not count eleven times."
      />
      <LastingStatus>
        <Section
          title="Entries"
          lead={
            <>
              <p>
                Merging keeps one of two entries, with the citations, places and notes of both. What an
                analyst rated on the other alone moves along; where they rated both, the one that stays keeps
                its own. The other is withdrawn, keeps all it had and leads to the one that stays. It can be
                taken apart again.
              </p>
              <p className="mt-2">Kept apart, two entries stay as they are and are not proposed again.</p>
            </>
          }
        >
          {isAskedFor && pairs.length === 0 && (
            <Notice tone="warning">
              <p>One of these is not an entry of this inquiry.</p>
            </Notice>
          )}
          {repeats.pairs.length === 0 ? (
            <Empty title="No two entries say nearly the same">
              <p>
                Entries are compared by their words. The same report in quite different words is yours to
                tell.
              </p>
            </Empty>
          ) : (
            <p role="status" className="text-sm text-ink-soft">
              {count(repeats.pairs.length, "pair")} {repeats.pairs.length === 1 ? "says" : "say"} nearly the
              same
              {repeats.pairs.length > shown && `; the ${shown} nearest are shown`}.
              {repeats.isPartial &&
                ` Very many are alike, so each was compared with the ${mostCompared} that share its rarest words: there may be more.`}
            </p>
          )}
          {pairs.length > 0 && (
            <ul className="grid gap-8">
              {pairs.map((pair) => (
                <li key={`${pair.one.id}/${pair.other.id}`} className="border-t border-rule pt-6">
                  <PairCard
                    slug={scope.slug}
                    pair={pair}
                    analystId={actor.kind === "person" ? actor.analystId : null}
                    echoes={echoesOf(pair, repeats.echoes).map(anchorOf)}
                  />
                </li>
              ))}
            </ul>
          )}
          <TwoEntries path={`${base}/repeats`} />
        </Section>

        {echoes.length > 0 && (
          <Section
            title="Sources"
            lead="These count as two origins each, and are quoted in nearly the same words, or cited for entries that say nearly the same. Words this alike seldom come about twice: one may have them from the other, or both from a third. Then they are one origin."
          >
            <p className="text-sm text-ink-soft">
              {count(repeats.echoes.length, "pair")} of sources {repeats.echoes.length === 1 ? "is" : "are"}{" "}
              cited like this
              {echoes.length < repeats.echoes.length &&
                `; ${echoes.length} are shown, the nearest and those of the entries above`}
              .
            </p>
            <ul className="grid gap-8">
              {echoes.map((echo) => (
                <li key={`${echo.one.source}/${echo.other.source}`} className="border-t border-rule pt-6">
                  <EchoCard slug={scope.slug} echo={echo} nameOf={names} mayLink={mayLink} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </LastingStatus>
      <ChangeNotice slug={scope.slug} since={matrix.sequence} />
    </>
  );
}

interface PairOfIds {
  readonly one: string;
  readonly other: string;
}

const pairOf = (one: string, other: string): PairOfIds => ({ one, other });

const distinct = (pairs: readonly PairOfIds[]): PairOfIds[] => [
  ...new Map(pairs.map(({ one, other }) => [`${one}/${other}`, { one, other }])).values(),
];

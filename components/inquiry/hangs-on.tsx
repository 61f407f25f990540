import Link from "next/link";
import { Word } from "@/components/scale/word";
import { LinkButton } from "@/components/ui/link-button";
import { oddsOfLeader, type WeighedDrop } from "@/lib/analysis/drop-order";
import type { Headline } from "@/lib/analysis/front";
import { DROP_KINDS, type DropKind } from "@/lib/analysis/scales";
import type { WholeAnalysis } from "@/lib/analysis/types";
import { count, joinWords } from "@/lib/format";
import { apartSentence } from "./answer";
import { DropsChart } from "./drops-chart";

interface HangsOnProps {
  slug: string;
  analysis: WholeAnalysis;
  headline: Headline;
  statements: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
  analysts: ReadonlyMap<string, string>;
  /** The weightiest first; those that change the answer lead. */
  drops: readonly WeighedDrop[];
  /** Whether the drops of some entries are left out, because the reader has yet to rate them. */
  hidesSome: boolean;
}

/** How many linchpins, and how many single points of failure, are named. */
const mostNamed = 12;

/** The few entries that carry the lead, and what leaving out any one thing would do. */
export function HangsOn(props: HangsOnProps) {
  const { slug, analysis, headline, statements, sources, analysts, drops, hidesSome } = props;
  if (headline.apart.length > 0 || headline.lead === null) return <NoLead headline={headline} />;
  const nameOf = (kind: DropKind, id: string) => {
    if (kind === "analyst") return analysts.get(id) ?? "a former analyst";
    if (kind === "evidence") return `${id} ${statements.get(id) ?? ""}`;
    return `${kind === "group" ? "the group of " : ""}${id} ${sources.get(id) ?? ""}`;
  };
  const posterior = Object.fromEntries(analysis.hypotheses.map((one) => [one.id, one.posterior]));
  const leader = analysis.leader?.id ?? "";
  return (
    <>
      <Linchpins slug={slug} analysis={analysis} statements={statements} drops={drops} />
      <Overturning slug={slug} analysis={analysis} nameOf={nameOf} />
      {drops.length > 0 && (
        <DropsChart leader={leader} odds={oddsOfLeader(analysis, posterior)} drops={drops} nameOf={nameOf} />
      )}
      {hidesSome && (
        <p className="max-w-measure text-sm text-ink-soft">
          Rating is blind here: what leaving out an entry does is shown once you have rated it.
        </p>
      )}
    </>
  );
}

/** What is in front is not compared, so that nothing is told of what its lead hangs on. */
function NoLead({ headline: { apart, lead } }: Pick<HangsOnProps, "headline">) {
  return (
    <p className="max-w-measure">
      {apart.length > 0 && lead !== null
        ? apartSentence(apart)
        : "Too few of the hypotheses have been rated to compare them."}{" "}
      So there are no linchpins yet, and nothing that would overturn the answer: rate the entries that are
      missing.
    </p>
  );
}

function Linchpins({
  slug,
  analysis,
  statements,
  drops,
}: Pick<HangsOnProps, "slug" | "analysis" | "statements" | "drops">) {
  const { linchpins, leader } = analysis;
  if (!leader) return null;
  if (!linchpins) {
    return (
      <p className="max-w-measure">
        No set of entries ends the lead of {leader.id}: it rests on the priors, and there are no linchpins.
      </p>
    );
  }
  if (linchpins.evidence.length === 0)
    return <p className="max-w-measure">Nobody leads, so there are no linchpins.</p>;
  const others = drops.flatMap(({ kind, id, changes }) =>
    kind === "evidence" && changes && !linchpins.evidence.includes(id) ? [id] : [],
  );
  const scenario = new URLSearchParams(linchpins.evidence.map((id) => ["entry", id]));
  return (
    <div className="grid gap-3">
      <p className="max-w-measure">
        <strong>
          <Word of="linchpin">{count(linchpins.evidence.length, "linchpin")}</Word>.
        </strong>{" "}
        Without {linchpins.evidence.length === 1 ? "this entry" : "these entries"} {leader.id} leads no more,
        and {asCompared(analysis, linchpins.rival)} takes its place or draws level.{" "}
        {linchpins.smallest ? "No smaller set does that." : "A smaller set may do that as well."}
        {others.length > 0 &&
          ` Each of these alone would make the answer another as well: ${joinWords(others)}.`}
      </p>
      <ul className="grid max-w-measure gap-2">
        {linchpins.evidence.slice(0, mostNamed).map((id) => (
          <li key={id}>
            <Link href={`/inquiries/${slug}/evidence/${id}`} dir="auto">
              <span className="text-ink-soft">{id}</span> {statements.get(id)}
            </Link>
          </li>
        ))}
        {linchpins.evidence.length > mostNamed && (
          <li className="text-ink-soft">
            and {count(linchpins.evidence.length - mostNamed, "more", "more")}
          </li>
        )}
      </ul>
      <div className="print:hidden">
        <LinkButton href={`/inquiries/${slug}/what-if?${scenario}`} size="small">
          See it without {linchpins.evidence.length === 1 ? "it" : "them"}
        </LinkButton>
      </div>
    </div>
  );
}

/** Which single source, group or analyst would overturn the answer. */
function Overturning({
  slug,
  analysis,
  nameOf,
}: Pick<HangsOnProps, "slug" | "analysis"> & { nameOf: (kind: DropKind, id: string) => string }) {
  const single = analysis.drops.filter(({ kind, changes }) => changes && kind !== "evidence");
  if (single.length === 0) {
    return <p className="max-w-measure">No single source, group of sources or analyst would overturn it.</p>;
  }
  return (
    <div className="grid gap-2">
      <p className="max-w-measure">
        <strong>{single.length === 1 ? "A single point of failure." : "Single points of failure."}</strong>{" "}
        Without {single.length === 1 ? "this" : "any one of these"} the answer would be another:
      </p>
      <ul className="grid max-w-measure gap-1 text-sm">
        {single.slice(0, mostNamed).map((drop) => (
          <li key={`${drop.kind}/${drop.id}`}>
            {drop.kind !== "group" && (
              <span className="text-ink-soft">
                {DROP_KINDS.find(({ code }) => code === drop.kind)?.label.toLowerCase()}{" "}
              </span>
            )}
            <Link href={`/inquiries/${slug}/what-if?${drop.kind}=${encodeURIComponent(drop.id)}`} dir="auto">
              {nameOf(drop.kind, drop.id)}
            </Link>
            {": then "}
            {drop.tied.length > 0
              ? `${joinWords([drop.leader, ...drop.tied].map((id) => asCompared(analysis, id)))} stand level`
              : `${asCompared(analysis, drop.leader)} leads`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A hypothesis by its number, with word of it where it stands apart. */
const asCompared = ({ hypotheses }: WholeAnalysis, id: string): string =>
  hypotheses.find((hypothesis) => hypothesis.id === id)?.comparable ? id : `${id}, which stands apart,`;

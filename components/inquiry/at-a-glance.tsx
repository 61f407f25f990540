import Link from "next/link";
import type { ReactNode } from "react";
import { Word } from "@/components/scale/word";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Headline } from "@/lib/analysis/front";
import type { WholeAnalysis } from "@/lib/analysis/types";
import type { StatedConfidence } from "@/lib/confidence/queries";
import { count, joinWords } from "@/lib/format";
import { agreementWord } from "./agreement";
import { firstsInShort } from "./firsts";

interface AtAGlanceProps {
  slug: string;
  analysis: WholeAnalysis;
  headline: Headline;
  stated: StatedConfidence | null;
  analysts: ReadonlyMap<string, string>;
}

/** How many of a kind are named; the sections below name the rest. */
const mostNamed = 5;

/** Beside the hypotheses: what the answer hangs on and how far it may be relied on, each leading to where it is told. */
export function AtAGlance({ slug, analysis, headline, stated, analysts }: AtAGlanceProps) {
  const { agreement, confidence } = analysis;
  const grounds = confidence.grounds.length;
  const noLead = noLeadIn(headline);
  return (
    <DefinitionList
      items={[
        {
          key: "linchpins",
          term: <Word of="linchpin">Linchpins</Word>,
          value: noLead ?? <LinchpinIds slug={slug} analysis={analysis} />,
        },
        { term: "Overturned by", value: noLead ?? overturning(slug, analysis, analysts) },
        {
          key: "agreement",
          term: <Word of="agreement">Agreement</Word>,
          value: (
            <a href="#confidence">
              {agreement.alpha === null ? "cannot be said" : agreementWord(agreement.alpha)}
            </a>
          ),
        },
        {
          key: "confidence",
          term: <Word of="confidence">Confidence</Word>,
          value: (
            <a href="#confidence">
              {stated ? `${stated.level}, as stated` : `${confidence.level}, as suggested`}
              {grounds > 0 && `; ${count(grounds, "ground")} against more`}
            </a>
          ),
        },
        { term: "Methods", value: <a href="#methods">{firstsInShort(analysis)}</a> },
      ]}
    />
  );
}

function LinchpinIds({ slug, analysis }: { slug: string; analysis: WholeAnalysis }): ReactNode {
  const { linchpins } = analysis;
  if (!linchpins) return <a href="#hangs-on">none: the lead rests on the priors</a>;
  const named = linchpins.evidence.slice(0, mostNamed);
  const rest = linchpins.evidence.length - named.length;
  if (named.length === 0) return <a href="#hangs-on">none: nobody leads</a>;
  return (
    <>
      {named.map((id, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link href={`/inquiries/${slug}/evidence/${id}`}>{id}</Link>
        </span>
      ))}
      {rest > 0 && (
        <>
          {" and "}
          <a href="#hangs-on">{rest} more</a>
        </>
      )}
    </>
  );
}

function overturning(
  slug: string,
  { drops }: WholeAnalysis,
  analysts: ReadonlyMap<string, string>,
): ReactNode {
  const single = drops.filter(({ kind, changes }) => changes && kind !== "evidence");
  if (single.length === 0) return <a href="#hangs-on">no single source or analyst</a>;
  const named = single.slice(0, mostNamed);
  return (
    <>
      {named.map(({ kind, id }, place) => (
        <span key={`${kind}/${id}`}>
          {place > 0 && ", "}
          <Link href={`/inquiries/${slug}/what-if?${kind}=${encodeURIComponent(id)}`} dir="auto">
            {kind === "analyst"
              ? (analysts.get(id) ?? "an analyst")
              : kind === "group"
                ? `the group of ${id}`
                : id}
          </Link>
        </span>
      ))}
      {single.length > named.length && ` and ${single.length - named.length} more`}
    </>
  );
}

/** Why there is no lead that could hang on anything; null where there is one. */
function noLeadIn({ apart, lead }: Headline): ReactNode {
  if (apart.length === 0 && lead !== null) return null;
  return (
    <a href="#hangs-on">
      {lead === null
        ? "none: too few hypotheses are rated"
        : `none: ${joinWords(apart)}, in front, ${apart.length === 1 ? "stands" : "stand"} apart`}
    </a>
  );
}

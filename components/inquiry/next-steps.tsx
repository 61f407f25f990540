import Link from "next/link";
import type { ReactNode } from "react";
import { RepeatsLink } from "@/components/repeat/repeats-link";
import { isDisputed } from "@/lib/analysis/disputed";
import type { Analysis } from "@/lib/analysis/types";
import type { JudgedClaims } from "@/lib/claim/queries";
import { count } from "@/lib/format";
import type { Repeats } from "@/lib/repeat/queries";

interface NextStepsProps {
  slug: string;
  analysis: Analysis;
  /** How many entries the reader has not rated; null for whoever does not rate here. */
  unrated: number | null;
  hasJudged: boolean;
  sources: ReadonlyMap<string, string>;
  repeats: Repeats;
  /** The entries of which the reader does not see others' ratings yet. */
  blind: ReadonlySet<string>;
  claims: JudgedClaims;
}

/** Fewer origins than this carry no conclusion far (docs/analysis.md, suggested confidence). */
const enoughOrigins = 3;
const shownSources = 3;
const shownClaims = 3;

/** What would improve the inquiry most, as far as the matrix can tell. */
export function NextSteps(props: NextStepsProps) {
  const { slug, analysis, unrated, hasJudged, sources, repeats, claims, blind } = props;
  const base = `/inquiries/${slug}`;
  const leanedOn = new Set(analysis.origins.map(({ id }) => id));
  const unjudged = analysis.sources.filter(({ id, reliability }) => reliability === null && leanedOn.has(id));
  const disputed = analysis.cells
    .filter((cell) => isDisputed(cell) && !blind.has(cell.evidence))
    .toSorted((a, b) => (b.disagreement ?? 0) - (a.disagreement ?? 0));
  const [most] = disputed;
  const disputedClaims = [...claims.values()].flatMap(({ findings: { id, verdict } }) =>
    verdict === "disputed" ? [id] : [],
  );
  const steps: readonly (readonly [string, ReactNode] | null)[] = [
    unrated
      ? [
          "rate",
          <Link key="rate" href={`${base}/matrix`}>
            Rate {count(unrated, "entry", "entries")} that you have not rated on every hypothesis
          </Link>,
        ]
      : null,
    unrated === null || hasJudged
      ? null
      : [
          "judge",
          <Link key="judge" href={`${base}/judgement`}>
            Give your own judgement
          </Link>,
        ],
    analysis.origins.length < enoughOrigins
      ? [
          "origins",
          <>Look for an independent source: all entries lean on {count(analysis.origins.length, "origin")}</>,
        ]
      : null,
    repeats.pairs.length > 0 || repeats.echoes.length > 0
      ? [
          "repeats",
          <>
            See whether something counts twice: <RepeatsLink slug={slug} repeats={repeats} />
          </>,
        ]
      : null,
    unjudged.length > 0
      ? [
          "sources",
          <>
            Grade {count(unjudged.length, "source")} on which entries lean and that nobody has judged:{" "}
            {unjudged.slice(0, shownSources).map(({ id }, row) => (
              <span key={id}>
                {row > 0 && ", "}
                <Link href={`/sources/${id}`} dir="auto">
                  {id} {sources.get(id)}
                </Link>
              </span>
            ))}
            {unjudged.length > shownSources && " …"}
          </>,
        ]
      : null,
    most
      ? [
          "disputed",
          <>
            Talk about {count(disputed.length, "cell")} on which the analysts part, most of all{" "}
            <Link href={`${base}/evidence/${most.evidence}`}>
              {most.evidence} on {most.hypothesis}
            </Link>
          </>,
        ]
      : null,
    disputedClaims.length > 0
      ? [
          "claims",
          <>
            Look for what would settle{" "}
            <Link href={`${base}/claims?verdict=disputed`}>
              {count(disputedClaims.length, "disputed claim")}
            </Link>
            :{" "}
            {disputedClaims.slice(0, shownClaims).map((id, row) => (
              <span key={id}>
                {row > 0 && ", "}
                <Link href={`${base}/claims/${id}`}>{id}</Link>
              </span>
            ))}
            {disputedClaims.length > shownClaims && " …"}
          </>,
        ]
      : null,
    analysis.unevenCoverage
      ? [
          "coverage",
          <Link key="coverage" href={`${base}/matrix`}>
            Rate the hypotheses that fewer entries were rated on
          </Link>,
        ]
      : null,
  ];
  const shown = steps.filter((step) => step !== null);
  if (shown.length === 0) return <p className="max-w-measure text-sm">Nothing that the matrix could tell.</p>;
  return (
    <ul className="grid max-w-measure list-disc gap-1.5 ps-5">
      {shown.map(([key, step]) => (
        <li key={key}>{step}</li>
      ))}
    </ul>
  );
}

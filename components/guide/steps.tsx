import Link from "next/link";
import type { WholeAnalysis } from "@/lib/analysis/types";
import { count, joinWords } from "@/lib/format";
import { Guide } from "./guide";

/** How many linchpins are named. */
const named = 4;

/** The three steps, in the words of what the inquiry holds at present. */
export function GuideSteps({ slug, analysis }: { slug: string; analysis: WholeAnalysis }) {
  const base = `/inquiries/${slug}`;
  const leader = analysis.leader?.id;
  const linchpins = analysis.linchpins?.evidence ?? [];
  const [top] = linchpins;
  const some = joinWords(
    linchpins.length > named ? [...linchpins.slice(0, named - 1), "the others"] : linchpins,
  );
  const [only] = analysis.origins;
  const isOneOrigin = analysis.origins.length === 1;
  return (
    <Guide
      steps={[
        {
          path: base,
          title: "Who is in front, and on what that hangs",
          children: (
            <p>
              {leader ? `${leader} is in front` : "Nobody is in front yet"}
              {isOneOrigin && only
                ? `, but all ${count(analysis.evidence.length, "entry", "entries")} reach us by ${only.id} alone, and the warning below says how little one voice can do.`
                : ", and the sentence below says how firmly."}{" "}
              <a href="#hangs-on">Further down</a> stand the few entries without which the order would be
              another.
            </p>
          ),
        },
        {
          path: `${base}/matrix`,
          title: "A row is one entry",
          children: (
            <p>
              Read along it: one that fits every hypothesis alike decides nothing; one whose cells differ
              does.{" "}
              {top && (
                <>
                  The order hangs on {some}. <Link href={`${base}/evidence/${top}`}>See {top}</Link>: who says
                  it, who rated it how, and what it moves.
                </>
              )}
            </p>
          ),
        },
        {
          path: `${base}/what-if`,
          title: "Take away what it hangs on",
          children: (
            <p>
              {top ? (
                <>
                  <Link href={`${base}/what-if?${new URLSearchParams(linchpins.map((id) => ["entry", id]))}`}>
                    Strike {some}
                  </Link>
                  , and a sentence says what becomes of the order, and why.
                </>
              ) : (
                "Strike any entry, and a sentence says what becomes of the order, and why."
              )}{" "}
              Nothing is saved; the address holds what you tried, to be sent to somebody.
            </p>
          ),
        },
      ]}
    />
  );
}

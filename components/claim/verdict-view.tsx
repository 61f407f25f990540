import { VerdictWord } from "@/components/scale/verdict";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ClaimFindings } from "@/lib/analysis/claims";
import {
  countSides,
  describeBothSaid,
  describeClaim,
  describeDependence,
} from "@/lib/analysis/describe-claim";
import type { Reliability } from "@/lib/analysis/scales";
import { entriesBeforeSums, isHidden } from "@/lib/claim/blind";
import type { ClaimStances } from "@/lib/claim/stances";
import { count, shortList, twoPlaces } from "@/lib/format";
import { OpinionTable } from "./opinion-table";
import { OpinionTriangle } from "./opinion-triangle";

interface VerdictViewProps {
  findings: ClaimFindings;
  /** How many entries that count have been rated on it. */
  rated: number;
  stances: Pick<ClaimStances, "for" | "against">;
  gradeOf: (origin: string) => Reliability;
  blind: ReadonlySet<string>;
}

/** How a claim stands, why, and what it would take to stand otherwise. */
export function VerdictView({ findings, rated, stances, gradeOf, blind }: VerdictViewProps) {
  const { opinion, origins } = findings;
  const first = entriesBeforeSums(findings, blind);
  const until = `shown once you have rated ${shortList(first)} on this claim`;
  const sides = countSides(findings);
  const bothSaid = describeBothSaid(findings, stances, (origin) => isHidden(origin, blind));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_30rem]">
      <div className="grid max-w-measure gap-4">
        <p className="text-lg">
          <VerdictWord verdict={findings.verdict} />
        </p>
        <ul className="grid gap-1.5">
          {describeClaim(findings, { gradeOf, rated, hidesSums: first.length > 0 }).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {origins.length > 0 && (
          <DefinitionList
            items={[
              {
                term: "Origins",
                value: `${count(sides.for, "origin")} for it, ${sides.against} against`,
              },
              ...(first.length > 0
                ? [{ term: "Belief, disbelief, uncertainty and P", value: until }]
                : [
                    { term: "Belief", value: twoPlaces(opinion.belief) },
                    { term: "Disbelief", value: twoPlaces(opinion.disbelief) },
                    { term: "Uncertainty", value: twoPlaces(opinion.uncertainty) },
                    {
                      term: "P",
                      value: `${twoPlaces(findings.probability)}, where what is open counts half`,
                    },
                  ]),
            ]}
          />
        )}
        {bothSaid !== "" && <p className="text-sm">{bothSaid}</p>}
        <h3>What would change that</h3>
        <ul className="grid gap-1.5">
          {describeDependence(findings).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {origins.length > 0 && first.length === 0 && <OpinionTriangle findings={findings} blind={blind} />}
      {first.length > 0 && <OpinionTable findings={findings} blind={blind} hidesSums />}
    </div>
  );
}

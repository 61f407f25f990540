import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/time";
import type { ClaimFound } from "@/lib/claim/queries";
import { formatEdtf } from "@/lib/format";
import { Asserter } from "./asserter";

/** Who asserts a claim and when, of what, and when and where that was. */
export function ClaimFacts({ claim, gradeOf }: { claim: ClaimFound; gradeOf: (source: string) => string }) {
  return (
    <DefinitionList
      items={[
        {
          term: "Asserted by",
          value: <Asserter assertedBy={claim.assertedBy} assertedVia={claim.assertedVia} gradeOf={gradeOf} />,
        },
        { term: "Asserted on", value: claim.assertedOn && formatEdtf(claim.assertedOn) },
        { term: "About", value: claim.about },
        { term: "Happened", value: claim.occurredOn && formatEdtf(claim.occurredOn) },
        { term: "Where", value: claim.place },
        {
          term: "Added",
          value: (
            <>
              {claim.createdBy ? (
                <>
                  by <bdi>{claim.createdBy.name}</bdi>{" "}
                </>
              ) : (
                "with the shipped inquiry "
              )}
              <Time value={claim.createdAt} precision="day" />
            </>
          ),
        },
      ]}
    />
  );
}

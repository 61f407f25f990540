import { CREDIBILITY, RELIABILITY } from "@/lib/analysis/scales";
import { CredibilityCode, ReliabilityCode } from "./codes";

/** The two scales of the Admiralty system beside each other, each step with its wording; they are never mixed. */
export function TwoScales() {
  return (
    <dl className="grid max-w-measure grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
      <dt className="flex flex-wrap gap-1.5">
        {RELIABILITY.map(({ code }) => (
          <ReliabilityCode key={code} code={code} />
        ))}
      </dt>
      <dd>
        Reliability belongs to the source, whatever it says this time: everything that rests on it inherits
        it.
      </dd>
      <dt className="flex flex-wrap gap-1.5">
        {CREDIBILITY.map(({ code }) => (
          <CredibilityCode key={code} code={code} />
        ))}
      </dt>
      <dd>
        Credibility belongs to one entry, whoever says it. F and 6 are no low grades: they count as unknown.
      </dd>
    </dl>
  );
}

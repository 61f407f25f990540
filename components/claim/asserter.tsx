import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";

interface Hand {
  readonly id: string;
  readonly name: string;
}

interface AsserterProps {
  assertedBy: Hand;
  assertedVia: Hand | null;
  /** Gives each hand its grade; left out where there is no room for it. */
  gradeOf?: (source: string) => string;
}

/** Who asserts a claim, and through whose hands it reaches us. */
export function Asserter({ assertedBy, assertedVia, gradeOf }: AsserterProps) {
  return (
    <span>
      <HandLink hand={assertedBy} gradeOf={gradeOf} />
      {assertedVia && (
        <>
          , as <HandLink hand={assertedVia} gradeOf={gradeOf} /> reports
        </>
      )}
    </span>
  );
}

function HandLink({ hand, gradeOf }: { hand: Hand; gradeOf: AsserterProps["gradeOf"] | undefined }) {
  return (
    <>
      <Link href={`/sources/${hand.id}`} dir="auto">
        {hand.id} {hand.name}
      </Link>
      {gradeOf && (
        <>
          {" "}
          <ReliabilityCode code={gradeOf(hand.id)} />
        </>
      )}
    </>
  );
}

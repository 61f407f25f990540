import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";
import type { ClaimHand } from "@/lib/claim/queries";

interface AsserterProps {
  assertedBy: ClaimHand;
  assertedVia: ClaimHand | null;
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

function HandLink({ hand, gradeOf }: { hand: ClaimHand; gradeOf: AsserterProps["gradeOf"] | undefined }) {
  return (
    <>
      <Link href={`/sources/${hand.id}`} dir="auto">
        {hand.id} {hand.withdrawnAt ? <del>{hand.name}</del> : hand.name}
      </Link>
      {hand.withdrawnAt && " (withdrawn)"}
      {gradeOf && (
        <>
          {" "}
          <ReliabilityCode code={gradeOf(hand.id)} />
        </>
      )}
    </>
  );
}

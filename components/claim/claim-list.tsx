import Link from "next/link";
import { VerdictWord } from "@/components/scale/verdict";
import { countSides } from "@/lib/analysis/describe-claim";
import type { ClaimLine, JudgedClaims } from "@/lib/claim/queries";
import { count, formatEdtf } from "@/lib/format";
import { Asserter } from "./asserter";

interface ClaimListProps {
  slug: string;
  claims: readonly ClaimLine[];
  judged: JudgedClaims;
}

/** Claims one by one: who asserts each, how it stands, and how many origins speak for it and against it. */
export function ClaimList({ slug, claims, judged }: ClaimListProps) {
  return (
    <ul className="grid gap-5">
      {claims.map((claim) => (
        <li key={claim.id} className="grid max-w-measure gap-1">
          <h3 className="font-normal">
            <Link href={`/inquiries/${slug}/claims/${claim.id}`} dir="auto" className="font-serif text-base">
              <span className="font-sans text-sm text-ink-soft">{claim.id}</span>{" "}
              {claim.withdrawnAt ? <del>{claim.statement}</del> : claim.statement}
            </Link>
          </h3>
          <p className="text-sm text-ink-soft">
            Asserted by <Asserter assertedBy={claim.assertedBy} assertedVia={claim.assertedVia} />
            {claim.assertedOn && <> · asserted {formatEdtf(claim.assertedOn)}</>}
            {claim.place && (
              <>
                {" · "}
                <bdi>{claim.place}</bdi>
              </>
            )}
            {claim.occurredOn && <> · happened {formatEdtf(claim.occurredOn)}</>}
          </p>
          <Standing claim={claim} judged={judged} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ claim, judged }: { claim: ClaimLine; judged: JudgedClaims }) {
  const found = judged.get(claim.id);
  if (!found)
    return (
      <p dir="auto" className="text-sm">
        Withdrawn, and counts nowhere: {claim.withdrawnReason}
      </p>
    );
  const { findings, input } = found;
  const sides = countSides(findings);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
      <VerdictWord verdict={findings.verdict} />
      <span className="text-ink-soft">
        {input.ratings.length === 0
          ? "nobody has rated an entry on it yet"
          : `${count(sides.for, "origin")} for it, ${sides.against} against`}
      </span>
    </p>
  );
}

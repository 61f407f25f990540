import Link from "next/link";
import { EvidenceEntry } from "@/components/evidence/evidence-line";
import { ConsistencyCode, ReliabilityCode } from "@/components/scale/codes";
import { Section } from "@/components/ui/section";
import type { RatingOnClaim } from "@/lib/claim-rating/queries";
import type { EvidenceLine } from "@/lib/evidence/queries";
import { count, twoPlaces } from "@/lib/format";

/** An entry that was rated on a claim. */
export interface RatedEntry {
  readonly line: EvidenceLine;
  readonly ratings: readonly RatingOnClaim[];
  /** Whether what others gave is not to be seen yet. */
  readonly isBlind: boolean;
  /** What it weighs and leans on; null where it does not count in the matrix. */
  readonly findings: {
    /** Null where it is not to be seen yet. */
    readonly weight: number | null;
    readonly leansOn: string;
    readonly grade: string;
  } | null;
}

interface RatedEntriesProps {
  title: string;
  lead: string;
  slug: string;
  claimId: string;
  /** Those that are shown; all of them may be more. */
  entries: readonly RatedEntry[];
  total: number;
  mayRate: boolean;
}

/** Entries that were rated on a claim, with who gave what and why. */
export function RatedEntries({ title, lead, slug, claimId, entries, total, mayRate }: RatedEntriesProps) {
  return (
    <Section title={title} lead={`${lead} ${count(total, "entry", "entries")}.`}>
      {total === 0 && <p className="text-sm text-ink-soft">None.</p>}
      <ul className="grid gap-5">
        {entries.map(({ line, ratings, isBlind, findings }) => (
          <li key={line.id}>
            <EvidenceEntry slug={slug} line={line}>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
                {findings && (
                  <>
                    {findings.weight !== null && <span>weight {twoPlaces(findings.weight)}</span>}
                    <span className="flex items-center gap-1">
                      leans on {findings.leansOn === "unsourced" ? "no source" : findings.leansOn}
                      {findings.leansOn !== "unsourced" && <ReliabilityCode code={findings.grade} />}
                    </span>
                  </>
                )}
                {mayRate && (
                  <Link href={`/inquiries/${slug}/claims/${claimId}?rate=${line.id}#rate`}>
                    Rate {line.id} on it
                  </Link>
                )}
              </p>
              {isBlind ? (
                <p className="text-sm text-ink-soft">
                  Who rated it how is shown once you have rated it on this claim.
                </p>
              ) : (
                <Ratings ratings={ratings} />
              )}
            </EvidenceEntry>
          </li>
        ))}
      </ul>
      {total > entries.length && <p className="text-sm text-ink-soft">{total - entries.length} more.</p>}
    </Section>
  );
}

function Ratings({ ratings }: { ratings: readonly RatingOnClaim[] }) {
  return (
    <ul className="grid gap-1 text-sm">
      {ratings.map(({ analystId, name, consistency, reason, counts }) => (
        <li key={analystId} dir="auto">
          <ConsistencyCode code={consistency} /> <span className="text-ink-soft">{name}</span>
          {!counts && <span className="text-ink-soft"> (no analyst here now, so it does not count)</span>}
          {reason !== "" && <>: {reason}</>}
        </li>
      ))}
    </ul>
  );
}

import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";
import { Time } from "@/components/ui/time";
import type { CountingGrade } from "@/lib/source/queries";
import type { Citation } from "./provenance";

/** As many as are shown of the grades of one hand; its own page has the rest. */
const mostGrades = 3;

interface HandTrustProps {
  citations: readonly Citation[];
  /** The grades that count in this inquiry, by source. */
  grades: ReadonlyMap<string, readonly CountingGrade[]>;
}

/** Each hand through which an entry came, once: who trusts it how far, and why. */
export function HandTrust({ citations, grades }: HandTrustProps) {
  const hands = new Map(
    citations
      .flatMap(({ source, via }) => (via ? [source, via] : [source]))
      .map((hand) => [hand.id, hand] as const),
  );
  if (hands.size === 0) return null;
  return (
    <dl className="grid gap-4 text-sm">
      {[...hands.values()].map(({ id, name }) => {
        const given = grades.get(id) ?? [];
        return (
          <div key={id} className="grid gap-1">
            <dt dir="auto">
              How far {id} {name} is trusted, and why
            </dt>
            {given.slice(0, mostGrades).map((grade) => (
              <dd key={`${grade.author} ${grade.ratedAt.toISOString()}`} className="max-w-measure">
                <ReliabilityCode code={grade.reliability} />{" "}
                <span className="text-ink-soft">
                  <bdi>{grade.author}</bdi>, <Time value={grade.ratedAt} precision="day" />
                </span>
                {grade.reason === null ? (
                  <span className="text-ink-soft">: the reason was written where you do not see</span>
                ) : (
                  grade.reason !== "" && (
                    <>
                      : <bdi className="font-serif">{grade.reason}</bdi>
                    </>
                  )
                )}
              </dd>
            ))}
            {given.length === 0 && (
              <dd className="text-ink-soft">
                No analyst of this inquiry has graded it. <Link href={`/sources/${id}`}>Grade {id}</Link>
              </dd>
            )}
            {given.length > mostGrades && (
              <dd>
                <Link href={`/sources/${id}`}>All {given.length} grades</Link>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

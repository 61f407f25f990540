import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";
import { Time } from "@/components/ui/time";
import { RELIABILITY } from "@/lib/analysis/scales";
import { isTakenBack } from "@/lib/source/grade";
import type { Grade } from "@/lib/source/queries";

interface InquiryName {
  readonly slug: string;
  readonly question: string;
}

interface GradeListProps {
  grades: readonly Grade[];
  /** The reader; null for nobody. */
  analystId: string | null;
  /** Inquiries that the reader sees and in which an analyst's grade counts. */
  countsIn: (analystId: string) => readonly InquiryName[];
}

/** Who graded a source how, why, and where it counts; earlier grades folded away. */
export function GradeList({ grades, analystId, countsIn }: GradeListProps) {
  const current = grades.filter(({ isCurrent }) => isCurrent);
  const earlier = grades.filter(({ isCurrent }) => !isCurrent);
  return (
    <div className="grid gap-4">
      {current.length === 0 ? (
        <p className="text-ink-soft">Nobody grades it at present.</p>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)]">
          {current.map((grade) => (
            <GradeItem
              key={grade.analystId}
              grade={grade}
              isOwn={grade.analystId === analystId}
              countsIn={countsIn(grade.analystId)}
            />
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="py-1.5 text-sm text-accent">Earlier grades ({earlier.length})</summary>
          <ul className="grid grid-cols-[minmax(0,1fr)]">
            {earlier.map((grade) => (
              <GradeItem
                key={`${grade.analystId} ${grade.ratedAt.toISOString()}`}
                grade={grade}
                isOwn={grade.analystId === analystId}
                isTakenBack={isTakenBack(grade, grades)}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface GradeItemProps {
  grade: Grade;
  isOwn: boolean;
  isTakenBack?: boolean;
  /** Left out for what stands no more. */
  countsIn?: readonly InquiryName[];
}

function GradeItem({ grade, isOwn, isTakenBack: isBack = false, countsIn }: GradeItemProps) {
  const { reliability, author, reason, writtenIn, ratedAt, endedAt } = grade;
  return (
    <li className="grid gap-1 border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <ReliabilityCode code={reliability} />
        <span>{RELIABILITY.find(({ code }) => code === reliability)?.label}</span>
        <span className="text-sm text-ink-soft">
          <bdi>{isOwn ? "you" : (author ?? "an analyst elsewhere")}</bdi>,{" "}
          <Time value={ratedAt} precision="day" />
          {endedAt && (
            <>
              {isBack ? "; taken back " : "; replaced "}
              <Time value={endedAt} precision="day" />
            </>
          )}
        </span>
      </p>
      {reason !== null && reason !== "" && (
        <p dir="auto" className="max-w-measure font-serif whitespace-pre-wrap">
          {reason}
        </p>
      )}
      <p className="max-w-measure text-sm text-ink-soft">
        {writtenIn ? (
          <>
            Written in <InquiryLink inquiry={writtenIn} />
          </>
        ) : reason === null ? (
          "Written where you do not see, and so is its reason"
        ) : (
          "Written in no inquiry"
        )}
        {countsIn && (
          <>
            {" · "}
            <Counting grade={grade} inquiries={countsIn} />
          </>
        )}
      </p>
    </li>
  );
}

function Counting({ grade, inquiries }: { grade: Grade; inquiries: readonly InquiryName[] }) {
  if (grade.reliability === "F") return <>F, cannot be judged, counts as no grade</>;
  const others = inquiries.filter(({ slug }) => slug !== grade.writtenIn?.slug);
  const countsThere = others.length < inquiries.length;
  if (others.length === 0) return countsThere ? <>counts there</> : <>counts in no inquiry that you see</>;
  return (
    <>
      counts {countsThere && "there and "}in{" "}
      {others.map((inquiry, index) => (
        <span key={inquiry.slug}>
          {index > 0 && ", "}
          <InquiryLink inquiry={inquiry} />
        </span>
      ))}
    </>
  );
}

function InquiryLink({ inquiry }: { inquiry: InquiryName }) {
  return (
    <Link href={`/inquiries/${inquiry.slug}`} dir="auto">
      {inquiry.question}
    </Link>
  );
}

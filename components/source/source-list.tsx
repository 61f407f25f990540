import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";
import { count } from "@/lib/format";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import type { SourceLine } from "@/lib/source/queries";

/** Sources by number: what each is, what it has to gain, how it is graded, and how much rests on it. */
export function SourceList({ lines }: { lines: readonly SourceLine[] }) {
  return (
    <>
      <p className="max-w-measure text-sm text-ink-soft">
        Beside each stand the grades of everybody, people outside your inquiries among them. In an inquiry
        only those count that its own analysts and leads gave: the page of a source says of each grade where.
      </p>
      <SourceLines lines={lines} />
    </>
  );
}

function SourceLines({ lines }: { lines: readonly SourceLine[] }) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)]">
      {lines.map(({ id, name, kind, stake, withdrawnAt, grades, entries }) => (
        <li
          key={id}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1.5 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_14rem]"
        >
          <div className="min-w-0">
            <h3 className="font-normal">
              <Link href={`/sources/${id}`}>
                <span className="text-ink-soft">{id}</span>{" "}
                <span dir="auto" className={withdrawnAt ? "line-through" : undefined}>
                  {name}
                </span>
              </Link>
              {withdrawnAt && <span className="ms-2 font-sans text-sm text-ink-soft">withdrawn</span>}
            </h3>
            <p className="text-sm text-ink-soft">
              {SOURCE_KINDS.find(({ code }) => code === kind)?.label}
              {stake !== "" && (
                <>
                  {" "}
                  · stake: <bdi>{stake}</bdi>
                </>
              )}
            </p>
          </div>
          <div className="grid content-start gap-1 text-sm">
            <GradeCounts grades={grades} />
            <p className="text-ink-soft">
              {entries === 0
                ? "no entry rests on it"
                : `${count(entries, "entry rests", "entries rest")} on it`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function GradeCounts({ grades }: Pick<SourceLine, "grades">) {
  if (grades.length === 0) return <p className="text-ink-soft">not graded yet</p>;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1">
      <span className="text-ink-soft">from everybody</span>
      {grades.map(({ reliability, count: times }) => (
        <span key={reliability} className="whitespace-nowrap">
          <ReliabilityCode code={reliability} />
          {times > 1 && <span className="ms-1 text-ink-soft">× {times}</span>}
        </span>
      ))}
    </p>
  );
}

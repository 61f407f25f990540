import Link from "next/link";
import type { CSSProperties } from "react";
import { CredibilityCode, ReliabilityCode } from "@/components/scale/codes";
import { DataTable } from "@/components/ui/data-table";
import { CREDIBILITY, RELIABILITY } from "@/lib/analysis/scales";
import { count } from "@/lib/format";
import type { AdmiraltyCell } from "@/lib/rating/admiralty";

/** The grid of one inquiry's entries. */
export interface GradesOfInquiry {
  readonly slug: string;
  readonly question: string;
  /** All 36, numbers within letters. */
  readonly cells: readonly AdmiraltyCell[];
}

interface AdmiraltyGridProps {
  /** At least one. Of several, a cell tells whose entries it holds once it is opened. */
  inquiries: readonly GradesOfInquiry[];
}

/** How many entries of a cell are named, and how many once it is opened. */
const mostNamed = 4;
const mostListed = 100;

/** Entries by the reliability of their source and their own credibility, the more in a cell the darker. */
export function AdmiraltyGrid({ inquiries }: AdmiraltyGridProps) {
  const cells = together(inquiries);
  const most = Math.max(1, ...cells.map(({ size }) => size));
  return (
    <figure className="chart-figure">
      <figcaption>{captionOf(cells)}</figcaption>
      <DataTable label="Entries by reliability and credibility" className="grades">
        <thead>
          <tr>
            <th scope="col">
              Reliability <span className="font-normal">by credibility</span>
            </th>
            {CREDIBILITY.map(({ code }) => (
              <th key={code} scope="col">
                <CredibilityCode code={code} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RELIABILITY.map(({ code, label }) => (
            <tr key={code}>
              <th scope="row">
                <ReliabilityCode code={code} /> <span className="font-normal max-sm:sr-only">{label}</span>
              </th>
              {cells
                .filter(({ reliability }) => reliability === code)
                .map((cell) => (
                  <GradeCell key={cell.credibility} cell={cell} most={most} />
                ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </figure>
  );
}

interface EntriesOfInquiry {
  readonly slug: string;
  readonly question: string;
  readonly ids: readonly string[];
}

interface Cell extends Pick<AdmiraltyCell, "reliability" | "credibility" | "isDiagonal"> {
  readonly size: number;
  /** Every inquiry, be it with no entry here. */
  readonly groups: readonly EntriesOfInquiry[];
}

/** The same cells of several inquiries as one. */
function together(inquiries: readonly GradesOfInquiry[]): readonly Cell[] {
  return (inquiries[0]?.cells ?? []).map(({ reliability, credibility, isDiagonal }, at) => {
    const groups = inquiries.map(({ slug, question, cells }) => ({
      slug,
      question,
      ids: cells[at]?.evidence ?? [],
    }));
    const size = groups.reduce((sum, { ids }) => sum + ids.length, 0);
    return { reliability, credibility, isDiagonal, groups, size };
  });
}

function GradeCell({ cell: { size, groups, isDiagonal }, most }: { cell: Cell; most: number }) {
  return (
    <td
      className="heat"
      data-diagonal={isDiagonal || undefined}
      style={{ "--shade": `${Math.round((size / most) * 100)}%` } as CSSProperties}
    >
      {size === 0 ? <span className="text-ink-faint">0</span> : <strong>{size}</strong>}
      {isDiagonal && <span className="sr-only"> on the diagonal</span>}
      {groups.length === 1 ? (
        groups.map((group) => <Named key={group.slug} {...group} />)
      ) : (
        <Grouped groups={groups} />
      )}
    </td>
  );
}

/** The entries of one inquiry, the first of them at once. */
function Named({ slug, ids }: EntriesOfInquiry) {
  const rest = ids.slice(mostNamed, mostListed);
  return (
    <>
      <EntryLinks slug={slug} ids={ids.slice(0, mostNamed)} />
      {rest.length > 0 && (
        <details className="text-2xs">
          <summary>{ids.length - mostNamed} more</summary>
          <EntryLinks slug={slug} ids={rest} />
          {ids.length > mostListed && " …"}
        </details>
      )}
    </>
  );
}

/** The entries of several inquiries, each under its question. */
function Grouped({ groups }: { groups: Cell["groups"] }) {
  const filled = groups.filter(({ ids }) => ids.length > 0);
  if (filled.length === 0) return null;
  return (
    <details className="text-2xs">
      <summary>Which</summary>
      {filled.map(({ slug, question, ids }) => (
        <div key={slug} className="pt-1">
          <span dir="auto" className="line-clamp-2 text-ink-soft">
            {question}
          </span>
          <EntryLinks slug={slug} ids={ids.slice(0, mostListed)} />
          {ids.length > mostListed && " …"}
        </div>
      ))}
    </details>
  );
}

function EntryLinks({ slug, ids }: { slug: string; ids: readonly string[] }) {
  return (
    <span className="block text-2xs">
      {ids.map((id, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link href={`/inquiries/${slug}/evidence/${id}`} prefetch={false}>
            {id}
          </Link>
        </span>
      ))}
    </span>
  );
}

function captionOf(cells: readonly Cell[]): string {
  const sizeOf = (some: readonly Cell[]) => some.reduce((sum, { size }) => sum + size, 0);
  const judged = sizeOf(
    cells.filter(({ reliability, credibility }) => reliability !== "F" && credibility !== 6),
  );
  const alike = sizeOf(cells.filter(({ isDiagonal }) => isDiagonal));
  const told =
    judged === 0
      ? "No entry has both grades yet."
      : `Here ${alike} of ${count(judged, "entry", "entries")} with both grades (${Math.round((alike / judged) * 100)} %) lie on it.`;
  return `What to see: how full the framed diagonal is, from A1 to E5. A good source can err and a bad one tell the truth: where nearly all entries lie on the diagonal, two scales may be rated as one. ${told} F and 6 are what nobody has judged.`;
}

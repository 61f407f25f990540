import Link from "next/link";
import type { CSSProperties } from "react";
import { CredibilityCode, ReliabilityCode } from "@/components/scale/codes";
import { DataTable } from "@/components/ui/data-table";
import { CREDIBILITY, RELIABILITY } from "@/lib/analysis/scales";
import { count } from "@/lib/format";
import type { AdmiraltyCell } from "@/lib/rating/admiralty";

interface AdmiraltyGridProps {
  cells: readonly AdmiraltyCell[];
  evidenceHref: (id: string) => string;
}

/** How many entries of a cell are named, and how many once it is opened. */
const mostNamed = 4;
const mostListed = 100;

/** Entries by the reliability of their source and their own credibility, the more in a cell the darker. */
export function AdmiraltyGrid({ cells, evidenceHref }: AdmiraltyGridProps) {
  const most = Math.max(1, ...cells.map(({ evidence }) => evidence.length));
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
                  <GradeCell key={cell.credibility} cell={cell} most={most} evidenceHref={evidenceHref} />
                ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </figure>
  );
}

function GradeCell({
  cell: { evidence, isDiagonal },
  most,
  evidenceHref,
}: {
  cell: AdmiraltyCell;
  most: number;
  evidenceHref: AdmiraltyGridProps["evidenceHref"];
}) {
  const rest = evidence.slice(mostNamed, mostListed);
  return (
    <td
      className="heat"
      data-diagonal={isDiagonal || undefined}
      style={{ "--shade": `${Math.round((evidence.length / most) * 100)}%` } as CSSProperties}
    >
      {evidence.length === 0 ? <span className="text-ink-faint">0</span> : <strong>{evidence.length}</strong>}
      {isDiagonal && <span className="sr-only"> on the diagonal</span>}
      <EntryLinks ids={evidence.slice(0, mostNamed)} href={evidenceHref} />
      {rest.length > 0 && (
        <details className="text-2xs">
          <summary>{evidence.length - mostNamed} more</summary>
          <EntryLinks ids={rest} href={evidenceHref} />
          {evidence.length > mostListed && " …"}
        </details>
      )}
    </td>
  );
}

function EntryLinks({ ids, href }: { ids: readonly string[]; href: AdmiraltyGridProps["evidenceHref"] }) {
  return (
    <span className="block text-2xs">
      {ids.map((id, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link href={href(id)} prefetch={false}>
            {id}
          </Link>
        </span>
      ))}
    </span>
  );
}

function captionOf(cells: readonly AdmiraltyCell[]): string {
  const size = (some: readonly AdmiraltyCell[]) =>
    some.reduce((sum, { evidence }) => sum + evidence.length, 0);
  const judged = size(
    cells.filter(({ reliability, credibility }) => reliability !== "F" && credibility !== 6),
  );
  const alike = size(cells.filter(({ isDiagonal }) => isDiagonal));
  const told =
    judged === 0
      ? "No entry has both grades yet."
      : `Here ${alike} of ${count(judged, "entry", "entries")} with both grades (${Math.round((alike / judged) * 100)} %) lie on it.`;
  return `What to see: how full the framed diagonal is, from A1 to E5. A good source can err and a bad one tell the truth: where nearly all entries lie on the diagonal, two scales may be rated as one. ${told} F and 6 are what nobody has judged.`;
}

import Link from "next/link";
import { consistencyTone } from "@/components/scale/options";
import { CodeBadge } from "@/components/ui/code-badge";
import { DataTable } from "@/components/ui/data-table";
import { CONSISTENCY } from "@/lib/analysis/scales";
import type { Analysis, CellFindings, EvidenceFindings } from "@/lib/analysis/types";
import type { EvidenceLine } from "@/lib/evidence/queries";
import { twoPlaces } from "@/lib/format";

export interface MatrixTableProps {
  analysis: Analysis;
  rows: readonly EvidenceFindings[];
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  lines: ReadonlyMap<string, EvidenceLine>;
  evidenceHref: (id: string) => string;
  /** Null where the reader may not rate. */
  rateHref: ((id: string) => string) | null;
  /** Cells, as entry/hypothesis, that the reader has rated. */
  ratedByMe: ReadonlySet<string>;
  marksUnrated: boolean;
  /** Entries of which the reader does not see others' ratings yet. */
  blind: ReadonlySet<string>;
}

/** The matrix as a table: entries down, hypotheses across, the consensus in each cell. */
export function MatrixTable(props: MatrixTableProps) {
  const { analysis, rows, hypotheses, lines, evidenceHref, rateHref } = props;
  const shown = new Set(rows.map(({ id }) => id));
  const cells = new Map<string, CellFindings>();
  for (const cell of analysis.cells)
    if (shown.has(cell.evidence)) cells.set(`${cell.evidence}/${cell.hypothesis}`, cell);
  return (
    <DataTable label="Matrix of entries and hypotheses" className="matrix">
      <thead>
        <tr>
          <th scope="col">Entry</th>
          {hypotheses.map(({ id, shortName }) => (
            <th key={id} scope="col" className="min-w-24">
              {id}{" "}
              <span dir="auto" className="block font-normal text-ink-soft">
                {shortName}
              </span>
            </th>
          ))}
          <th scope="col" className="num">
            Tells apart, bits
          </th>
          <th scope="col" className="num">
            Weight
          </th>
          {rateHref && (
            <th scope="col">
              <span className="sr-only">Rate</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="min-w-56">
              <Link href={evidenceHref(row.id)} dir="auto" className="line-clamp-2 font-normal">
                <span className="text-ink-soft">{row.id}</span> {lines.get(row.id)?.statement}
              </Link>
            </th>
            {hypotheses.map(({ id }) => (
              <td key={id}>
                {props.blind.has(row.id) ? (
                  <BlindCell />
                ) : (
                  <Cell
                    cell={cells.get(`${row.id}/${id}`)}
                    isUnrated={props.marksUnrated && !props.ratedByMe.has(`${row.id}/${id}`)}
                  />
                )}
              </td>
            ))}
            <td className="num">{props.blind.has(row.id) ? "" : twoPlaces(row.diagnosticity)}</td>
            <td className="num">{twoPlaces(row.weight)}</td>
            {rateHref && (
              <td>
                <Link href={rateHref(row.id)}>
                  Rate<span className="sr-only"> {row.id}</span>
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function BlindCell() {
  return (
    <span title="Shown once you have rated this entry" className="text-ink-soft">
      <span aria-hidden="true">?</span>
      <span className="sr-only">hidden until you have rated this entry</span>
    </span>
  );
}

/** A consensus that half of the scale or more divides is disagreed on. */
const notable = 0.4;

function Cell({ cell, isUnrated }: { cell: CellFindings | undefined; isUnrated: boolean }) {
  const row = CONSISTENCY.find(({ code }) => code === cell?.label);
  const isDisputed = (cell?.disagreement ?? 0) >= notable;
  return (
    <span className="inline-flex items-center gap-1">
      {row ? (
        <CodeBadge code={row.code} label={row.label} tone={consistencyTone(row.code)} />
      ) : (
        <span className="text-ink-soft">–</span>
      )}
      {isDisputed && (
        <span title="The analysts disagree">
          <span aria-hidden="true">◪</span>
          <span className="sr-only"> disputed</span>
        </span>
      )}
      {isUnrated && (
        <span title="You have not rated this">
          <span aria-hidden="true" className="text-ink-soft">
            ·
          </span>
          <span className="sr-only"> not rated by you</span>
        </span>
      )}
    </span>
  );
}

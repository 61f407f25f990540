import Link from "next/link";
import type { CSSProperties } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { Dispute } from "@/lib/analysis/disputes";
import type { CellFindings } from "@/lib/analysis/types";
import { twoPlaces } from "@/lib/format";

interface DisagreementMapProps {
  disputes: readonly Dispute[];
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  statements: ReadonlyMap<string, string>;
  evidenceHref: (id: string) => string;
}

/** The darkest shade is that of the most disputed cell, but a little does not look like much. */
const leastDark = 0.5;

/** Disputed entries against hypotheses, a cell the darker the further its analysts part. */
export function DisagreementMap({ disputes, hypotheses, statements, evidenceHref }: DisagreementMapProps) {
  const given = disputes.flatMap(({ cells }) => cells.map(({ disagreement }) => disagreement ?? 0));
  const darkest = Math.max(leastDark, ...given);
  return (
    <figure className="chart-figure">
      <figcaption>
        What to see: a dark row is an entry that is read differently altogether, a dark column a hypothesis
        that is understood differently. 0 is agreement, 1 the most that two can part (II against CC); – has
        fewer than two numbers to compare. An entry’s own page has everybody’s ratings and reasons.
      </figcaption>
      <DataTable label="Disagreement by entry and hypothesis" className="disagreement">
        <thead>
          <tr>
            <th scope="col">Entry</th>
            {hypotheses.map(({ id, shortName }) => (
              <th key={id} scope="col" className="min-w-20">
                {id}{" "}
                <span dir="auto" className="block font-normal text-ink-soft">
                  {shortName}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {disputes.map(({ evidence, cells }) => (
            <tr key={evidence}>
              <th scope="row" className="min-w-56">
                <Link
                  href={evidenceHref(evidence)}
                  prefetch={false}
                  dir="auto"
                  className="line-clamp-2 font-normal"
                >
                  <span className="text-ink-soft">{evidence}</span> {statements.get(evidence)}
                </Link>
              </th>
              {hypotheses.map(({ id }) => (
                <DisputedCell
                  key={id}
                  cell={cells.find(({ hypothesis }) => hypothesis === id)}
                  darkest={darkest}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </figure>
  );
}

function DisputedCell({ cell, darkest }: { cell: CellFindings | undefined; darkest: number }) {
  const disagreement = cell?.disagreement ?? null;
  if (disagreement === null) {
    return (
      <td className="heat">
        <span aria-hidden="true">–</span>
        <span className="sr-only">fewer than two numbers</span>
      </td>
    );
  }
  return (
    <td
      className="heat"
      style={{ "--shade": `${Math.round((disagreement / darkest) * 100)}%` } as CSSProperties}
      title={`${cell?.votes} numbers, in the middle ${cell?.label}`}
    >
      {twoPlaces(disagreement)}
    </td>
  );
}

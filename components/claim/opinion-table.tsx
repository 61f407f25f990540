import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { ClaimFindings } from "@/lib/analysis/claims";
import type { Opinion } from "@/lib/analysis/opinions";
import { isHidden } from "@/lib/claim/blind";
import { shortList, twoPlaces } from "@/lib/format";

interface OpinionTableProps {
  findings: ClaimFindings;
  /** Entries of which the reader does not see others' ratings yet. */
  blind: ReadonlySet<string>;
  /** Whether what all say together would tell what one says that the reader does not see yet. */
  hidesSums?: boolean;
}

/** As many origins as are shown one by one. */
export const mostOrigins = 40;

/** What each origin says of a claim, and all of them together. */
export function OpinionTable({ findings, blind, hidesSums = false }: OpinionTableProps) {
  const shown = findings.origins.slice(0, mostOrigins);
  const more = findings.origins.length - shown.length;
  return (
    <DataTable label="Belief, disbelief and uncertainty">
      <thead>
        <tr>
          <th scope="col">Origin</th>
          <th scope="col">Entries</th>
          <th scope="col" className="num">
            Belief
          </th>
          <th scope="col" className="num">
            Disbelief
          </th>
          <th scope="col" className="num">
            Uncertainty
          </th>
        </tr>
      </thead>
      <tbody>
        {!hidesSums && (
          <tr>
            <th scope="row">All together</th>
            <td />
            <Figures opinion={findings.opinion} />
          </tr>
        )}
        {shown.map((origin) => (
          <tr key={origin.id}>
            <th scope="row">
              {origin.id === "unsourced" ? (
                "no source"
              ) : (
                <Link href={`/sources/${origin.id}`}>{origin.id}</Link>
              )}
            </th>
            <td>{shortList(origin.evidence)}</td>
            {isHidden(origin, blind) ? (
              <td colSpan={3}>shown once you have rated its entries on this claim</td>
            ) : (
              <Figures opinion={origin.opinion} />
            )}
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={5}>{more} more</td>
          </tr>
        )}
      </tbody>
    </DataTable>
  );
}

function Figures({ opinion }: { opinion: Opinion }) {
  return [opinion.belief, opinion.disbelief, opinion.uncertainty].map((share, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: three figures in their places
    <td key={index} className="num">
      {twoPlaces(share)}
    </td>
  ));
}

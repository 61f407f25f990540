import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";
import { DataTable } from "@/components/ui/data-table";
import { formatPercent } from "@/lib/analysis/likelihood";
import { odds, twoPlaces } from "@/lib/format";
import type { SourceStanding } from "@/lib/origin/standing";

interface StandingTableProps {
  slug: string;
  standings: readonly SourceStanding[];
  names: ReadonlyMap<string, string>;
}

/** The sources of an inquiry: how each is graded, what rests on it, and how far its origin can carry. */
export function StandingTable({ slug, standings, names }: StandingTableProps) {
  return (
    <DataTable
      label="The sources of this inquiry"
      caption="Doubt and bound are those of the origin: all that leans on it, whichever of its sources it cites."
    >
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Reliability</th>
          <th scope="col" className="num">
            Mean
          </th>
          <th scope="col">Grades</th>
          <th scope="col" className="num">
            Entries
          </th>
          <th scope="col">Origin</th>
          <th scope="col" className="num">
            Lean on it
          </th>
          <th scope="col" className="num">
            Doubt
          </th>
          <th scope="col" className="num">
            Bound
          </th>
          <th scope="col">Record</th>
        </tr>
      </thead>
      <tbody>
        {standings.map(({ id, letter, reliability, spread, entries, origin, record }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/sources/${id}`} prefetch={false} dir="auto">
                {id} {names.get(id)}
              </Link>
            </th>
            <td>
              <ReliabilityCode code={letter} />
            </td>
            <td className="num">{reliability === null ? "–" : twoPlaces(reliability)}</td>
            <td>{spread === null ? "none" : spread[0] === spread[1] ? spread[0] : spread.join(" to ")}</td>
            <td className="num">
              <Link href={`/inquiries/${slug}/evidence?source=${id}`} prefetch={false}>
                {entries}
              </Link>
            </td>
            <td>{origin === null ? "–" : origin.sources.join(" + ")}</td>
            <td className="num">{origin?.evidence ?? "–"}</td>
            <td className="num">{origin ? twoPlaces(origin.doubt) : "–"}</td>
            <td className="num">{origin ? odds(origin.bound) : "–"}</td>
            <td>
              {record === null
                ? "–"
                : `${formatPercent(record.mean)} of ${record.supported + record.contradicted}${
                    record.isAtOddsWithGrade ? ", apart from its grade" : ""
                  }`}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

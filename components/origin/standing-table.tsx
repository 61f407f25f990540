import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";
import { DataTable } from "@/components/ui/data-table";
import { joinWords, odds, twoPlaces } from "@/lib/format";
import type { SourceStanding } from "@/lib/origin/standing";
import { recordWords } from "@/lib/source/record-words";

interface StandingTableProps {
  slug: string;
  standings: readonly SourceStanding[];
  names: ReadonlyMap<string, string>;
  withdrawn: ReadonlySet<string>;
}

/** The sources of an inquiry: how each is graded, what rests on it, and how far its origin can carry. */
export function StandingTable({ slug, standings, names, withdrawn }: StandingTableProps) {
  return (
    <DataTable label="The sources of this inquiry">
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
          <th scope="col" className="num">
            Lean on it
          </th>
          <th scope="col">Their origin</th>
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
        {standings.map(({ id, letter, reliability, spread, entries, together, leaning, origins, record }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/sources/${id}`} prefetch={false} dir="auto">
                {id} {names.get(id)}
              </Link>
              {withdrawn.has(id) && (
                <span className="block text-xs font-normal text-ink-soft">
                  withdrawn: nothing counts on it
                </span>
              )}
              {together.length > 0 && (
                <span className="block text-xs font-normal text-ink-soft">
                  one origin with {joinWords(together)} (<a href="#one-origin">why</a>)
                </span>
              )}
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
            <td className="num">{leaning}</td>
            <td>{origins.length === 0 ? "–" : originWords(origins)}</td>
            <td className="num">{origins[0] ? twoPlaces(origins[0].doubt) : "–"}</td>
            <td className="num">{origins[0] ? odds(origins[0].bound) : "–"}</td>
            <td className="min-w-40">
              {record === null ? "–" : recordWords(record)}
              {record?.isAtOddsWithGrade && ": apart from its grade"}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function originWords([first, ...rest]: SourceStanding["origins"]): string {
  return rest.length === 0 ? (first?.id ?? "") : `${first?.id} and ${rest.length} more`;
}

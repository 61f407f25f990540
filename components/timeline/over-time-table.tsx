import type { Standing } from "@/components/inquiry/standing";
import { DataTable } from "@/components/ui/data-table";
import { formatPercent } from "@/lib/analysis/likelihood";
import type { Moment } from "@/lib/analysis/over-time";
import { dayInWords } from "./lead-in-words";

interface OverTimeTableProps {
  moments: readonly Moment[];
  standing: readonly Standing[];
  isRanking: boolean;
}

/** The figures of hypotheses over time, a row for each day; empty as long as nothing may be said. */
export function OverTimeTable({ moments, standing, isRanking }: OverTimeTableProps) {
  const figure = ({ posterior, speaks }: Moment, id: string): string => {
    if (!speaks) return "–";
    const share = posterior[id] ?? 0;
    return isRanking ? (share / Math.max(...Object.values(posterior))).toFixed(2) : formatPercent(share, 1);
  };
  return (
    <DataTable
      label="Posteriors by day"
      {...(isRanking ? { caption: "Weights beside the highest of the day, which is 1." } : {})}
    >
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className="num">
            Entries
          </th>
          {standing.map(({ id, shortName }) => (
            <th key={id} scope="col" className="num" title={shortName}>
              {id}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moments.map((moment) => (
          <tr key={moment.day}>
            <th scope="row">{dayInWords(moment.day)}</th>
            <td className="num">{moment.entries}</td>
            {standing.map(({ id }) => (
              <td key={id} className="num">
                {figure(moment, id)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

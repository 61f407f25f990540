import { ConsistencyCode, CredibilityCode, RelevanceCode } from "@/components/scale/codes";
import { DataTable } from "@/components/ui/data-table";
import { groupBy } from "@/lib/analysis/group-by";

export interface RatingsByAnalystProps {
  hypotheses: readonly { readonly id: string }[];
  ratings: readonly {
    readonly analystId: string;
    readonly hypothesisId: string;
    readonly consistency: string;
    readonly reason: string;
    readonly analyst: { readonly name: string };
  }[];
  evidenceRatings: readonly {
    readonly analystId: string;
    readonly credibility: number | null;
    readonly relevance: string | null;
    readonly reason: string;
    readonly analyst: { readonly name: string };
  }[];
}

/** Who rated an entry how, and the reasons they gave. */
export function RatingsByAnalyst({ hypotheses, ratings, evidenceRatings }: RatingsByAnalystProps) {
  const names = new Map(
    [...ratings, ...evidenceRatings].map((rating) => [rating.analystId, rating.analyst.name]),
  );
  if (names.size === 0) return <p className="text-sm text-ink-soft">Nobody has rated it yet.</p>;
  const cellsOf = groupBy(ratings, (rating) => rating.analystId);
  return (
    <>
      <DataTable label="Ratings by analyst">
        <thead>
          <tr>
            <th scope="col">Analyst</th>
            {hypotheses.map(({ id }) => (
              <th key={id} scope="col">
                {id}
              </th>
            ))}
            <th scope="col">Credibility</th>
            <th scope="col">Relevance</th>
          </tr>
        </thead>
        <tbody>
          {[...names].map(([analystId, name]) => {
            const cells = cellsOf.get(analystId) ?? [];
            const grades = evidenceRatings.find((rating) => rating.analystId === analystId);
            return (
              <tr key={analystId}>
                <th scope="row" dir="auto">
                  {name}
                </th>
                {hypotheses.map(({ id }) => (
                  <td key={id}>
                    <ConsistencyCode
                      code={cells.find((cell) => cell.hypothesisId === id)?.consistency ?? ""}
                    />
                  </td>
                ))}
                <td>
                  <CredibilityCode code={grades?.credibility ?? null} />
                </td>
                <td>
                  <RelevanceCode code={grades?.relevance ?? null} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      <Reasons ratings={ratings} evidenceRatings={evidenceRatings} />
    </>
  );
}

function Reasons({ ratings, evidenceRatings }: Omit<RatingsByAnalystProps, "hypotheses">) {
  const cells = ratings.filter(({ reason }) => reason !== "");
  const grades = evidenceRatings.filter(({ reason }) => reason !== "");
  if (cells.length + grades.length === 0) return null;
  return (
    <ul className="grid max-w-measure gap-3 text-sm">
      {cells.map((cell) => (
        <li key={`${cell.analystId} ${cell.hypothesisId}`} dir="auto">
          <span className="text-ink-soft">
            {cell.analyst.name}, {cell.hypothesisId} <ConsistencyCode code={cell.consistency} />{" "}
          </span>
          {cell.reason}
        </li>
      ))}
      {grades.map((grade) => (
        <li key={grade.analystId} dir="auto">
          <span className="text-ink-soft">{grade.analyst.name}, credibility and relevance: </span>
          {grade.reason}
        </li>
      ))}
    </ul>
  );
}

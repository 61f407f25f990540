import { ConsistencyCode, CredibilityCode, RelevanceCode } from "@/components/scale/codes";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import { groupBy } from "@/lib/analysis/group-by";

export interface RatingsByAnalystProps {
  hypotheses: readonly { readonly id: string }[];
  ratings: readonly {
    readonly analystId: string;
    readonly hypothesisId: string;
    readonly consistency: string;
    readonly reason: string;
    readonly ratedAt: Date;
    readonly analyst: { readonly name: string };
  }[];
  evidenceRatings: readonly {
    readonly analystId: string;
    readonly credibility: number | null;
    readonly relevance: string | null;
    readonly reason: string;
    readonly ratedAt: Date;
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
            <th scope="col">Last changed</th>
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
                <td>
                  <Time value={latest(grades ? [...cells, grades] : cells)} precision="day" />
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

const latest = (given: readonly { readonly ratedAt: Date }[]): Date =>
  new Date(Math.max(...given.map(({ ratedAt }) => ratedAt.getTime())));

/** Every reason that was given; credibility and relevance with their author and date whether they have one or not. */
function Reasons({ ratings, evidenceRatings }: Omit<RatingsByAnalystProps, "hypotheses">) {
  const cells = ratings.filter(({ reason }) => reason !== "");
  if (cells.length + evidenceRatings.length === 0) return null;
  return (
    <ul className="grid max-w-measure gap-3 text-sm">
      {cells.map((cell) => (
        <li key={`${cell.analystId} ${cell.hypothesisId}`} dir="auto">
          <span className="text-ink-soft">
            {cell.analyst.name}, {cell.hypothesisId} <ConsistencyCode code={cell.consistency} />,{" "}
            <Time value={cell.ratedAt} precision="day" />:{" "}
          </span>
          {cell.reason}
        </li>
      ))}
      {evidenceRatings.map(({ analystId, analyst, credibility, relevance, ratedAt, reason }) => (
        <li key={analystId} dir="auto">
          <span className="text-ink-soft">
            {analyst.name}, credibility <CredibilityCode code={credibility} /> and relevance{" "}
            <RelevanceCode code={relevance} />, <Time value={ratedAt} precision="day" />
            {reason !== "" && ": "}
          </span>
          {reason}
        </li>
      ))}
    </ul>
  );
}

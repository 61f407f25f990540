import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import { projectOntoSimplex } from "@/lib/analysis/judgement";
import { formatPercent, formatRatio } from "@/lib/analysis/likelihood";
import type { Judgement } from "@/lib/judgement/queries";

interface JudgementTableProps {
  hypotheses: readonly { readonly id: string }[];
  judgements: readonly Judgement[];
  /** The average of what counts, by hypothesis. */
  average: ReadonlyMap<string, number | null>;
  isRanking: boolean;
}

/** What each analyst gave and as what it counts, and the average. */
export function JudgementTable({ hypotheses, judgements, average, isRanking }: JudgementTableProps) {
  const shares = hypotheses.map(({ id }) => average.get(id) ?? null);
  const figure = figureIn(isRanking, shares);
  return (
    <DataTable
      label="Judgements by analyst"
      caption={`As it counts${isRanking ? ", beside the highest, which is 1" : ""}, and in brackets as it was given where that is different.`}
    >
      <thead>
        <tr>
          <th scope="col">Analyst</th>
          {hypotheses.map(({ id }) => (
            <th key={id} scope="col" className="num">
              {id}
            </th>
          ))}
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {judgements.map((judgement) => (
          <tr key={judgement.analystId}>
            <th scope="row">
              <bdi>{judgement.name}</bdi>
              <span className="block text-xs font-normal text-ink-soft">
                <Time value={judgement.judgedAt} precision="day" />
              </span>
            </th>
            {counted(hypotheses, judgement, isRanking).map(({ id, figure, given }) => (
              <td key={id} className="num">
                {figure}
                {given !== null && <span className="block text-xs text-ink-soft">({given})</span>}
              </td>
            ))}
            <td dir="auto" className="min-w-48 whitespace-pre-wrap">
              {judgement.reason}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">Average of what counts</th>
          {hypotheses.map(({ id }, row) => (
            <td key={id} className="num font-semibold">
              {figure(shares[row] ?? null)}
            </td>
          ))}
          <td />
        </tr>
      </tbody>
    </DataTable>
  );
}

/** As per cents or, where hypotheses are only ranked, beside the highest of them. */
function figureIn(isRanking: boolean, shares: readonly (number | null)[]) {
  const highest = Math.max(...shares.map((share) => share ?? 0));
  return (share: number | null): string => {
    if (share === null) return "–";
    return isRanking ? formatRatio(share / highest) : formatPercent(share);
  };
}

/** A judgement made before a hypothesis was added waits for its analyst: it counts as nothing until then. */
function counted(
  hypotheses: readonly { readonly id: string }[],
  { shares }: Judgement,
  isRanking: boolean,
): readonly { readonly id: string; readonly figure: string; readonly given: number | null }[] {
  const given = hypotheses.map(({ id }) => shares[id]);
  const isWhole = given.every((share) => share !== undefined) && given.some((share) => share !== 0);
  const projected = isWhole ? projectOntoSimplex(given.map((share) => (share ?? 0) / 100)) : [];
  const figure = figureIn(isRanking, projected);
  return hypotheses.map(({ id }, row) => {
    const [gave, counts] = [given[row], projected[row] ?? null];
    const isSame = gave !== undefined && counts !== null && Math.abs(gave - counts * 100) < 0.05;
    return {
      id,
      figure: figure(counts),
      given: gave === undefined || isSame ? null : Number(gave.toFixed(1)),
    };
  });
}

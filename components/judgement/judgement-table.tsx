import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import { projectOntoSimplex } from "@/lib/analysis/judgement";
import { formatPercent } from "@/lib/analysis/likelihood";
import type { Judgement } from "@/lib/judgement/queries";

interface JudgementTableProps {
  hypotheses: readonly { readonly id: string }[];
  judgements: readonly Judgement[];
  /** The average of what counts, by hypothesis. */
  average: ReadonlyMap<string, number | null>;
}

/** What each analyst gave and as what it counts, and the average. */
export function JudgementTable({ hypotheses, judgements, average }: JudgementTableProps) {
  return (
    <DataTable
      label="Judgements by analyst"
      caption="As it counts, and in brackets as it was given where that is different."
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
            {counted(hypotheses, judgement).map(({ id, counts, given }) => (
              <td key={id} className="num">
                {counts === null ? "–" : formatPercent(counts)}
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
          {hypotheses.map(({ id }) => {
            const share = average.get(id) ?? null;
            return (
              <td key={id} className="num font-semibold">
                {share === null ? "–" : formatPercent(share)}
              </td>
            );
          })}
          <td />
        </tr>
      </tbody>
    </DataTable>
  );
}

/** A judgement made before a hypothesis was added waits for its analyst: it counts as nothing until then. */
function counted(hypotheses: readonly { readonly id: string }[], { shares }: Judgement) {
  const given = hypotheses.map(({ id }) => shares[id]);
  const isWhole = given.every((share) => share !== undefined) && given.some((share) => share !== 0);
  const projected = isWhole ? projectOntoSimplex(given.map((share) => (share ?? 0) / 100)) : null;
  return hypotheses.map(({ id }, row) => {
    const [gave, counts] = [given[row], projected?.[row] ?? null];
    const isSame = gave !== undefined && counts !== null && Math.abs(gave - counts * 100) < 0.05;
    return { id, counts, given: gave === undefined || isSame ? null : Number(gave.toFixed(1)) };
  });
}

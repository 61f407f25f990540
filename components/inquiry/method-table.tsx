import { DataTable } from "@/components/ui/data-table";
import { Term } from "@/components/ui/term";
import { METHODS } from "@/lib/analysis/scales";
import type { Analysis } from "@/lib/analysis/types";

/** Each method with its order and scores, and a line where they do not agree on who comes first. */
export function MethodTable({ analysis, isRanking }: { analysis: Analysis; isRanking: boolean }) {
  const rows = METHODS.flatMap((method) => {
    const ranking = analysis.methods[method.code];
    return ranking ? [{ method, ranking }] : [];
  });
  const firsts = new Set(rows.map(({ ranking }) => ranking.order[0]));
  return (
    <>
      <p className="max-w-measure text-sm">
        {firsts.size === 1
          ? `All put ${[...firsts].join("")} first.`
          : `They part. ${[...firsts].map((id) => `First by ${namesOf(rows, id)}: ${id}`).join("; ")}. Inconsistency scores look only at what speaks against a hypothesis, the posterior also at what fits it better than its rivals.`}
      </p>
      <DataTable label="Methods side by side">
        <thead>
          <tr>
            <th scope="col">Method</th>
            <th scope="col">Order, best first</th>
            {analysis.hypotheses.map(({ id }) => (
              <th key={id} scope="col" className="num">
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ method, ranking }) => (
            <tr key={method.code}>
              <th scope="row">
                <Term help={method.help}>{method.label}</Term>
              </th>
              <td className="whitespace-nowrap">{ranking.order.join(" › ")}</td>
              {analysis.hypotheses.map(({ id }) => (
                <td key={id} className="num">
                  {score(
                    ranking.scores[id] ?? 0,
                    method.best === "highest" && isRanking ? Math.max(...Object.values(ranking.scores)) : 1,
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="text-sm text-ink-soft">
        Posterior and judgement: {isRanking ? "weight beside the highest, which is 1" : "probability, 0 to 1"}
        . The others: how much speaks against; less is better, and it is no probability.
      </p>
    </>
  );
}

const score = (value: number, unit: number): string => (value / unit).toFixed(2);

function namesOf(
  rows: readonly { method: { label: string }; ranking: { order: readonly string[] } }[],
  first: string | undefined,
) {
  return rows
    .filter(({ ranking }) => ranking.order[0] === first)
    .map(({ method }) => method.label)
    .join(", ");
}

import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { Term } from "@/components/ui/term";
import { groupBy } from "@/lib/analysis/group-by";
import { METHODS } from "@/lib/analysis/scales";
import type { Analysis } from "@/lib/analysis/types";
import { joinWords } from "@/lib/format";
import { toldAt } from "@/lib/glossary";

/** Each method with its order and scores, and a line where they do not agree on who comes first. */
export function MethodTable({
  analysis,
  isRanking,
  scoreHref,
}: {
  analysis: Analysis;
  isRanking: boolean;
  /** The page that opens a score into what it is made of. */
  scoreHref: string;
}) {
  const rows = METHODS.flatMap((method) => {
    const ranking = analysis.methods[method.code];
    return ranking ? [{ method, ranking }] : [];
  });
  return (
    <>
      <p className="max-w-measure">{whereTheyPart(rows)}</p>
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
                <Term help={method.help} more={toldAt("judgement")}>
                  {method.label}
                </Term>
              </th>
              <td className="whitespace-nowrap">{ranking.order.join(" › ")}</td>
              {analysis.hypotheses.map(({ id }) => (
                <td key={id} className="num">
                  <Link href={`${scoreHref}?method=${method.code}&hypothesis=${id}`} className="text-ink">
                    {score(
                      ranking.scores[id] ?? 0,
                      method.best === "highest" && isRanking ? Math.max(...Object.values(ranking.scores)) : 1,
                    )}
                  </Link>
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

type MethodRow = {
  readonly method: (typeof METHODS)[number];
  readonly ranking: { readonly order: readonly string[] };
};

/** Whether inconsistency, posterior and judgement put the same hypothesis first, and what it means if not. */
function whereTheyPart(rows: readonly MethodRow[]): string {
  const byFirst = groupBy(rows, ({ ranking }) => ranking.order[0] ?? "");
  if (byFirst.size === 1) return `All put ${[...byFirst.keys()].join("")} first.`;
  const firsts = [...byFirst].map(
    ([id, of]) => `${id} is first by ${joinWords(of.map(({ method }) => method.label))}`,
  );
  const firstOf = (code: string) => rows.find(({ method }) => method.code === code)?.ranking.order[0];
  const [posterior, heuer, judgement] = [firstOf("posterior"), firstOf("heuer"), firstOf("judgement")];
  const reasons = [
    posterior !== heuer
      ? `${posterior} leads by what fits it better than its rivals, ${heuer} because little speaks against it; a hypothesis that little was tested on looks good to every inconsistency score.`
      : "",
    judgement !== undefined && judgement !== posterior
      ? `The analysts themselves put ${judgement} first: they weigh something that the matrix does not hold, or the matrix holds something that they do not weigh.`
      : "",
  ];
  return [`They part: ${firsts.join("; ")}.`, ...reasons.filter((reason) => reason !== "")].join(" ");
}

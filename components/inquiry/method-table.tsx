import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { Term } from "@/components/ui/term";
import { formatPercent, formatRatio } from "@/lib/analysis/likelihood";
import { METHODS } from "@/lib/analysis/scales";
import type { Analysis } from "@/lib/analysis/types";
import { twoPlaces } from "@/lib/format";
import { toldAt } from "@/lib/glossary";
import { firstsInFull } from "./firsts";

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
      <p className="max-w-measure">{firstsInFull(analysis)}</p>
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
                    {method.best === "lowest"
                      ? twoPlaces(ranking.scores[id] ?? 0)
                      : share(ranking.scores, id, isRanking)}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="text-sm text-ink-soft">
        Posterior and judgement: {isRanking ? "weight beside the highest, which is 1" : "probability"}. The
        others: how much speaks against; less is better, and it is no probability.
      </p>
    </>
  );
}

/** A probability in per cent, or a weight beside the highest. */
function share(scores: Readonly<Record<string, number>>, id: string, isRanking: boolean): string {
  const own = scores[id] ?? 0;
  return isRanking ? formatRatio(own / Math.max(...Object.values(scores))) : formatPercent(own, 1);
}

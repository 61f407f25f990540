import { DataTable } from "@/components/ui/data-table";
import type { AnalystFindings } from "@/lib/analysis/types";

interface HaloTableProps {
  analysts: readonly AnalystFindings[];
  nameOf: ReadonlyMap<string, string>;
}

/** How often each analyst gave an entry and a source that asserts it the same grade. */
export function HaloTable({ analysts, nameOf }: HaloTableProps) {
  return (
    <figure className="chart-figure">
      <figcaption>
        Each analyst’s own grades: of the pairs of their credibility of an entry and their reliability of a
        source that asserts it, the share on the diagonal. From ten pairs on, 80 % or more is a halo: one
        impression of the source colours both.
      </figcaption>
      <DataTable label="Analysts’ own grades on the diagonal" className="max-w-measure">
        <thead>
          <tr>
            <th scope="col">Analyst</th>
            <th scope="col" className="num">
              Pairs
            </th>
            <th scope="col" className="num">
              On the diagonal
            </th>
            <th scope="col">Halo</th>
          </tr>
        </thead>
        <tbody>
          {analysts.map(({ id, pairs, diagonal, halo }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                {nameOf.get(id) ?? "an analyst"}
              </th>
              <td className="num">{pairs}</td>
              <td className="num">{diagonal === null ? "–" : `${Math.round(diagonal * 100)} %`}</td>
              <td>{halo ? <strong>halo</strong> : "no"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </figure>
  );
}

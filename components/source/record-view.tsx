import * as Plot from "@observablehq/plot";
import Link from "next/link";
import { Chart } from "@/components/ui/chart";
import { DataTable } from "@/components/ui/data-table";
import { Term } from "@/components/ui/term";
import { formatPercent } from "@/lib/analysis/likelihood";
import { RELIABILITY, VERDICTS, type Verdict } from "@/lib/analysis/scales";
import { count } from "@/lib/format";
import type { PooledRecord } from "@/lib/source/record";

/** A claim of the source, as it stands by what others say of it. */
export interface RecordedClaim {
  readonly slug: string;
  readonly id: string;
  readonly statement: string;
  readonly verdict: Verdict;
}

interface RecordViewProps {
  record: PooledRecord;
  claims: readonly RecordedClaim[];
  /** The mean of its grades, 0 to 1; null where nobody judged it. */
  reliability: number | null;
}

/** The letters over the fifths of the scale, the worst first. F stands for none. */
const fifths = RELIABILITY.flatMap(({ code, value }) => (value === null ? [] : [code]))
  .toReversed()
  .map((code, place) => ({ code, from: place / 5, to: (place + 1) / 5 }));

/** What became of what a source claimed, on the scale of its grades. */
export function RecordView({ record, claims, reliability }: RecordViewProps) {
  const { supported, contradicted, mean, interval } = record;
  const [low, high] = interval;
  const words = `${formatPercent(mean)} right, with 90 % between ${formatPercent(low)} and ${formatPercent(high)}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-measure">
        Of {count(record.claims, "claim")} that it asserts, others found {supported} supported and{" "}
        {contradicted} contradicted: {words}.{" "}
        {record.isAtOddsWithGrade && (
          <strong>
            The whole interval lies outside the fifth that its grades stand for: one of the two is off.
          </strong>
        )}
        {supported + contradicted === 0 && "So far that says nothing: no claim of its is settled by others."}
      </p>
      <Chart
        label={`Its record on the scale of grades: ${words}.${
          reliability === null ? "" : ` The mean of its grades is at ${formatPercent(reliability)}.`
        }`}
        caption={`Bar: the middle 90 % of its share of true claims; dot: the mean.${
          reliability === null ? "" : " Diamond: the mean of its grades."
        }`}
        draw={(width) => ({
          width,
          height: 74,
          marginLeft: 6,
          marginRight: 6,
          marginTop: 22,
          marginBottom: 6,
          x: { domain: [0, 1], axis: null },
          y: { domain: [0, 1], axis: null },
          marks: [
            Plot.ruleX([0, 0.2, 0.4, 0.6, 0.8, 1], { stroke: "var(--color-rule-strong)" }),
            Plot.text(fifths, {
              x: ({ from, to }: (typeof fifths)[number]) => (from + to) / 2,
              text: "code",
              frameAnchor: "top",
              dy: -14,
              fontSize: 13,
            }),
            Plot.ruleY([0.6], { x1: low, x2: high, stroke: "var(--color-accent)", strokeWidth: 6 }),
            Plot.dot([mean], { x: mean, y: 0.6, r: 6, fill: "var(--color-ink)" }),
            ...(reliability === null
              ? []
              : [
                  Plot.dot([reliability], {
                    x: reliability,
                    y: 0.15,
                    r: 6,
                    symbol: "diamond",
                    fill: "var(--color-warning)",
                  }),
                ]),
          ],
        })}
      >
        <ClaimTable claims={claims} />
      </Chart>
    </div>
  );
}

function ClaimTable({ claims }: { claims: readonly RecordedClaim[] }) {
  return (
    <DataTable label="The claims behind its record" caption="As each stands by what others say of it.">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">By what others say</th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ slug, id, statement, verdict }) => (
          <tr key={`${slug}/${id}`}>
            <th scope="row" dir="auto">
              <Link href={`/inquiries/${slug}/claims/${id}`}>
                {id} {statement}
              </Link>
            </th>
            <td>
              <VerdictWord verdict={verdict} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

export function VerdictWord({ verdict }: { verdict: Verdict }) {
  const row = VERDICTS.find(({ code }) => code === verdict);
  return row ? <Term help={row.help}>{row.label.toLowerCase()}</Term> : null;
}

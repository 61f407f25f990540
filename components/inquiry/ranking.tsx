import Link from "next/link";
import { formatWhole } from "@/lib/format";
import type { Standing } from "./standing";

interface RankingProps {
  slug: string;
  standing: readonly Standing[];
  statements: ReadonlyMap<string, string>;
  speaks: boolean;
}

/** The hypotheses one by one, the likeliest first, each with its claim and its figures in words. */
export function Ranking({ slug, standing, statements, speaks }: RankingProps) {
  return (
    <ol className="grid gap-x-12 gap-y-5 lg:grid-cols-2">
      {standing.map((one) => (
        <li key={one.id} className="grid content-start gap-1">
          <Link href={`/inquiries/${slug}/hypotheses/${one.id}`} className="w-fit font-medium">
            <span className="text-ink-soft">{one.id}</span> <span dir="auto">{one.shortName}</span>
          </Link>
          {statements.get(one.id) !== one.shortName && (
            <p dir="auto" className="max-w-measure font-serif text-sm">
              {statements.get(one.id)}
            </p>
          )}
          <p className="text-sm text-ink-soft">{figures(one, speaks).join(" · ")}</p>
        </li>
      ))}
    </ol>
  );
}

function figures({ findings, figure, rangeFigure, judgement }: Standing, speaks: boolean): string[] {
  const judged = judgement === null ? [] : [`analysts’ judgement: ${judgement}`];
  if (speaks && findings.comparable) return [figure, `range ${rangeFigure}`, ...judged];
  if (findings.coverage === 0) return ["not rated yet", ...judged];
  if (findings.comparable) return ["nothing to say yet", ...judged];
  return [`not yet comparable: rated on ${formatWhole(findings.coverage)} of the entries`, ...judged];
}

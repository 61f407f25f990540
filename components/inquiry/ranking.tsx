import Link from "next/link";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import type { Standing } from "./standing";

/** The hypotheses as bars, each with its figure in words beside it. */
export function Ranking({
  slug,
  standing,
  speaks,
}: {
  slug: string;
  standing: readonly Standing[];
  speaks: boolean;
}) {
  return (
    <ol className="grid gap-5">
      {standing.map(({ id, shortName, findings, bar, tick, figure, judgement }) => (
        <li key={id} className="grid gap-1.5 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] sm:gap-x-8">
          <Link href={`/inquiries/${slug}/hypotheses/${id}`} className="min-w-0">
            <span className="text-ink-soft">{id}</span> <span dir="auto">{shortName}</span>
          </Link>
          <div className="grid gap-1">
            {speaks && findings.comparable ? (
              <>
                <LikelihoodBar value={bar} tick={tick} />
                <p className="text-sm text-ink-soft">
                  {figure}
                  {judgement !== null && <> · analysts&rsquo; judgement: {judgement}</>}
                </p>
              </>
            ) : (
              <p className="text-sm text-ink-soft">
                {findings.coverage === 0
                  ? "not rated yet"
                  : findings.comparable
                    ? "nothing to say yet"
                    : `not yet comparable: rated on ${Math.round(findings.coverage * 100)} % of the entries`}
                {judgement !== null && <> · analysts&rsquo; judgement: {judgement}</>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

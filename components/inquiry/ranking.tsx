import Link from "next/link";
import { ShareWords } from "@/components/scale/share-words";
import { Word } from "@/components/scale/word";
import type { Lexicon } from "@/lib/analysis/scales";
import { formatWhole } from "@/lib/format";
import type { Standing } from "./standing";

interface RankingProps {
  slug: string;
  standing: readonly Standing[];
  statements: ReadonlyMap<string, string>;
  speaks: boolean;
  lexicon: Lexicon;
}

/** The hypotheses one by one, the likeliest first, each with its claim and its figures in words. */
export function Ranking({ slug, standing, statements, speaks, lexicon }: RankingProps) {
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
          <Figures standing={one} speaks={speaks} lexicon={lexicon} />
        </li>
      ))}
    </ol>
  );
}

function Figures({
  standing: { findings, figure, rangeFigure, judgement },
  speaks,
  lexicon,
}: Pick<RankingProps, "speaks" | "lexicon"> & { standing: Standing }) {
  return (
    <p className="text-sm text-ink-soft">
      {speaks && findings.comparable ? (
        <>
          <ShareWords figure={figure} lexicon={lexicon} /> · <Word of="range" /> {rangeFigure}
        </>
      ) : (
        whyNone(findings)
      )}
      {judgement !== null && ` · analysts’ judgement: ${judgement}`}
    </p>
  );
}

function whyNone({ coverage, comparable }: Standing["findings"]): string {
  if (coverage === 0) return "not rated yet";
  if (comparable) return "nothing to say yet";
  return `not yet comparable: rated on ${formatWhole(coverage)} of the entries`;
}

import Link from "next/link";
import { ShareWords } from "@/components/scale/share-words";
import { LikelihoodBar } from "@/components/ui/likelihood-bar";
import { Time } from "@/components/ui/time";
import { headlineOf } from "@/lib/analysis/front";
import { count } from "@/lib/format";
import type { InquiryCard } from "@/lib/inquiry/queries";
import { VISIBILITIES } from "@/lib/inquiry/visibility";
import { rankingSentence } from "@/lib/voice";
import { answerSentence } from "./answer";
import { originCount } from "./origin-count";
import { countOrigins } from "./origin-warning";
import { standings } from "./standing";

/** An inquiry in the list: the question, how its hypotheses stand, and the one warning that matters most. */
export function InquiryCardView({ card }: { card: InquiryCard }) {
  const { analysis } = card;
  const standing = standings(analysis, card, card.hypotheses);
  const { sole, entries } = countOrigins(analysis);
  const visibility = VISIBILITIES.find(({ code }) => code === card.visibility);
  return (
    <article className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-12">
      <div className="grid content-start gap-3">
        <h2>
          <Link href={`/inquiries/${card.slug}`} dir="auto" className="text-ink">
            {card.question}
          </Link>
        </h2>
        {sole && (
          <p className="text-sm font-medium text-warning">
            {sole === "unsourced"
              ? `${count(entries, "entry", "entries")}, no source`
              : `${count(entries, "entry", "entries")}, 1 origin: everything comes through one source`}
          </p>
        )}
        <p className="max-w-measure text-sm">{answerSentence(analysis, headlineOf(analysis))}</p>
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <span>{originCount(analysis)}</span>
          <span>{count(card.analysts, "analyst")}</span>
          <span>{visibility?.label.toLowerCase()}</span>
          {card.changedAt && (
            <span>
              changed <Time value={card.changedAt} precision="day" />
            </span>
          )}
        </p>
      </div>
      <ol className="grid content-start gap-2 text-sm">
        {standing.map(({ id, shortName, bar, findings, figure }) => (
          <li key={id} className="grid gap-1">
            <span className="flex flex-wrap justify-between gap-x-3">
              <span dir="auto">
                <span className="text-ink-soft">{id}</span> {shortName}
              </span>
              {analysis.speaks && findings.comparable && (
                <span className="text-ink-soft">
                  <ShareWords figure={figure} lexicon={card.lexicon} />
                </span>
              )}
            </span>
            <LikelihoodBar value={analysis.speaks && findings.comparable ? bar : null} />
          </li>
        ))}
        {card.isRanking && analysis.speaks && <li className="text-ink-soft">{rankingSentence}</li>}
      </ol>
    </article>
  );
}

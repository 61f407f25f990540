import Link from "next/link";
import { KindWord } from "@/components/evidence/evidence-line";
import { MarkedText } from "@/components/ui/marked-text";
import { formatEdtf, joinWords } from "@/lib/format";
import { differingWords } from "@/lib/repeat/differing";
import type { ShownPair } from "@/lib/repeat/queries";
import { numbersBeyond, wordsOf } from "@/lib/repeat/words";
import { SettleForm } from "./settle-form";

type Side = ShownPair["one"];

interface PairCardProps {
  slug: string;
  pair: ShownPair;
  /** The reader; null for nobody. */
  analystId: string | null;
  /** The sources of both that count as two origins although they say it in nearly the same words, as "S1-S2". */
  echoes: readonly string[];
}

/** Two entries side by side with the words marked that only one has, and what can be done with them. */
export function PairCard({ slug, pair, analystId, echoes }: PairCardProps) {
  const { one, other, stands } = pair;
  const title = `${one.id} and ${other.id}`;
  return (
    <article aria-labelledby={`pair-${one.id}-${other.id}`} className="grid gap-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h3 id={`pair-${one.id}-${other.id}`}>{title}</h3>
        <p className="text-sm text-ink-soft">{describeStanding(pair)}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 sm:grid-cols-2">
        <PairSide slug={slug} side={one} other={other} />
        <PairSide slug={slug} side={other} other={one} />
      </div>
      <Difference one={one} other={other} />
      {echoes.length > 0 && (
        <p className="max-w-measure text-sm">
          Their sources count as two origins, so that merged, each would vouch for the other. If one has it
          from the other:{" "}
          {echoes.map((echo, i) => (
            <span key={echo}>
              {i > 0 && ", "}
              <a href={`#${echo}`}>{joinWords(echo.split("-"))} as one origin</a>
            </span>
          ))}
          .
        </p>
      )}
      {stands !== "withdrawn" && <SettleForm slug={slug} pair={pair} analystId={analystId} />}
    </article>
  );
}

function describeStanding({ one, other, stands }: ShownPair): string {
  switch (stands) {
    case "open":
      return "";
    case "apart":
      return "kept apart";
    case "merged":
      return one.mergedIntoId === other.id
        ? `${one.id} is merged into ${other.id}`
        : `${other.id} is merged into ${one.id}`;
    case "withdrawn": {
      const gone = [one, other].filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id);
      return `${joinWords(gone)} ${gone.length > 1 ? "are" : "is"} withdrawn: only entries that count can be merged`;
    }
  }
}

function PairSide({ slug, side, other }: { slug: string; side: Side; other: Side }) {
  return (
    <div className="grid content-start gap-2">
      <p dir="auto" className="font-serif">
        <Link href={`/inquiries/${slug}/evidence/${side.id}`} className="font-sans text-sm">
          {side.id}
        </Link>{" "}
        <MarkedText segments={differingWords(side.statement, other.statement)} />
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        <KindWord kind={side.kind} />
        {side.occurredOn && <span>{formatEdtf(side.occurredOn)}</span>}
        {side.places.length > 0 && <span dir="auto">{side.places.join(", ")}</span>}
      </p>
      <ul className="grid gap-1 text-sm">
        {side.citations.map(({ id, source, via, quote }) => (
          <li key={id}>
            <Link href={`/sources/${source.id}`} dir="auto">
              {source.id} {source.name}
            </Link>
            {via && (
              <>
                {" "}
                via{" "}
                <Link href={`/sources/${via.id}`} dir="auto">
                  {via.id} {via.name}
                </Link>
              </>
            )}
            {quote && (
              <q dir="auto" className="line-clamp-3 font-serif text-ink-soft">
                {quote}
              </q>
            )}
          </li>
        ))}
        {side.citations.length === 0 && <li className="text-ink-soft">It cites no source.</li>}
      </ul>
    </div>
  );
}

/** What is marked, in words as well. */
function Difference({ one, other }: { one: Side; other: Side }) {
  const alone = (side: Side, against: Side) =>
    differingWords(side.statement, against.statement).flatMap(({ text, isHit }) => (isHit ? [text] : []));
  const [ours, theirs] = [alone(one, other), alone(other, one)];
  const words = [wordsOf(one.statement), wordsOf(other.statement)] as const;
  const numbers = [numbersBeyond(...words), numbersBeyond(words[1], words[0])] as const;
  const differ = numbers.every((each) => each.length > 0);
  return (
    <p className="max-w-measure text-sm">
      {ours.length === 0 && theirs.length === 0 && "They have the very same words."}
      <Alone id={one.id} words={ours} />
      <Alone id={other.id} words={theirs} />
      {differ && (
        <strong>
          Their numbers differ: {joinWords(numbers[0])} against {joinWords(numbers[1])}.
        </strong>
      )}
    </p>
  );
}

function Alone({ id, words }: { id: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <>
      Only in {id}: <bdi>{words.join(" · ")}</bdi>.{" "}
    </>
  );
}

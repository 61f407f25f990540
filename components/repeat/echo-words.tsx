import Link from "next/link";
import { MarkedText } from "@/components/ui/marked-text";
import { differingWords } from "@/lib/repeat/differing";
import type { Echo, Quoted } from "@/lib/repeat/find";

/** The words that two sources are cited with, side by side: set as quotations only where they are the sources' own. */
export function EchoWords({
  slug,
  echo: { one, other, words },
  nameOf,
}: {
  slug: string;
  echo: Echo;
  nameOf: ReadonlyMap<string, string>;
}) {
  return (
    <>
      {words === "stated" && (
        <p className="max-w-measure text-sm">
          They are cited for entries that say nearly the same, in the words of whoever entered them.
        </p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 sm:grid-cols-2">
        <Words slug={slug} words={words} quoted={one} other={other} name={nameOf.get(one.source)} />
        <Words slug={slug} words={words} quoted={other} other={one} name={nameOf.get(other.source)} />
      </div>
    </>
  );
}

function Words({
  slug,
  words,
  quoted: { source, entry, text },
  other,
  name,
}: {
  slug: string;
  words: Echo["words"];
  quoted: Quoted;
  other: Quoted;
  name: string | undefined;
}) {
  return (
    <div className="grid content-start gap-1">
      <p className="text-sm">
        <Link href={`/sources/${source}`} dir="auto">
          {source} {name}
        </Link>{" "}
        <span className="text-ink-soft">
          {words === "quoted" ? "in" : "cited for"}{" "}
          <Link href={`/inquiries/${slug}/evidence/${entry}`}>{entry}</Link>
        </span>
      </p>
      {words === "quoted" ? (
        <blockquote dir="auto" className="border-s-2 border-rule-strong ps-4 font-serif">
          <MarkedText segments={differingWords(text, other.text)} />
        </blockquote>
      ) : (
        <p dir="auto" className="font-serif">
          <MarkedText segments={differingWords(text, other.text)} />
        </p>
      )}
    </div>
  );
}

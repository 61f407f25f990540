import Link from "next/link";
import { MarkedText } from "@/components/ui/marked-text";
import { SEARCH_KINDS } from "@/lib/search/kinds";
import type { SearchHit } from "@/lib/search/queries";

/** What was found: what each is, where, and the words in their place. */
export function HitList({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {hits.map((hit) => (
        <li key={hit.href + hit.kind} className="grid max-w-measure gap-1">
          <h3 className="font-normal text-pretty">
            <Link href={hit.href} prefetch={false} dir="auto" className="font-serif text-base">
              {hit.kind !== "inquiry" && <span className="font-sans text-sm text-ink-soft">{hit.id} </span>}
              {hit.isWithdrawn ? (
                <del>
                  <MarkedText segments={hit.title} />
                </del>
              ) : (
                <MarkedText segments={hit.title} />
              )}
            </Link>
          </h3>
          {hit.excerpt && (
            <p dir="auto" className="text-sm">
              <MarkedText segments={hit.excerpt} />
            </p>
          )}
          <p className="text-sm text-ink-soft">
            {SEARCH_KINDS.find(({ code }) => code === hit.kind)?.label}
            {hit.inquiry && hit.kind !== "inquiry" && (
              <>
                {" in "}
                <bdi>{hit.inquiry.question}</bdi>
              </>
            )}
            {hit.isWithdrawn && <strong> · withdrawn</strong>}
          </p>
        </li>
      ))}
    </ol>
  );
}

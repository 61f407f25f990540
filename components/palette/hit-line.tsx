import { MarkedText } from "@/components/ui/marked-text";
import { SEARCH_KINDS } from "@/lib/search/kinds";
import type { SearchHit } from "@/lib/search/queries";

/** A hit in one or two lines: its words where they stand, and beneath what it is and where, if that is elsewhere. */
export function HitLine({ hit, within }: { hit: SearchHit; within: string | undefined }) {
  const isElsewhere = hit.inquiry !== null && hit.inquiry.slug !== within && hit.kind !== "inquiry";
  return (
    <>
      <span className="line-clamp-2" dir="auto">
        {hit.kind !== "inquiry" && <span className="text-ink-soft">{hit.id} </span>}
        {hit.isWithdrawn ? (
          <del>
            <MarkedText segments={hit.title} />
          </del>
        ) : (
          <MarkedText segments={hit.title} />
        )}
      </span>
      {hit.excerpt && !hit.title.some(({ isHit }) => isHit) && (
        <span className="truncate text-xs" dir="auto">
          <MarkedText segments={hit.excerpt} />
        </span>
      )}
      <span className="truncate text-xs text-ink-soft">
        {SEARCH_KINDS.find(({ code }) => code === hit.kind)?.label}
        {isElsewhere && (
          <>
            {" in "}
            <bdi>{hit.inquiry?.question}</bdi>
          </>
        )}
        {hit.isWithdrawn && " · withdrawn"}
        {hit.isNear && " · near to these words"}
      </span>
    </>
  );
}

import Link from "next/link";
import { SEARCH_KINDS, type SearchKind } from "@/lib/search/kinds";
import { addressWith } from "@/lib/search-params";

/** Hits by kind, each with its number; the kind that is shown is marked. */
export function KindFilter({
  text,
  kind,
  counts,
}: {
  text: string;
  kind: SearchKind | undefined;
  counts: Readonly<Partial<Record<SearchKind, number>>>;
}) {
  const all = Object.values(counts).reduce((sum, number) => sum + number, 0);
  const choices = [
    { code: undefined, many: "All", count: all },
    ...SEARCH_KINDS.map(({ code, many }) => ({ code, many, count: counts[code] ?? 0 })),
  ];
  return (
    <nav aria-label="Kinds" className="sub-nav">
      <ul>
        {choices
          .filter(({ code, count }) => count > 0 || code === kind || code === undefined)
          .map(({ code, many, count }) => (
            <li key={many}>
              <Link
                href={addressWith("/search", { text, kind: code })}
                prefetch={false}
                aria-current={code === kind ? "page" : undefined}
              >
                {many} <span className="ms-1 font-normal text-ink-soft">{count.toLocaleString("en")}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

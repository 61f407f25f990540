import Link from "next/link";

const parts = [
  { id: "entries", label: "Entries" },
  { id: "sources", label: "Sources" },
  { id: "analysts", label: "Analysts" },
  { id: "priors", label: "Priors" },
  { id: "method", label: "Method" },
] as const;

/** Ways to the parts of a page that may be long. */
export function PartsNav({ hasEntries, hasAnalysts }: { hasEntries: boolean; hasAnalysts: boolean }) {
  const isThere = { entries: hasEntries, sources: true, analysts: hasAnalysts, priors: true, method: true };
  return (
    <nav
      aria-label="What can be tried"
      className="flex flex-wrap gap-x-5 border-t border-rule py-2 text-sm print:hidden"
    >
      {parts
        .filter(({ id }) => isThere[id])
        .map(({ id, label }) => (
          <Link key={id} href={`#${id}`} className="py-1.5">
            {label}
          </Link>
        ))}
    </nav>
  );
}

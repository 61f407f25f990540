import Link from "next/link";

const parts = [
  { id: "entries", label: "Entries" },
  { id: "sources", label: "Sources" },
  { id: "analysts", label: "Analysts" },
  { id: "priors", label: "Priors" },
  { id: "method", label: "Method" },
] as const;

/** Ways to the parts of a page that may be long. */
export function PartsNav({ hasAnalysts }: { hasAnalysts: boolean }) {
  return (
    <nav
      aria-label="What can be tried"
      className="flex flex-wrap gap-x-5 border-t border-rule py-2 text-sm print:hidden"
    >
      {parts
        .filter(({ id }) => hasAnalysts || id !== "analysts")
        .map(({ id, label }) => (
          <Link key={id} href={`#${id}`} className="py-1.5">
            {label}
          </Link>
        ))}
    </nav>
  );
}

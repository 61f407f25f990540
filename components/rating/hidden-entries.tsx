import Link from "next/link";
import { count } from "@/lib/format";

/** How many are named. */
const mostNamed = 12;

/** The entries of which nothing is shown yet to whoever reads, with the way to rate them. */
export function HiddenEntries({ slug, ids }: { slug: string; ids: readonly string[] }) {
  const named = ids.slice(0, mostNamed);
  return (
    <p className="max-w-measure text-sm text-ink-soft">
      Rating is blind here: {count(ids.length, "entry", "entries")} that others have rated on hypotheses on
      which you have not {ids.length === 1 ? "is" : "are"} left out of all this until you do.{" "}
      {named.map((id, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <Link href={`/inquiries/${slug}/matrix?rate=${id}#rate`} prefetch={false}>
            Rate {id}
          </Link>
        </span>
      ))}
      {ids.length > named.length && ` and ${ids.length - named.length} more`}.
    </p>
  );
}

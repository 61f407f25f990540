import Link from "next/link";
import { Section } from "@/components/ui/section";
import type { CitingInquiry } from "@/lib/source/queries";

/** What rests on a source in one inquiry. */
export function Dependence({ inquiry }: { inquiry: CitingInquiry }) {
  const { slug, question, entries, claims, proposals } = inquiry;
  return (
    <Section
      level={3}
      title={
        <Link href={`/inquiries/${slug}`} dir="auto">
          {question}
        </Link>
      }
    >
      {entries.length === 0 ? (
        <p className="text-sm text-ink-soft">No entry rests on it here.</p>
      ) : (
        <EntryList slug={slug} entries={entries} />
      )}
      {claims.length > 0 && (
        <p className="text-sm text-ink-soft">
          It asserts or passes on {claims.length === 1 ? "the claim" : "the claims"} {claims.join(", ")}.
        </p>
      )}
      {proposals.length > 0 && (
        <p className="text-sm text-ink-soft">
          It puts forward, or passes on, {proposals.length === 1 ? "the hypothesis" : "the hypotheses"}{" "}
          {proposals.join(", ")}.
        </p>
      )}
    </Section>
  );
}

const shownAtOnce = 12;

function EntryList({ slug, entries }: { slug: string; entries: CitingInquiry["entries"] }) {
  const rest = entries.slice(shownAtOnce);
  return (
    <>
      <EntryItems slug={slug} entries={entries.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details>
          <summary className="py-1.5 text-sm text-accent">{rest.length} more</summary>
          <EntryItems slug={slug} entries={rest} />
        </details>
      )}
    </>
  );
}

function EntryItems({ slug, entries }: { slug: string; entries: CitingInquiry["entries"] }) {
  return (
    <ul className="grid max-w-measure grid-cols-[minmax(0,1fr)] gap-2">
      {entries.map(({ id, statement, withdrawnAt }) => (
        <li key={id} className="grid grid-cols-[3rem_minmax(0,1fr)]">
          <Link href={`/inquiries/${slug}/evidence/${id}`}>{id}</Link>
          {withdrawnAt ? (
            <span dir="auto" className="text-ink-soft">
              <s>{statement}</s> (withdrawn)
            </span>
          ) : (
            <span dir="auto">{statement}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

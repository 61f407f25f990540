import Link from "next/link";
import { Section } from "@/components/ui/section";
import type { CitingInquiry } from "@/lib/citing/queries";

/** What rests on a source in one inquiry. */
export function Dependence({ inquiry }: { inquiry: CitingInquiry }) {
  const { slug, question, entries, claims, proposals } = inquiry;
  const base = `/inquiries/${slug}`;
  return (
    <Section
      level={3}
      title={
        <Link href={base} dir="auto">
          {question}
        </Link>
      }
    >
      {entries.length === 0 ? (
        <p className="text-sm text-ink-soft">No entry rests on it here.</p>
      ) : (
        <DependentList at={`${base}/evidence`} things={entries} />
      )}
      <Dependents
        lead="Claims that it asserts or passes on:"
        at={`${base}/claims`}
        things={claims.filter(({ isItsWord }) => isItsWord)}
      />
      <Dependents
        lead="Claims that appear in it:"
        at={`${base}/claims`}
        things={claims.filter(({ isItsWord }) => !isItsWord)}
      />
      <Dependents
        lead="Hypotheses that it puts forward or passes on:"
        at={`${base}/hypotheses`}
        things={proposals.map(({ id, shortName }) => ({ id, statement: shortName, withdrawnAt: null }))}
      />
    </Section>
  );
}

/** An entry, a claim or a hypothesis. */
interface Dependent {
  readonly id: string;
  readonly statement: string;
  readonly withdrawnAt: Date | null;
}

interface DependentListProps {
  /** The address under which each has its page. */
  at: string;
  things: readonly Dependent[];
}

function Dependents({ lead, ...list }: DependentListProps & { lead: string }) {
  if (list.things.length === 0) return null;
  return (
    <>
      <p className="text-sm text-ink-soft">{lead}</p>
      <DependentList {...list} />
    </>
  );
}

const shownAtOnce = 12;

function DependentList({ at, things }: DependentListProps) {
  const rest = things.slice(shownAtOnce);
  return (
    <>
      <DependentItems at={at} things={things.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details>
          <summary className="py-1.5 text-sm text-accent">{rest.length} more</summary>
          <DependentItems at={at} things={rest} />
        </details>
      )}
    </>
  );
}

function DependentItems({ at, things }: DependentListProps) {
  return (
    <ul className="grid max-w-measure grid-cols-[minmax(0,1fr)] gap-2">
      {things.map(({ id, statement, withdrawnAt }) => (
        <li key={id} className="grid grid-cols-[3rem_minmax(0,1fr)]">
          <Link href={`${at}/${id}`}>{id}</Link>
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

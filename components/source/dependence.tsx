import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { formatPercent } from "@/lib/analysis/likelihood";
import { twoPlaces } from "@/lib/format";
import type { Fall } from "@/lib/source/fall";
import type { CitingInquiry } from "@/lib/source/queries";

interface DependenceProps {
  sourceId: string;
  inquiry: CitingInquiry;
  /** Null where the source is withdrawn, so that nothing counts on it. */
  fall: Fall | null;
}

/** What rests on a source in one inquiry, and what would become of the hypotheses without it. */
export function Dependence({ sourceId, inquiry, fall }: DependenceProps) {
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
      {entries.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2 pt-2">
          <h4>If this source fell</h4>
          {fall ? (
            <>
              <p className="max-w-measure">{fall.sentence}</p>
              <FallTable sourceId={sourceId} inquiry={inquiry} fall={fall} />
            </>
          ) : (
            <p className="max-w-measure text-ink-soft">It is withdrawn already: nothing counts on it now.</p>
          )}
        </div>
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

function FallTable({ sourceId, inquiry, fall }: { sourceId: string; inquiry: CitingInquiry; fall: Fall }) {
  if (fall.figures.length === 0) {
    return (
      <p className="text-sm text-ink-soft">
        No likelihood is shown here yet: no entry tells the hypotheses apart.
      </p>
    );
  }
  const nameOf = new Map(inquiry.hypotheses.map(({ id, shortName }) => [id, shortName]));
  const figure = fall.isRanking ? weight : formatPercent;
  return (
    <div className="max-w-measure">
      <DataTable
        label={`The hypotheses with ${sourceId} and without it`}
        caption={
          fall.isRanking
            ? "Weight beside the leader's, which is 1: some of these can hold together, so the figures rank them."
            : "Likelihood, reckoned anew from everything else."
        }
      >
        <thead>
          <tr>
            <th scope="col">Hypothesis</th>
            <th scope="col" className="num">
              now
            </th>
            <th scope="col" className="num">
              without {sourceId}
            </th>
          </tr>
        </thead>
        <tbody>
          {fall.figures.map(({ id, now, without }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/inquiries/${inquiry.slug}/hypotheses/${id}`}>
                  {id} <bdi>{nameOf.get(id)}</bdi>
                </Link>
              </th>
              <td className="num">{now === null ? "–" : figure(now)}</td>
              <td className="num">{without === null ? "–" : figure(without)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

const weight = (share: number): string => (share < 0.005 ? "under 0.01" : twoPlaces(share));

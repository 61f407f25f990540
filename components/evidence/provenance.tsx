import Link from "next/link";
import { ReliabilityCode } from "@/components/scale/codes";
import { formatEdtf } from "@/lib/format";

export interface Citation {
  readonly id: string;
  readonly locator: string;
  readonly url: string | null;
  readonly quote: string;
  readonly publishedOn: string | null;
  readonly accessedOn: string | null;
  readonly archivedAt: string | null;
  readonly source: { readonly id: string; readonly name: string; readonly withdrawnAt: Date | null };
  readonly via: { readonly id: string; readonly name: string; readonly withdrawnAt: Date | null } | null;
}

interface ProvenanceProps {
  citations: readonly Citation[];
  /** How far each source is trusted in this inquiry: the letter nearest to the mean of its grades. */
  gradeOf: (sourceId: string) => string;
}

/** Where an entry stands: who asserts it, through whose hands it came, how far each is trusted, and the place in it. */
export function Provenance({ citations, gradeOf }: ProvenanceProps) {
  if (citations.length === 0) {
    return (
      <p className="text-sm">
        It cites no source. What nobody is named for is doubted with all else that is unsourced.
      </p>
    );
  }
  return (
    <ol className="grid gap-5">
      {citations.map((citation) => (
        <li key={citation.id} className="grid max-w-measure gap-1">
          <p>
            <Hand hand={citation.source} grade={gradeOf(citation.source.id)} />
            {citation.via && (
              <>
                {" "}
                <span className="text-ink-soft">asserts it, and it reaches us through</span>{" "}
                <Hand hand={citation.via} grade={gradeOf(citation.via.id)} />
              </>
            )}
          </p>
          {citation.quote && (
            <blockquote dir="auto" className="border-s-2 border-rule-strong ps-4 font-serif">
              {citation.quote}
            </blockquote>
          )}
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {citation.locator && <span dir="auto">{citation.locator}</span>}
            {citation.publishedOn && <span>published {formatEdtf(citation.publishedOn)}</span>}
            {citation.accessedOn && <span>accessed {formatEdtf(citation.accessedOn)}</span>}
            {citation.url && (
              <a href={citation.url} rel="noreferrer noopener external nofollow">
                {hostOf(citation.url)}
              </a>
            )}
            {citation.archivedAt && (
              <a href={citation.archivedAt} rel="noreferrer noopener external nofollow">
                archived copy
              </a>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Hand({ hand, grade }: { hand: Citation["source"]; grade: string }) {
  return (
    <>
      <Link href={`/sources/${hand.id}`} dir="auto">
        {hand.id} {hand.withdrawnAt ? <del>{hand.name}</del> : hand.name}
      </Link>{" "}
      {hand.withdrawnAt && "(withdrawn) "}
      <ReliabilityCode code={grade} />
    </>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

import Link from "next/link";
import { Term } from "@/components/ui/term";
import { EVIDENCE_KINDS } from "@/lib/analysis/scales";
import type { EvidenceLine } from "@/lib/evidence/queries";
import { formatEdtf } from "@/lib/format";
import { goneWord } from "./gone-word";
import { OurPlaces } from "./our-places";

/** An entry in a list: its number and statement, and in one line where it stands. */
export function EvidenceEntry({
  slug,
  line,
  children,
}: {
  slug: string;
  line: EvidenceLine;
  children?: React.ReactNode;
}) {
  return (
    <article className="grid gap-1">
      <h3 className="font-normal">
        <Link href={`/inquiries/${slug}/evidence/${line.id}`} dir="auto" className="font-serif text-base">
          <span className="font-sans text-sm text-ink-soft">{line.id}</span>{" "}
          {line.withdrawnAt ? <del>{line.statement}</del> : line.statement}
        </Link>
      </h3>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        <KindWord kind={line.kind} />
        {line.occurredOn && <span>{formatEdtf(line.occurredOn)}</span>}
        {line.places.length > 0 && <span dir="auto">{line.places.join(", ")}</span>}
        <span dir="auto">{provenance(line.citations)}</span>
        {line.withdrawnAt && <strong>{goneWord(line)}</strong>}
      </p>
      <OurPlaces places={line.places} />
      {children}
    </article>
  );
}

export function KindWord({ kind }: { kind: string }) {
  const row = EVIDENCE_KINDS.find(({ code }) => code === kind);
  return row ? <Term help={row.help}>{row.label}</Term> : <span>{kind}</span>;
}

function provenance(citations: EvidenceLine["citations"]): string {
  if (citations.length === 0) return "no source";
  return citations.map(({ source, via }) => (via ? `${source.id} via ${via.id}` : source.id)).join("; ");
}

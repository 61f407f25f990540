import { EvidenceEntry } from "@/components/evidence/evidence-line";
import { ConsistencyCode, ReliabilityCode } from "@/components/scale/codes";
import { Word } from "@/components/scale/word";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { Column } from "@/lib/analysis/scales";
import type { CellFindings } from "@/lib/analysis/types";
import type { EvidenceLine } from "@/lib/evidence/queries";
import { count, twoPlaces } from "@/lib/format";

/** An entry in a column, with what it weighs and leans on. */
export interface StanceEntry {
  readonly cell: CellFindings;
  readonly line: EvidenceLine;
  readonly weight: number;
  /** The origin it leans on and the grade of it; null where it cites no source. */
  readonly origin: { readonly id: string; readonly grade: string } | null;
}

export interface StanceColumnProps {
  slug: string;
  hypothesisId: string;
  column: { readonly code: Column; readonly label: string; readonly help: string };
  /** The strongest; all of them may be more. */
  entries: readonly StanceEntry[];
  total: number;
  /** How many independent origins all of them lean on. */
  origins: number;
}

/** What supports a hypothesis, what contradicts it, or what fits it and its rivals alike: strongest first. */
export function StanceColumn({ slug, hypothesisId, column, entries, total, origins }: StanceColumnProps) {
  return (
    <Section
      title={column.label}
      lead={`${column.help} ${count(total, "entry", "entries")}, ${count(origins, "origin")}, strongest first.`}
    >
      {total === 0 && <p className="text-sm text-ink-soft">None.</p>}
      <ul className="grid gap-5">
        {entries.map(({ cell, line, weight, origin }) => (
          <li key={line.id}>
            <EvidenceEntry slug={slug} line={line}>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
                {cell.label && <ConsistencyCode code={cell.label} />}
                <span>
                  <Word of="bearing" /> {signed(cell.bearing)} bits
                </span>
                <span>
                  <Word of="weight" /> {twoPlaces(weight)}
                </span>
                <span className="flex items-center gap-1">
                  <Word of="origin">leans on</Word> {origin?.id ?? "no source"}
                  {origin && <ReliabilityCode code={origin.grade} />}
                </span>
              </p>
            </EvidenceEntry>
          </li>
        ))}
      </ul>
      {total > entries.length && (
        <LinkButton
          href={`/inquiries/${slug}/evidence?stance=${column.code}&hypothesis=${hypothesisId}`}
          size="small"
        >
          All {total}
        </LinkButton>
      )}
    </Section>
  );
}

const signed = (bits: number): string => `${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(2)}`;

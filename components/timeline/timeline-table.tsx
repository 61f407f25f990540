import Link from "next/link";
import { goneWord } from "@/components/evidence/gone-word";
import { DataTable } from "@/components/ui/data-table";
import { dayAsEdtf } from "@/lib/date-span";
import { formatEdtf } from "@/lib/format";
import type { DatedEntry } from "@/lib/timeline/queries";

/** The entries of a timeline with their days in figures. */
export function TimelineTable({ slug, entries }: { slug: string; entries: readonly DatedEntry[] }) {
  return (
    <DataTable label="Days of the entries">
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">Date</th>
          <th scope="col">Earliest</th>
          <th scope="col">Latest</th>
          <th scope="col">Supports most</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ line, span, supports, isBlind }) => (
          <tr key={line.id}>
            <th scope="row" className="min-w-56">
              <Link href={`/inquiries/${slug}/evidence/${line.id}`} dir="auto" className="font-normal">
                <span className="text-ink-soft">{line.id}</span> {line.statement}
              </Link>
              {line.withdrawnAt && ` (${goneWord(line)})`}
            </th>
            <td>{formatEdtf(line.occurredOn ?? "")}</td>
            <td className="whitespace-nowrap">{day(span.earliest)}</td>
            <td className="whitespace-nowrap">{day(span.latest)}</td>
            <td>{isBlind ? "hidden until you have rated it" : (supports ?? "–")}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const day = (number: number): string => (Number.isFinite(number) ? dayAsEdtf(number) : "open");

import Link from "next/link";
import { TABLES } from "@/lib/interchange/tables";

/** The inquiry for a spreadsheet: its tables as files, and the way back. */
export function Downloads({ slug }: { slug: string }) {
  return (
    <section aria-label="For a spreadsheet" className="border-t border-rule pt-4 text-sm print:hidden">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-ink-soft">Download as CSV:</span>
        {TABLES.map(({ code, label, help }) => (
          <a
            key={code}
            href={`/api/v1/inquiries/${slug}/export/${code}.csv`}
            title={help}
            download
            className="py-1.5"
          >
            {label}
          </a>
        ))}
        <Link href={`/inquiries/${slug}/evidence/paste`} className="py-1.5">
          Paste rows from a spreadsheet
        </Link>
      </p>
    </section>
  );
}

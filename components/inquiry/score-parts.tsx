import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { ScorePart } from "@/lib/analysis/open-score";

interface ScorePartsProps {
  slug: string;
  parts: readonly ScorePart[];
  unit: string;
  statements: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
  analysts: ReadonlyMap<string, string>;
}

/** What a score is made of, the most first. */
export function ScoreParts({ slug, parts, unit, statements, sources, analysts }: ScorePartsProps) {
  return (
    <DataTable label="What the score is made of">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" className="num">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={keyOf(part)}>
            <th scope="row" dir="auto">
              <Part part={part} slug={slug} statements={statements} sources={sources} analysts={analysts} />
            </th>
            <td className="num">{part.amount.toFixed(3).replace("-", "−")}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const keyOf = (part: ScorePart): string =>
  part.kind === "prior"
    ? "prior"
    : part.kind === "origin"
      ? `origin/${part.id}/${part.corroborators.join()}`
      : `${part.kind}/${part.id}`;

function Part({
  part,
  slug,
  statements,
  sources,
  analysts,
}: Omit<ScorePartsProps, "parts" | "unit"> & { part: ScorePart }) {
  if (part.kind === "prior") return "The prior";
  if (part.kind === "analyst") return analysts.get(part.id) ?? "A former analyst";
  if (part.kind === "evidence") {
    return (
      <Link href={`/inquiries/${slug}/evidence/${part.id}`} className="font-normal">
        <span className="text-ink-soft">{part.id}</span> {statements.get(part.id)}
      </Link>
    );
  }
  const shown = part.evidence.slice(0, 30);
  return (
    <>
      {part.id === "unsourced" ? (
        "What cites no source"
      ) : (
        <>
          What leans on{" "}
          <Link href={`/sources/${part.id}`}>
            {part.id} {sources.get(part.id)}
          </Link>
        </>
      )}
      {part.corroborators.length > 0 && <>, as far as {part.corroborators.join(", ")} vouch for it</>}
      <span className="block text-xs font-normal text-ink-soft">
        {shown.join(", ")}
        {part.evidence.length > shown.length && ` and ${part.evidence.length - shown.length} more`}
      </span>
    </>
  );
}

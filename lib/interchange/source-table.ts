import type { Cell, Table } from "./csv";
import { moment } from "./tables";

/** A source that the inquiry cites, as far as whoever asks may know it. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly stake: string;
  readonly description: string;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  /** Entries of this inquiry that cite it or come through it, withdrawn ones left out. */
  readonly entries: number;
  /** The mean of the grades that count here, 0 to 1; null where there is none. */
  readonly reliability: number | null;
  /** Grades that stand, the author's name where it may be told (docs/decisions/006). */
  readonly grades: readonly { readonly reliability: string; readonly author: string | null }[];
}

/** The sources that an inquiry cites, withdrawn ones among them. */
export function sourceTable(sources: readonly SourceRow[]): Table {
  return {
    columns: [
      ...["source", "name", "kind", "stake", "description", "url", "published", "entries here"],
      ...["reliability here", "grades", "withdrawn", "withdrawn because"],
    ],
    rows: sources.map((source): readonly Cell[] => [
      ...[source.id, source.name, source.kind, source.stake, source.description, source.url],
      ...[source.publishedOn, source.entries, source.reliability],
      source.grades
        .map(({ reliability, author }) => `${reliability} by ${author ?? "somebody elsewhere"}`)
        .join("; "),
      ...[moment(source.withdrawnAt), source.withdrawnReason],
    ]),
  };
}

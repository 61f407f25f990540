import { typedSource } from "@/lib/source/typed";
import type { Cell, Table } from "./csv";
import { type CitationOf, type EntryRow, type Head, hypothesisHead, moment } from "./tables";

/** What one analyst gave an entry. */
export interface OwnRow {
  readonly consistency: Readonly<Record<string, string>>;
  readonly credibility: number | null;
  readonly relevance: string | null;
}

const citationColumns = [
  ["source", ({ source }) => typedSource(source)],
  ["via", ({ via }) => via && typedSource(via)],
  ["locator", ({ locator }) => locator],
  ["url", ({ url }) => url],
  ["quote", ({ quote }) => quote],
  ["published", ({ publishedOn }) => publishedOn],
  ["accessed", ({ accessedOn }) => accessedOn],
  ["archived", ({ archivedAt }) => archivedAt],
] as const satisfies readonly (readonly [string, (citation: CitationOf) => string | null])[];

/**
 * Every entry with its citations side by side, withdrawn ones among them, and with the ratings of whoever asks: filled
 * in and pasted back, the table rates.
 *
 * @param ownOf What whoever asks has given; null for those who do not rate here, who get no columns for it.
 */
export function entryTable(
  entries: readonly EntryRow[],
  hypotheses: readonly Head[],
  ownOf: ((evidenceId: string) => OwnRow) | null,
): Table {
  const most = entries.reduce((number, { citations }) => Math.max(number, citations.length), 1);
  const places = Array.from({ length: most }, (_, place) => place);
  const rated = ownOf ? ["credibility", "relevance", ...hypotheses.map(hypothesisHead)] : [];
  return {
    columns: [
      ...["entry", "statement", "kind", "date", "places", "note"],
      ...places.flatMap((place) =>
        citationColumns.map(([name]) => (place === 0 ? name : `${name} ${place + 1}`)),
      ),
      ...rated,
      ...["added by", "added", "withdrawn", "withdrawn because"],
    ],
    rows: rows(),
  };

  function* rows(): Generator<readonly Cell[]> {
    for (const entry of entries) {
      const { id, statement, kind, occurredOn, note } = entry;
      const given = ownOf?.(id);
      yield [
        ...[id, statement, kind, occurredOn, entry.places.join("; "), note],
        ...places.flatMap((place) =>
          citationColumns.map(([, cellOf]) => {
            const citation = entry.citations[place];
            return citation ? cellOf(citation) : null;
          }),
        ),
        ...(given
          ? [
              given.credibility,
              given.relevance,
              ...hypotheses.map((one) => given.consistency[one.id] ?? null),
            ]
          : []),
        ...[entry.createdBy?.name ?? null, moment(entry.createdAt)],
        ...[moment(entry.withdrawnAt), entry.withdrawnReason],
      ];
    }
  }
}

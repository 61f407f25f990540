import type { ComparedField } from "@/lib/conflict";
import type { FormValues } from "@/lib/forms";
import { comparedSource } from "@/lib/source/typed";
import type { TypedCitation } from "./citation-faults";
import type { CitationRow } from "./citations";

/** An entry as an edit writes it into the history. */
export interface EntryContent {
  readonly statement: string;
  readonly kind: string;
  readonly occurredOn: string | null;
  readonly places: readonly string[];
  readonly note: string;
  readonly claimId: string | null;
  readonly citations: readonly CitationRow[];
}

/** What of an entry is compared where two people edited it, each as the form has it. */
export const comparedFields: readonly ComparedField<EntryContent>[] = [
  { name: "statement", label: "Statement", of: ({ statement }) => statement },
  { name: "kind", label: "Kind", of: ({ kind }) => kind },
  { name: "occurredOn", label: "When", of: ({ occurredOn }) => occurredOn },
  { name: "places", label: "Where", of: ({ places }) => places.join("; ") },
  { name: "note", label: "Note", of: ({ note }) => note },
  { name: "claimId", label: "Claim that it reports", of: ({ claimId }) => claimId },
  {
    name: "citations",
    label: "Citations",
    of: ({ citations }) => citations.map(lineOf).join("\n"),
    fill: ({ citations }) => Object.assign({}, ...citations.map(fillCitation)),
  },
];

/** A typed citation as a row; what its hands are, as far as they are known by number. */
export function asTyped({ source, via, ...line }: TypedCitation): CitationRow {
  return { ...line, sourceId: comparedSource(source), viaId: via === "" ? null : comparedSource(via) };
}

const lineOf = ({
  sourceId,
  viaId,
  locator,
  url,
  quote,
  publishedOn,
  accessedOn,
  archivedAt,
}: CitationRow): string =>
  [sourceId, viaId, locator, url, quote, publishedOn, accessedOn, archivedAt].filter(Boolean).join(", ");

function fillCitation(row: CitationRow & { readonly id?: string }, index: number): FormValues {
  const fields = {
    id: row.id,
    source: row.sourceId,
    via: row.viaId,
    locator: row.locator,
    url: row.url,
    quote: row.quote,
    publishedOn: row.publishedOn,
    accessedOn: row.accessedOn,
    archivedAt: row.archivedAt,
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`citations.${index}.${name}`, value ?? ""]),
  );
}

import type { EvidenceKind } from "@/lib/analysis/scales";

/** The tables of an inquiry that can be downloaded, by the name of their file. */
export const TABLES = [
  { code: "matrix", label: "Matrix", help: "Every entry against every hypothesis, as all rate it together." },
  { code: "entries", label: "Entries", help: "With their citations, and your own ratings to fill in." },
  { code: "sources", label: "Sources", help: "What the inquiry cites, with the grades given." },
  { code: "ratings", label: "Ratings", help: "Who gave what to which entry, and why." },
] as const;
export type TableName = (typeof TABLES)[number]["code"];

/** Stands where blind rating keeps something back (docs/decisions/008). */
export const hidden = "hidden until you have rated it";

/** The head of a column that holds one's own ratings on a hypothesis; a paste knows it by the same words. */
export const hypothesisHead = ({ id, shortName }: Head): string => `${id} · ${shortName}`;

export interface Head {
  readonly id: string;
  readonly shortName: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An entry as the tables have it. */
export interface EntryRow {
  readonly id: string;
  readonly statement: string;
  readonly kind: EvidenceKind;
  readonly occurredOn: string | null;
  readonly places: readonly string[];
  readonly note: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly createdAt: Date;
  readonly createdBy: { readonly name: string } | null;
  readonly citations: readonly CitationOf[];
}

export interface CitationOf {
  readonly source: Named;
  readonly via: Named | null;
  readonly locator: string;
  readonly url: string | null;
  readonly quote: string;
  readonly publishedOn: string | null;
  readonly accessedOn: string | null;
  readonly archivedAt: string | null;
}

/** A moment as ISO 8601 with its zone. */
export const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

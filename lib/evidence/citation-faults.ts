import type { EvidenceDraft } from "./schema";

/** A line of "where it stands" with its place in the form. */
export type TypedCitation = EvidenceDraft["citations"][number];

/** What is wrong with typed citations as they stand, by field; once their sources are known, with those as well. */
export function citationFaults(
  typed: readonly TypedCitation[],
  known: ReadonlyMap<string, string> = new Map(),
): Record<string, string> {
  const idOf = (text: string) => known.get(text) ?? text;
  const faults: Record<string, string> = {};
  for (const { field, source, via } of typed) {
    if (source === "") faults[`citations.${field}.source`] = "Who asserts it? A relay alone says nothing.";
    if (via !== "" && idOf(via) === idOf(source))
      faults[`citations.${field}.via`] = "A source does not reach us through itself: leave this empty.";
  }
  return faults;
}

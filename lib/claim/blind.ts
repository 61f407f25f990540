import type { ClaimFindings } from "@/lib/analysis/claims";

/** Whether a reader does not see yet what an origin says: it would tell of an entry that they have not rated. */
export const isHidden = (
  { evidence }: ClaimFindings["origins"][number],
  blind: ReadonlySet<string>,
): boolean => evidence.some((id) => blind.has(id));

/**
 * The entries to be rated before a reader sees what all origins say together: that would tell, alone or with what the
 * others say, what a single origin or entry says that is hidden from them. None where it tells of several at once.
 *
 * @param blind Entries on which the reader does not see others' ratings yet.
 */
export function entriesBeforeSums(
  { origins }: Pick<ClaimFindings, "origins">,
  blind: ReadonlySet<string>,
): readonly string[] {
  const hidden = origins.filter((origin) => isHidden(origin, blind));
  const entries = [...new Set(hidden.flatMap(({ evidence }) => evidence))].filter((id) => blind.has(id));
  const tells = hidden.length === 1 || hidden.length === origins.length || entries.length === 1;
  return tells ? entries : [];
}

import { SOURCE_LINK_KINDS } from "@/lib/analysis/scales";
import type { MatrixInput, SourceFindings } from "@/lib/analysis/types";

const together = SOURCE_LINK_KINDS.find(({ code }) => code === "same-origin")?.code ?? "same-origin";

/**
 * The matrix without the sources that whoever sees this inquiry may not know of: links can run through sources that
 * only other inquiries cite. No figure is another for it, as those are uncited here; what they join stays joined.
 *
 * @param sources What the analysis of this matrix says of its sources.
 * @param seen Every source that the inquiry cites.
 */
export function seenPart(
  input: MatrixInput,
  sources: readonly SourceFindings[],
  seen: { has(id: string): boolean },
): MatrixInput {
  return {
    ...input,
    sources: (input.sources ?? []).filter(({ id }) => seen.has(id)),
    sourceLinks: groupsOf(sources, seen).flatMap(({ id, members }) =>
      members.filter((member) => member !== id).map((to) => ({ from: id, to, kind: together })),
    ),
  };
}

/** Sources that are one origin, under the name of the first. */
export interface SourceGroup {
  readonly id: string;
  /** Two or more, the first among them. */
  readonly members: readonly string[];
}

/** The groups of two or more of the sources that may be seen, in the order of the sources. */
export function groupsOf(
  sources: readonly SourceFindings[],
  seen: { has(id: string): boolean },
): readonly SourceGroup[] {
  const groups = new Map<string, string[]>();
  for (const { id, group } of sources) {
    if (!seen.has(id)) continue;
    const members = groups.get(group) ?? [];
    members.push(id);
    groups.set(group, members);
  }
  return [...groups.values()].flatMap((members) => {
    const [id] = members;
    return id !== undefined && members.length > 1 ? [{ id, members }] : [];
  });
}

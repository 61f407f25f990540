import { groupBy } from "@/lib/analysis/group-by";
import type { MatrixInput, SourceFindings } from "@/lib/analysis/types";

/**
 * The sources and groups of sources, as "source/S1" and "group/S1", on which a single one of some entries rests: what
 * leaving one of them out does tells what that entry does.
 */
export function standInsFor(
  { evidence = [] }: MatrixInput,
  sources: readonly SourceFindings[],
  hidden: ReadonlySet<string>,
): ReadonlySet<string> {
  const groupOf = new Map(sources.map(({ id, group }) => [id, group]));
  const rests = evidence
    .filter(({ id }) => hidden.has(id))
    .flatMap(({ id, citations = [] }) => {
      const hands = citations.flatMap(({ source, via }) => (via === undefined ? [source] : [source, via]));
      const names = hands.flatMap((hand) => [`source/${hand}`, `group/${groupOf.get(hand) ?? hand}`]);
      return [...new Set(names)].map((name) => ({ name, id }));
    });
  const byName = groupBy(rests, ({ name }) => name);
  return new Set([...byName].flatMap(([name, entries]) => (entries.length === 1 ? [name] : [])));
}

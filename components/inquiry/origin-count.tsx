import type { Analysis } from "@/lib/analysis/types";
import { count } from "@/lib/format";
import { countOrigins } from "./origin-warning";

type Counted = Pick<Analysis, "evidence" | "origins">;

/** "24 entries, 1 origin": how many entries count, and how many independent origins they lean on. */
export function originCount(analysis: Counted): string {
  const { entries, origins } = countOrigins(analysis);
  return `${count(entries, "entry", "entries")}, ${count(origins, "origin")}`;
}

/** The same of some entries, with how many of them count where not all do: withdrawn or merged ones are listed as well. */
export function listedCount(analysis: Counted, ids: readonly string[]): string {
  const entries = count(ids.length, "entry", "entries");
  if (ids.length === 0) return entries;
  const listed = new Set(ids);
  const counting = analysis.evidence.filter(({ id }) => listed.has(id));
  const origins = count(new Set(counting.map(({ leansOn }) => leansOn)).size, "origin");
  if (counting.length === ids.length) return `${entries}, ${origins}`;
  if (counting.length === 0) return `${entries}, none of which counts`;
  return `${entries}, ${counting.length} of which ${counting.length === 1 ? "counts" : "count"}, ${origins}`;
}

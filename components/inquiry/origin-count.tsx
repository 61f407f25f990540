import type { Analysis } from "@/lib/analysis/types";
import { count } from "@/lib/format";
import { countOrigins } from "./origin-warning";

/** "24 entries, 1 origin": how many entries count, and how many independent origins they lean on. */
export function originCount(analysis: Pick<Analysis, "evidence" | "origins">): string {
  const { entries, origins } = countOrigins(analysis);
  return `${count(entries, "entry", "entries")}, ${count(origins, "origin")}`;
}

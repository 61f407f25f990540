import { CONSISTENCY } from "@/lib/analysis/scales";
import type { PackedMatrix } from "@/lib/matrix/packed";
import type { SourceGroup } from "@/lib/matrix/seen";
import type { Trial } from "./scenario";

/** The marks of a packed matrix that stand for a number: "does not apply" is none. */
const numbers = new Set(CONSISTENCY.flatMap(({ value }, place) => (value === null ? [] : [String(place)])));

/**
 * By hypothesis, the share of the entries left in a trial that somebody left has given a number for it, 0 to 1; 0 where
 * no entry is left. A hypothesis that few have rated looks better than it is, and striking can make it so.
 */
export function coverageIn(packed: PackedMatrix, groups: readonly SourceGroup[], trial: Trial): number[] {
  const struckGroups = new Set(trial.groups);
  const struckSources = new Set([
    ...trial.sources,
    ...groups.filter(({ id }) => struckGroups.has(id)).flatMap(({ members }) => members),
  ]);
  const struckEntries = new Set(trial.entries);
  const struckAnalysts = new Set(trial.analysts);
  const isStruck = (source: number) => struckSources.has(packed.sources[source] ?? "");
  const analysts = packed.analysts.filter(({ id }) => !struckAnalysts.has(id));
  const width = packed.hypotheses.length;
  const rated = new Array<number>(width).fill(0);
  let left = 0;
  packed.entries.forEach((id, entry) => {
    const citations = packed.citations[entry] ?? [];
    const isLost = citations.length > 0 && citations.every((hands) => [hands].flat().some(isStruck));
    if (isLost || struckEntries.has(id)) return;
    left++;
    for (let row = 0; row < width; row++) {
      const cell = entry * width + row;
      if (analysts.some(({ consistency }) => numbers.has(consistency[cell] ?? ""))) {
        rated[row] = (rated[row] ?? 0) + 1;
      }
    }
  });
  return rated.map((many) => (left === 0 ? 0 : many / left));
}

import type { ClaimFindings, ClaimInput } from "@/lib/analysis/claims";
import { groupBy } from "@/lib/analysis/group-by";
import { mean } from "@/lib/analysis/numbers";
import { CONSISTENCY } from "@/lib/analysis/scales";

/** What has been rated on a claim, by what it does there. */
export interface ClaimStances {
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** The asserter's own word, which counts nothing. */
  readonly ownWord: readonly string[];
  /** Rated as fitting neither way, or as not applying. */
  readonly neither: readonly string[];
  /** What is withdrawn, stands on withdrawn sources alone, or was rated by nobody who counts here. */
  readonly out: readonly string[];
}

const numbers = new Map<string, number | null>(CONSISTENCY.map(({ code, value }) => [code, value]));

/** @param judged What counts of the claim; undefined where nothing does, because it is withdrawn. */
export function stancesOnClaim(
  rated: readonly string[],
  judged: { readonly input: ClaimInput; readonly findings: ClaimFindings } | undefined,
): ClaimStances {
  const counted = groupBy(judged?.input.ratings ?? [], ({ evidence }) => evidence);
  const ownWord = new Set(judged?.findings.ownWord);
  const stanceOf = (id: string): keyof ClaimStances => {
    const ratings = counted.get(id);
    if (!ratings) return "out";
    if (ownWord.has(id)) return "ownWord";
    const given = ratings.map(({ consistency }) => numbers.get(consistency) ?? null);
    const consensus = mean(given.filter((number) => number !== null)) ?? 0;
    if (consensus === 0) return "neither";
    return consensus > 0 ? "for" : "against";
  };
  const stances = groupBy(rated, stanceOf);
  const those = (stance: keyof ClaimStances) => stances.get(stance) ?? [];
  return {
    for: those("for"),
    against: those("against"),
    ownWord: those("ownWord"),
    neither: those("neither"),
    out: those("out"),
  };
}

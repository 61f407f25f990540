import { type ClaimInput, claimJudge } from "./claims";
import { at, wholeAt } from "./columns";
import { compile } from "./matrix";
import { isOver, isUnder } from "./numbers";
import type { Verdict } from "./scales";
import type { MatrixInput } from "./types";
import { weigh } from "./weights";

/** What the claims of a source that others settled make of it. */
export type RecordFigures = {
  /** How many others found supported and contradicted. */
  readonly supported: number;
  readonly contradicted: number;
  /** Its share of true claims as far as that can be told, 0 to 1: the mean of a Beta distribution. */
  readonly mean: number;
  /** The middle 90 % of that distribution. */
  readonly interval: readonly [number, number];
  /** Whether the interval lies wholly outside the fifth of the scale that its grade stands for. */
  readonly isAtOddsWithGrade: boolean;
};

/** What became of the claims that a source asserted. */
export type TrackRecord = RecordFigures & {
  readonly source: string;
  /** How many it asserted. */
  readonly claims: number;
  /** How each of them stands by what others say of it. */
  readonly verdicts: readonly { readonly claim: string; readonly verdict: Verdict }[];
};

/** What lies below and above the interval: 5 % each. */
const TAIL = 0.05;
const FIFTHS = 5;

/**
 * By source that asserted a claim, in the order of the sources. A claim counts by what others say of it: entries that
 * lean even in part on the source's own group are left out.
 */
export function trackRecords(input: MatrixInput, claims: readonly ClaimInput[]): readonly TrackRecord[] {
  const matrix = compile(input);
  const { groups, sourceReliability } = weigh(matrix);
  const judge = claimJudge(input);
  return matrix.sources.flatMap((source, row) => {
    const own = claims.filter(({ asserter }) => asserter === source);
    if (own.length === 0) return [];
    const group = wholeAt(groups, row);
    const verdicts = own.map((claim) => ({
      claim: claim.id,
      verdict: judge(claim, ({ origins }) => origins.every(({ name }) => name !== group)).verdict,
    }));
    const isJudged = wholeAt(sourceReliability.votes, row) > 0;
    return [
      {
        source,
        claims: own.length,
        verdicts,
        ...recordOf(
          verdicts.filter(({ verdict }) => verdict === "supported").length,
          verdicts.filter(({ verdict }) => verdict === "contradicted").length,
          isJudged ? at(sourceReliability.mean, row) : null,
        ),
      },
    ];
  });
}

/**
 * The record that so many claims supported and contradicted make.
 *
 * @param reliability The mean of its grades, 0 to 1; null where nobody judged it.
 */
export function recordOf(supported: number, contradicted: number, reliability: number | null): RecordFigures {
  const [right, wrong] = [supported + 1, contradicted + 1];
  const interval = [betaQuantile(right, wrong, TAIL), betaQuantile(right, wrong, 1 - TAIL)] as const;
  return {
    supported,
    contradicted,
    mean: right / (right + wrong),
    interval,
    isAtOddsWithGrade: reliability !== null && isOutsideFifth(interval, reliability),
  };
}

/** A is the uppermost fifth of the scale, E the lowest; a mean of grades is in the fifth in which it lies. */
function isOutsideFifth([low, high]: readonly [number, number], reliability: number): boolean {
  const fifth = Math.min(FIFTHS - 1, Math.floor(reliability * FIFTHS));
  return isUnder(high, fifth / FIFTHS) || isOver(low, (fifth + 1) / FIFTHS);
}

/**
 * The figure that a Beta distribution of whole parameters stays under with the given probability, by halving.
 *
 * For whole numbers the distribution needs no incomplete beta function: P(X ≤ x) is the chance of `right` successes or
 * more in `right + wrong − 1` trials of chance x each. (Abramowitz & Stegun 26.5.24.)
 */
export function betaQuantile(right: number, wrong: number, probability: number): number {
  let [low, high] = [0, 1];
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
    if (chanceOfSuccesses(right, right + wrong - 1, middle) < probability) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance of so many successes or more. */
function chanceOfSuccesses(least: number, trials: number, chance: number): number {
  const odds = Math.log(chance) - Math.log1p(-chance);
  let logarithm = trials * Math.log1p(-chance);
  let sum = least === 0 ? Math.exp(logarithm) : 0;
  for (let successes = 1; successes <= trials; successes++) {
    logarithm += Math.log((trials - successes + 1) / successes) + odds;
    if (successes >= least) sum += Math.exp(logarithm);
  }
  return sum;
}

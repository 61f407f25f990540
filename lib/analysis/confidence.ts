import { at } from "./columns";
import type { DropRow } from "./drops";
import type { LinchpinRows } from "./linchpins";
import { isEqual, isUnder } from "./numbers";
import type { Reckoning } from "./reckoning";
import { CONFIDENCE_GROUNDS, type ConfidenceGround, type ConfidenceLevel } from "./scales";
import type { Confidence } from "./types";

const FEWEST_ORIGINS = 3;
const FEWEST_LINCHPINS = 3;
/** Krippendorff's own lower limit for tentative conclusions. */
const LEAST_ALPHA = 0.667;
const LEAST_FILLED = 0.8;

/** What confidence is suggested by; `judgement` by hypothesis, `heuer` and `parc` the scores. */
type Grounds = {
  readonly reckoning: Reckoning;
  readonly drops: readonly DropRow[];
  readonly linchpins: LinchpinRows | null;
  readonly alpha: number | null;
  readonly judgement: Float64Array | null;
  readonly heuer: Float64Array;
  readonly parc: Float64Array;
};

/**
 * How much confidence the analysis deserves, whatever it says: it starts high and falls with the grounds against it.
 * The form is that of GRADE (Guyatt et al., BMJ 336:924, 2008), the grounds are our own.
 */
export function suggestConfidence(given: Grounds): Confidence {
  const { reckoning, drops, linchpins, alpha } = given;
  const holds: Readonly<Record<ConfidenceGround, boolean>> = {
    "few-origins": originsHeard(reckoning) < FEWEST_ORIGINS,
    "few-linchpins": linchpins === null || linchpins.entries.length < FEWEST_LINCHPINS,
    assumption: linchpins?.entries.some((entry) => reckoning.matrix.kinds[entry] === "assumption") ?? false,
    "little-agreement": alpha === null || isUnder(alpha, LEAST_ALPHA),
    "single-point": drops.some(({ kind, changes }) => kind !== "evidence" && changes),
    "methods-part": !someHypothesisLeadsInAll(given),
    gaps: hasGaps(reckoning),
  };
  const grounds = CONFIDENCE_GROUNDS.map(({ code }) => code).filter((code) => holds[code]);
  const isWanting: Readonly<Partial<Record<ConfidenceGround, boolean>>> = {
    "few-linchpins": linchpins === null,
    "little-agreement": alpha === null,
  };
  return { level: levelFor(grounds.length), grounds, forWant: grounds.filter((code) => isWanting[code]) };
}

/** What so many grounds leave of it. */
export function levelFor(grounds: number): ConfidenceLevel {
  if (grounds === 0) return "high";
  return grounds <= 2 ? "moderate" : "low";
}

/** How many origins the entries lean on that somebody rated. */
function originsHeard({ cells, matrix, weights }: Reckoning): number {
  const width = matrix.hypotheses.length;
  const heard = weights.provenance.filter((_, entry) =>
    cells.votes.subarray(entry * width, (entry + 1) * width).some((votes) => votes > 0),
  );
  return new Set(heard.map(({ leansOn }) => leansOn.name)).size;
}

function hasGaps({ cells: { votes } }: Reckoning): boolean {
  const filled = votes.reduce((sum, given) => sum + (given > 0 ? 1 : 0), 0);
  return votes.length === 0 || isUnder(filled / votes.length, LEAST_FILLED);
}

function someHypothesisLeadsInAll({ reckoning, judgement, heuer, parc }: Grounds): boolean {
  const highest = [reckoning.support, ...(judgement ? [judgement] : [])];
  return reckoning.matrix.hypotheses.some(
    (_, hypothesis) =>
      highest.every((figures) => isEqual(at(figures, hypothesis), Math.max(...figures))) &&
      [heuer, parc].every((figures) => isEqual(at(figures, hypothesis), Math.min(...figures))),
  );
}

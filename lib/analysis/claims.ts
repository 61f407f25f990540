import { at, wholeAt } from "./columns";
import { groupBy } from "./group-by";
import { compile, type Matrix } from "./matrix";
import { isOver, isUnder, mean } from "./numbers";
import {
  averagingFusion,
  cumulativeFusion,
  discount,
  type Opinion,
  opinionFrom,
  projected,
  VACUOUS,
} from "./opinions";
import { lean, type Provenance, partsOf, UNSOURCED } from "./origins";
import { CONSISTENCY, type Consistency, type Verdict } from "./scales";
import type { MatrixInput } from "./types";
import { type Weights, weigh } from "./weights";

/** A claim, who asserts it, and what has been said of the entries linked to it: C supports, I contradicts. */
export type ClaimInput = {
  readonly id: string;
  /** The source that asserts it, where that is known. */
  readonly asserter?: string | undefined;
  /** At most one for each entry and analyst. */
  readonly ratings: readonly {
    readonly evidence: string;
    readonly analyst: string;
    readonly consistency: Consistency;
  }[];
};

/** What all origins say together. */
type Standing = {
  readonly verdict: Verdict;
  readonly opinion: Opinion;
  /** P = b + u/2, 0 to 1. */
  readonly probability: number;
};

/** How a claim stands. */
export type ClaimFindings = Standing & {
  readonly id: string;
  /** What each origin says, all its entries taken together. */
  readonly origins: readonly {
    readonly id: string;
    readonly opinion: Opinion;
    readonly evidence: readonly string[];
  }[];
  /** The entries that are the asserter's own word, and so count nothing. */
  readonly ownWord: readonly string[];
};

/** The edges of the verdicts, on u and on P. */
const MOST_UNCERTAINTY = 0.5;
const LEAST_FOR_SUPPORTED = 0.7;
const MOST_FOR_CONTRADICTED = 0.3;
/** How many origins must speak on the side that prevails. */
const FEWEST_ORIGINS = 2;

const NUMBERS = new Map<Consistency, number | null>(CONSISTENCY.map(({ code, value }) => [code, value]));

/**
 * How claims stand by the entries linked to them, in the order given: opinions of subjective logic (Jøsang, Subjective
 * Logic, 2016), discounted by the trust in where they come from, fused by averaging inside an origin, whose entries
 * are not independent, and cumulatively across origins.
 *
 * @param input The matrix that has the entries, sources and grades; its hypotheses and ratings are not looked at.
 */
export function judgeClaims(input: MatrixInput, claims: readonly ClaimInput[]): readonly ClaimFindings[] {
  const judge = claimJudge(input);
  return claims.map((claim) => judge(claim));
}

/** Judges claims on one matrix; `isHeard` can leave out entries by where they come from. */
export function claimJudge(
  input: MatrixInput,
): (claim: ClaimInput, isHeard?: (provenance: Provenance) => boolean) => ClaimFindings {
  const matrix = compile(input);
  const weights = weigh(matrix);
  const entryRows = new Map(matrix.entries.map((id, row) => [id, row]));
  const sourceRows = new Map(matrix.sources.map((id, row) => [id, row]));

  return (claim, isHeard = () => true) => {
    const ownGroup =
      claim.asserter === undefined ? null : wholeAt(weights.groups, lookUp(sourceRows, claim.asserter));
    const ownWord: string[] = [];
    const heard: { readonly origin: number; readonly evidence: string; readonly opinion: Opinion }[] = [];
    for (const [evidence, ratings] of groupBy(claim.ratings, (rating) => rating.evidence)) {
      const entry = lookUp(entryRows, evidence);
      const provenance = provenanceBut(ownGroup, entry, matrix, weights);
      if (!provenance) {
        ownWord.push(evidence);
        continue;
      }
      const numbers = ratings.map(({ consistency }) => NUMBERS.get(consistency) ?? null);
      const consensus = mean(numbers.filter((number) => number !== null)) ?? 0;
      if (consensus === 0 || !isHeard(weights.provenance[entry] ?? provenance)) continue;
      for (const { name, reliability } of provenance.origins) {
        const trust = Math.sqrt(reliability * at(weights.credibility.mean, entry));
        heard.push({ origin: name, evidence, opinion: discount(opinionFrom(consensus), trust) });
      }
    }

    const origins = [...groupBy(heard, ({ origin }) => origin)]
      .sort(([one], [other]) => one - other)
      .map(([name, said]) => ({
        id: matrix.sources[name] ?? UNSOURCED,
        opinion: averagingFusion(said.map(({ opinion }) => opinion)),
        evidence: said.map(({ evidence }) => evidence),
      }));
    return { id: claim.id, ...standingOf(origins.map(({ opinion }) => opinion)), origins, ownWord };
  };
}

/** How a claim would stand without what one of its origins says. */
export function withoutOrigin({ origins }: ClaimFindings, origin: string): Standing {
  return standingOf(origins.filter(({ id }) => id !== origin).map(({ opinion }) => opinion));
}

function standingOf(byOrigin: readonly Opinion[]): Standing {
  const opinion = byOrigin.length > 0 ? cumulativeFusion(byOrigin) : VACUOUS;
  return { verdict: verdictOn(opinion, byOrigin), opinion, probability: projected(opinion) };
}

function verdictOn(fused: Opinion, byOrigin: readonly Opinion[]): Verdict {
  const probability = projected(fused);
  if (isOver(fused.uncertainty, MOST_UNCERTAINTY)) return "unverified";
  const isSupported = !isUnder(probability, LEAST_FOR_SUPPORTED);
  if (!isSupported && isOver(probability, MOST_FOR_CONTRADICTED)) return "disputed";
  const agreeing = byOrigin.filter(({ belief, disbelief }) =>
    isSupported ? belief > disbelief : disbelief > belief,
  );
  if (agreeing.length < FEWEST_ORIGINS) return "single-origin";
  return isSupported ? "supported" : "contradicted";
}

/**
 * Where an entry comes from apart from what one group asserts; null if there is nothing else. So a party that repeats
 * a claim of its own adds nothing to it, and by repeating what others found it takes nothing away.
 */
function provenanceBut(
  group: number | null,
  entry: number,
  matrix: Matrix,
  weights: Weights,
): Provenance | null {
  const citations = matrix.citations[entry] ?? [];
  const others = citations.filter(({ source }) => wholeAt(weights.groups, source) !== group);
  if (others.length === citations.length) return weights.provenance[entry] ?? null;
  if (others.length === 0) return null;
  return lean(partsOf(others, weights.groups, weights.sourceReliability), weights.passing);
}

function lookUp(rows: ReadonlyMap<string, number>, id: string): number {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`A claim refers to ${id}, which the matrix does not list.`);
  return row;
}

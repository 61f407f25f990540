import { at } from "./columns";
import { projectOntoSimplex } from "./judgement";
import { compile } from "./matrix";
import { UNSOURCED } from "./origins";
import { type Reckoning, reckon } from "./reckoning";
import type { Method } from "./scales";
import { CONTRIBUTIONS, type InconsistencyMethod } from "./scores";
import type { Thread } from "./threads";
import type { MatrixInput } from "./types";

/**
 * One thing that a score is made of.
 *
 * - `evidence`: what one entry adds to an inconsistency score, 0 or more.
 * - `prior` and `origin`: what the prior, or all that leans on one origin, does to the posterior, in bits, against its
 *   mean over the hypotheses: over 0 speaks for this one. `evidence` lists the entries in it; `corroborators` those
 *   origins that vouch for this part of them.
 * - `analyst`: one analyst's own probability, projected, 0 to 1.
 */
export type ScorePart =
  | { readonly kind: "evidence"; readonly id: string; readonly amount: number }
  | { readonly kind: "prior"; readonly amount: number }
  | {
      readonly kind: "origin";
      readonly id: string;
      readonly corroborators: readonly string[];
      readonly evidence: readonly string[];
      readonly amount: number;
    }
  | { readonly kind: "analyst"; readonly id: string; readonly amount: number };

/**
 * A score, opened into what it is made of, in the order of the input. The parts of an inconsistency score sum to it;
 * those of a posterior to the binary logarithm of it, less the mean of that over the hypotheses; a judgement is the
 * mean of its parts. The posterior opens by origin and not by entry, because an origin is believed or doubted as one.
 *
 * @param hypothesis The id of one of the hypotheses. Throws if there is none such.
 */
export function openScore(input: MatrixInput, method: Method, hypothesis: string): readonly ScorePart[] {
  const matrix = compile(input);
  const row = matrix.hypotheses.indexOf(hypothesis);
  if (row < 0) throw new Error(`There is no hypothesis ${hypothesis}.`);
  if (method === "judgement") {
    return matrix.judgements.map(({ analyst, probabilities }) => ({
      kind: "analyst",
      id: matrix.analysts[analyst] ?? "",
      amount: projectOntoSimplex(probabilities)[row] ?? 0,
    }));
  }
  const reckoning = reckon(matrix);
  return method === "posterior" ? openPosterior(reckoning, row) : openSum(reckoning, method, row);
}

function openSum(
  reckoning: Reckoning,
  method: InconsistencyMethod,
  hypothesis: number,
): readonly ScorePart[] {
  const { entries, hypotheses } = reckoning.matrix;
  const contributions = CONTRIBUTIONS[method](reckoning);
  return entries.map((id, entry) => ({
    kind: "evidence",
    id,
    amount: at(contributions, entry * hypotheses.length + hypothesis),
  }));
}

function openPosterior(reckoning: Reckoning, hypothesis: number): readonly ScorePart[] {
  const { matrix, origins, places, strands } = reckoning;
  const originId = (name: number) => matrix.sources[name] ?? UNSOURCED;
  return [
    { kind: "prior", amount: bitsAboveMean(matrix.logPriors, hypothesis) },
    ...[...origins.keys()].flatMap((origin) =>
      places.strandsOf(origin).map((strand) => ({
        kind: "origin" as const,
        id: originId(origin),
        corroborators: places.corroboratorsOf(strand).map(originId),
        evidence: entriesIn(strand, reckoning),
        amount: bitsAboveMean(strands.hear(strand), hypothesis),
      })),
    ),
  ];
}

/** All that lean on its origin, or those of them that the same origins vouch for. */
function entriesIn(strand: number, { matrix, threads }: Reckoning): readonly string[] {
  return matrix.entries.filter((_, entry) => {
    const { alone, vouched } = (threads[entry] as Thread).place;
    return alone === strand || vouched === strand;
  });
}

function bitsAboveMean(logarithms: Float64Array, row: number): number {
  const sum = logarithms.reduce((total, one) => total + one, 0);
  return (at(logarithms, row) - sum / logarithms.length) / Math.LN2;
}

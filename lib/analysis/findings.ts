import { type Bearings, columnOf } from "./bearing";
import { disagreementIn, labelOf } from "./cells";
import { at, wholeAt } from "./columns";
import { findFlags } from "./flags";
import { isComparable } from "./front";
import { groupBy } from "./group-by";
import { likelihoodWords } from "./likelihood";
import { UNSOURCED } from "./origins";
import type { Reckoning } from "./reckoning";
import { recorder } from "./recorder";
import type {
  CellFindings,
  EvidenceFindings,
  HypothesisFindings,
  OriginFindings,
  Ranking,
  SourceFindings,
} from "./types";

/** Turns columns back into what has ids and names. */
export function hypothesisFindings(
  { matrix, cells, posterior }: Reckoning,
  judgement: Float64Array | null,
): readonly HypothesisFindings[] {
  const rated = new Int32Array(matrix.hypotheses.length);
  cells.votes.forEach((votes, cell) => {
    const hypothesis = cell % matrix.hypotheses.length;
    if (votes > 0) rated[hypothesis] = wholeAt(rated, hypothesis) + 1;
  });
  return matrix.hypotheses.map((id, hypothesis) => {
    const coverage = matrix.entries.length > 0 ? wholeAt(rated, hypothesis) / matrix.entries.length : 0;
    return {
      id,
      prior: matrix.priors[hypothesis] ?? 0,
      posterior: at(posterior, hypothesis),
      judgement: judgement && at(judgement, hypothesis),
      coverage,
      comparable: isComparable(coverage),
      likelihood: likelihoodWords(at(posterior, hypothesis)),
    };
  });
}

/** The origins that some entry leans on; the doubt of each is that of its strand that nobody else vouches for. */
export function originFindings({
  matrix,
  weights,
  places,
  strands,
  origins,
}: Reckoning): readonly OriginFindings[] {
  const members = groupBy(matrix.sources.keys(), (source) => wholeAt(weights.groups, source));
  return Array.from(origins.keys(), (origin) => {
    const [alone = 0] = places.strandsOf(origin);
    const doubt = strands.doubtOf(alone);
    return {
      id: originId(matrix.sources, origin),
      sources: (members.get(origin) ?? []).map((source) => originId(matrix.sources, source)),
      evidence: strands.entriesIn(alone),
      doubt,
      bound: 1 / doubt,
    };
  });
}

export function evidenceFindings(
  reckoning: Reckoning,
  { diagnosticity }: Bearings,
  origins: readonly OriginFindings[],
): readonly EvidenceFindings[] {
  const { matrix, weights } = reckoning;
  const flags = findFlags(reckoning);
  const doubts = new Map(origins.map(({ id, doubt }) => [id, doubt]));
  const nameOf = ({ name }: { readonly name: number }) => originId(matrix.sources, name);
  return weights.provenance.map((trace, entry) => {
    const leansOn = nameOf(trace.leansOn);
    const doubt = doubts.get(leansOn) ?? 1;
    return {
      id: matrix.entries[entry] ?? "",
      reliability: trace.reliability,
      credibility: at(weights.credibility.mean, entry),
      relevance: at(weights.relevance.mean, entry),
      weight: at(weights.weight, entry),
      origins: trace.origins.map(nameOf),
      leansOn,
      corroborators: trace.corroborators.map(nameOf),
      corroboration: trace.corroboration,
      doubt,
      bound: 1 / doubt,
      diagnosticity: at(diagnosticity, entry),
      flags: flags[entry] ?? [],
    };
  });
}

/** Every cell, hypotheses within entries. */
export function cellFindings({ matrix, cells }: Reckoning, { bearing }: Bearings): readonly CellFindings[] {
  const findings: CellFindings[] = [];
  for (const evidence of matrix.entries) {
    for (const hypothesis of matrix.hypotheses) {
      const cell = findings.length;
      const votes = wholeAt(cells.votes, cell);
      const consensus = at(cells.consensus, cell);
      findings.push({
        evidence,
        hypothesis,
        consensus: votes > 0 ? consensus : null,
        label: votes > 0 ? labelOf(consensus) : null,
        votes,
        disagreement: disagreementIn(cells, cell),
        bearing: at(bearing, cell),
        column: columnOf(consensus, at(bearing, cell)),
      });
    }
  }
  return findings;
}

export function sourceFindings({ matrix, weights }: Reckoning): readonly SourceFindings[] {
  const { mean, votes } = weights.sourceReliability;
  return matrix.sources.map((id, source) => ({
    id,
    reliability: wholeAt(votes, source) > 0 ? at(mean, source) : null,
    group: originId(matrix.sources, wholeAt(weights.groups, source)),
  }));
}

export function rankingOf(
  hypotheses: readonly string[],
  order: readonly number[],
  scores: Float64Array,
): Ranking {
  return {
    order: order.map((hypothesis) => hypotheses[hypothesis] ?? ""),
    scores: recorder(hypotheses)(scores),
  };
}

function originId(sources: readonly string[], name: number): string {
  return sources[name] ?? UNSOURCED;
}

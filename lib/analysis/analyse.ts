import { krippendorffAlpha } from "./agreement";
import { findBearings } from "./bearing";
import {
  cellFindings,
  evidenceFindings,
  hypothesisFindings,
  originFindings,
  rankingOf,
  sourceFindings,
} from "./findings";
import { findHalos } from "./halo";
import { averageJudgement } from "./judgement";
import { findLead, highestFirst, isSeparated } from "./leader";
import { compile } from "./matrix";
import { isOver } from "./numbers";
import { type Reckoning, reckon } from "./reckoning";
import { CONSISTENCY } from "./scales";
import { type InconsistencyMethod, scoreBy } from "./scores";
import type { Analysis, Leader, MatrixInput, Ranking } from "./types";

/** How far the coverage of two hypotheses may differ before that must be said. */
const LARGEST_COVERAGE_GAP = 0.2;

const NUMBERED_CODES = CONSISTENCY.filter(({ value }) => value !== null).length;

/**
 * All that can be said of a matrix but for what its conclusion hangs on: cheap enough for every save. Pure,
 * deterministic, the same in Node and in the browser. What each figure means, and its range, stands in `Analysis`;
 * the method and its sources are told in docs/analysis.md.
 *
 * @param input A valid matrix. Throws if it refers to an id that it does not list.
 */
export function analyse(input: MatrixInput): Analysis {
  return findingsOf(reckon(compile(input)));
}

/** Puts a reckoning into words and ids. */
export function findingsOf(reckoning: Reckoning): Analysis {
  const { matrix } = reckoning;
  const judgement = averageJudgement(matrix);
  const hypotheses = hypothesisFindings(reckoning, judgement);
  const origins = originFindings(reckoning);
  const bearings = findBearings(reckoning);
  const evidence = evidenceFindings(reckoning, bearings, origins);

  // A single hypothesis is told apart from nothing, so that its entries have no diagnosticity.
  const speaks = evidence.some(({ diagnosticity }) => isOver(diagnosticity, 0));
  const bounds = origins.map(({ bound }) => bound);
  const coverage = hypotheses.map((hypothesis) => hypothesis.coverage);

  return {
    settings: matrix.settings,
    speaks,
    separated: speaks && isSeparated(reckoning.support, bounds),
    unevenCoverage: isOver(Math.max(...coverage) - Math.min(...coverage), LARGEST_COVERAGE_GAP),
    hypotheses,
    evidence,
    cells: cellFindings(reckoning, bearings),
    origins,
    sources: sourceFindings(reckoning),
    analysts: findHalos(matrix),
    methods: {
      posterior: rankingOf(matrix.hypotheses, highestFirst(reckoning.support), reckoning.posterior),
      judgement: judgement && rankingOf(matrix.hypotheses, highestFirst(judgement), judgement),
      heuer: rankBy("heuer"),
      parc: rankBy("parc"),
      squared: rankBy("squared"),
      burton: rankBy("burton"),
    },
    agreement: { alpha: krippendorffAlpha(reckoning.cells.tally, NUMBERED_CODES) },
    leader: findLeader(),
  };

  function rankBy(method: InconsistencyMethod): Ranking {
    const { scores, order } = scoreBy(method, reckoning);
    return rankingOf(matrix.hypotheses, order, scores);
  }

  function findLeader(): Leader | null {
    const lead = findLead(reckoning.support);
    if (!lead) return null;
    const [id = "", ...tied] = [lead.leader, ...lead.tied].map(
      (hypothesis) => matrix.hypotheses[hypothesis] ?? "",
    );
    return { id, tied };
  }
}

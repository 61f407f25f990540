import { add, at, wholeAt } from "./columns";
import { findLead } from "./leader";
import { type Grades, type Matrix, shareOut } from "./matrix";
import { softmax } from "./posterior";
import { type Reckoning, reckon } from "./reckoning";
import { boundsIn, hushed, type Revision, reviser, threadsIn } from "./revision";
import { tellsApart } from "./threads";
import type { Settings } from "./types";
import { sourceSilencer } from "./without-sources";

/** What is tried: who and what is left out, by id, and what is set otherwise. Ids that are not there do nothing. */
export type Scenario = {
  readonly evidence?: readonly string[];
  readonly sources?: readonly string[];
  /** Groups of sources, each by its first source. */
  readonly groups?: readonly string[];
  readonly analysts?: readonly string[];
  /** Weights over 0 by hypothesis; what is not named keeps its share. */
  readonly priors?: ReadonlyMap<string, number>;
  readonly settings?: Partial<Settings>;
};

/** The answer in a scenario; `leader` is null only where there is no hypothesis. */
export type Standing = {
  /** By hypothesis, in their order. */
  readonly posterior: readonly number[];
  readonly leader: string | null;
  readonly tied: readonly string[];
  /** Whether some entry left tells hypotheses apart. */
  readonly speaks: boolean;
  /** The smallest bound among the origins that an entry left leans on; infinite where none is left. */
  readonly bound: number;
};

/**
 * The answer if things were otherwise, at once: what the matrix page shows while somebody strikes and drags. With one
 * thing struck it is the drop of that thing: sources, groups, analysts and settings have everything computed anew, and
 * then entries are left out with weights and doubts held.
 *
 * @param reckoning What `reckon(compile(input))` makes of the input, once for many scenarios.
 */
export function whatIf(reckoning: Reckoning, scenario: Scenario): Standing {
  const set = reckonAnew(reckoning, scenario);
  const { entries, hypotheses } = set.matrix;
  const silenced = silencedSources(set, scenario);
  const revision: Revision = silenced.size > 0 ? sourceSilencer(set)(silenced) : new Map();
  const struck = rowsIn(entries, scenario.evidence);
  const revised = hushed(set, revision, struck);
  const support = reviser(set)(revised);
  addPriors(support, set.matrix, scenario);

  const lead = findLead(support);
  const idOf = (hypothesis: number) => hypotheses[hypothesis] ?? "";
  return {
    posterior: [...softmax(support)],
    leader: lead && idOf(lead.leader),
    tied: lead ? lead.tied.map(idOf) : [],
    speaks: threadsIn(set, revised).some((thread) => tellsApart(thread, hypotheses.length)),
    bound: Math.min(...boundsIn(set, revised, new Set(struck))),
  };
}

/** What analysts and settings are about is about every entry. */
function reckonAnew(reckoning: Reckoning, { analysts = [], settings }: Scenario): Reckoning {
  if (analysts.length === 0 && !settings) return reckoning;
  const { matrix } = reckoning;
  const struck = new Set(rowsIn(matrix.analysts, analysts));
  return reckon({
    ...matrix,
    settings: { ...matrix.settings, ...settings },
    consistency: withoutAnalysts(matrix.consistency, struck),
    reliability: withoutAnalysts(matrix.reliability, struck),
    credibility: withoutAnalysts(matrix.credibility, struck),
    relevance: withoutAnalysts(matrix.relevance, struck),
  });
}

function withoutAnalysts(grades: Grades, struck: ReadonlySet<number>): Grades {
  if (struck.size === 0) return grades;
  const kept = new Int32Array(grades.analyst.length);
  let size = 0;
  for (let row = 0; row < kept.length; row++) {
    if (!struck.has(wholeAt(grades.analyst, row))) kept[size++] = row;
  }
  const pick = (column: Int32Array) => {
    const picked = new Int32Array(size);
    for (let row = 0; row < size; row++) picked[row] = wholeAt(column, wholeAt(kept, row));
    return picked;
  };
  return {
    subjects: grades.subjects,
    subject: pick(grades.subject),
    analyst: pick(grades.analyst),
    code: pick(grades.code),
  };
}

function silencedSources({ matrix, weights }: Reckoning, { sources, groups }: Scenario): ReadonlySet<number> {
  const names = new Set(rowsIn(matrix.sources, groups));
  const members = [...matrix.sources.keys()].filter((source) => names.has(wholeAt(weights.groups, source)));
  return new Set([...rowsIn(matrix.sources, sources), ...members]);
}

function addPriors(
  support: Float64Array,
  { hypotheses, priors, logPriors }: Matrix,
  scenario: Scenario,
): void {
  if (!scenario.priors) return;
  const weights = hypotheses.map((id, row) => scenario.priors?.get(id) ?? priors[row] ?? 0);
  shareOut(weights).forEach((logPrior, row) => {
    add(support, row, logPrior - at(logPriors, row));
  });
}

/** The rows of those ids that are there. */
function rowsIn(ids: readonly string[], wanted: readonly string[] = []): readonly number[] {
  const isWanted = new Set(wanted);
  return [...ids.keys()].filter((row) => isWanted.has(ids[row] ?? ""));
}

import { at } from "./columns";
import { Held } from "./held";
import { findLead } from "./leader";
import { type Grades, type Matrix, shareOut } from "./matrix";
import { groupSources } from "./origins";
import { softmax } from "./posterior";
import { reckon } from "./reckoning";
import type { Settings } from "./types";

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
};

/**
 * The answer if things were otherwise, at once: what the matrix page shows while somebody strikes and drags. With one
 * thing struck it is the drop of that thing: sources, groups, analysts and settings have everything computed anew, and
 * then entries are left out with weights and doubts held.
 *
 * @param matrix What `compile` makes of the input, once for many scenarios.
 */
export function whatIf(matrix: Matrix, scenario: Scenario): Standing {
  const reckoning = reckon(withoutEntriesOf(withoutAnalysts(set(matrix, scenario), scenario), scenario));
  const held = new Held(reckoning);
  const struck = new Set(scenario.evidence);
  reckoning.matrix.entries.forEach((id, entry) => {
    if (struck.has(id)) held.leaveOut(entry);
  });
  const lead = findLead(held.support);
  const idOf = (hypothesis: number) => matrix.hypotheses[hypothesis] ?? "";
  return {
    posterior: [...softmax(held.support)],
    leader: lead && idOf(lead.leader),
    tied: lead ? lead.tied.map(idOf) : [],
  };
}

function set(matrix: Matrix, { priors, settings }: Scenario): Matrix {
  const weights = matrix.hypotheses.map((id, row) => priors?.get(id) ?? matrix.priors[row] ?? 0);
  return {
    ...matrix,
    settings: { ...matrix.settings, ...settings },
    ...(priors && { priors: [...shareOut(weights).map(Math.exp)], logPriors: shareOut(weights) }),
  };
}

function withoutAnalysts(matrix: Matrix, { analysts = [] }: Scenario): Matrix {
  if (analysts.length === 0) return matrix;
  const struck = new Set(analysts.map((id) => matrix.analysts.indexOf(id)));
  const but = (grades: Grades) => filterGrades(grades, (row) => !struck.has(at(grades.analyst, row)));
  return {
    ...matrix,
    consistency: but(matrix.consistency),
    reliability: but(matrix.reliability),
    credibility: but(matrix.credibility),
    relevance: but(matrix.relevance),
  };
}

/** Takes the citations of struck sources away, and the entries that thereby lose their last one. */
function withoutEntriesOf(matrix: Matrix, { sources = [], groups = [] }: Scenario): Matrix {
  if (sources.length + groups.length === 0) return matrix;
  const [ids, names] = [new Set(sources), new Set(groups)];
  const groupRows = groupSources(matrix);
  const isStruck = (source: number | null) =>
    source !== null &&
    (ids.has(matrix.sources[source] ?? "") || names.has(matrix.sources[at(groupRows, source)] ?? ""));
  const left = matrix.citations.map((citations) =>
    citations.filter(({ source, via }) => !isStruck(source) && !isStruck(via)),
  );
  const stays = (entry: number) => left[entry]?.length !== 0 || matrix.citations[entry]?.length === 0;

  let staying = 0;
  const newRows = Int32Array.from(matrix.entries, (_, entry) => (stays(entry) ? staying++ : -1));
  const width = matrix.hypotheses.length;
  return {
    ...matrix,
    entries: matrix.entries.filter((_, entry) => stays(entry)),
    kinds: matrix.kinds.filter((_, entry) => stays(entry)),
    citations: left.filter((_, entry) => stays(entry)),
    consistency: ofEntries(matrix.consistency, width),
    credibility: ofEntries(matrix.credibility, 1),
    relevance: ofEntries(matrix.relevance, 1),
  };

  /** The grades of the entries that stay, by their new rows; each entry has `each` subjects. */
  function ofEntries(grades: Grades, each: number): Grades {
    const entryOf = (subject: number) => Math.floor(subject / each);
    const kept = filterGrades(grades, (row) => at(newRows, entryOf(at(grades.subject, row))) >= 0);
    kept.subject.forEach((one, row) => {
      kept.subject[row] = at(newRows, entryOf(one)) * each + (one % each);
    });
    return { ...kept, subjects: staying * each };
  }
}

function filterGrades(grades: Grades, isKept: (row: number) => boolean): Grades {
  const kept = new Int32Array(grades.subject.length);
  let size = 0;
  for (let row = 0; row < kept.length; row++) if (isKept(row)) kept[size++] = row;
  const pick = (column: Int32Array) => {
    const picked = new Int32Array(size);
    for (let row = 0; row < size; row++) picked[row] = at(column, at(kept, row));
    return picked;
  };
  return {
    subjects: grades.subjects,
    subject: pick(grades.subject),
    analyst: pick(grades.analyst),
    code: pick(grades.code),
  };
}

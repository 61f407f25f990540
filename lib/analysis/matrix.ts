import { wholeAt } from "./columns";
import { Roll } from "./roll";
import {
  CONSISTENCY,
  CREDIBILITY,
  type EvidenceKind,
  RELEVANCE,
  RELIABILITY,
  SOURCE_LINK_KINDS,
} from "./scales";
import type { ByAnalyst, MatrixInput, RatingInput, Settings } from "./types";

const DEFAULT_SETTINGS: Settings = { step: 0.2, doubt: 0.4, unrated: 0.25 };

/** A citation by the rows of its sources. */
export type Citation = { readonly source: number; readonly via: number | null };

/**
 * Grades on one scale as columns: row for row, which analyst gave which subject (a cell, an entry, a source) which
 * code. A code is its place in the scale's table.
 */
export type Grades = {
  readonly subjects: number;
  readonly subject: Int32Array;
  readonly analyst: Int32Array;
  readonly code: Int32Array;
};

/**
 * The input with ids turned into rows, once: everything after this counts rows. The cell of an entry and a hypothesis
 * is `entry * hypotheses.length + hypothesis`.
 */
export type Matrix = {
  readonly settings: Settings;
  readonly hypotheses: readonly string[];
  readonly sources: readonly string[];
  readonly entries: readonly string[];
  /** Everyone named anywhere, by id. */
  readonly analysts: readonly string[];
  /** Shares of the prior weight, by hypothesis. */
  readonly priors: readonly number[];
  /** ln of these shares: a number even of a share that is too small to be one. */
  readonly logPriors: Float64Array;
  /** Pairs of sources that a link makes one origin. */
  readonly joins: readonly (readonly [number, number])[];
  /** What sort of thing an entry is, where that is said. */
  readonly kinds: readonly (EvidenceKind | undefined)[];
  /** By entry. */
  readonly citations: readonly (readonly Citation[])[];
  readonly consistency: Grades;
  readonly reliability: Grades;
  readonly credibility: Grades;
  readonly relevance: Grades;
  readonly judgements: readonly Judgement[];
};

/** One analyst's probabilities by hypothesis, 0 to 1 each, as given. */
export type Judgement = { readonly analyst: number; readonly probabilities: readonly number[] };

const CONSISTENCY_ROWS = rowsOf(CONSISTENCY.map(({ code }) => code));
const RELIABILITY_ROWS = rowsOf(RELIABILITY.map(({ code }) => code));
const CREDIBILITY_ROWS = rowsOf(CREDIBILITY.map(({ code }) => code));
const RELEVANCE_ROWS = rowsOf(RELEVANCE.map(({ code }) => code));
const JOINING_KINDS = new Set<string>(SOURCE_LINK_KINDS.filter(({ joins }) => joins).map(({ code }) => code));

/** Turns a valid input into rows and columns. Throws if an id is referred to that is not listed. */
export function compile(input: MatrixInput): Matrix {
  const { hypotheses, sources = [], sourceLinks = [], evidence = [], ratings = [], judgements = [] } = input;
  const hypothesisRows = rowsOf(hypotheses.map(({ id }) => id));
  const sourceRows = rowsOf(sources.map(({ id }) => id));
  const entryRows = rowsOf(evidence.map(({ id }) => id));
  const logPriors = shareOut(hypotheses.map(({ prior = 1 }) => prior));

  // Analysts are listed nowhere: whoever is named is one.
  const roll = new Roll();
  const consistency = ratingsOf(ratings, entryRows, hypothesisRows, roll);
  const reliability = gradesOf(sources, ({ reliability }) => reliability, RELIABILITY_ROWS, roll);
  const credibility = gradesOf(evidence, ({ credibility }) => credibility, CREDIBILITY_ROWS, roll);
  const relevance = gradesOf(evidence, ({ relevance }) => relevance, RELEVANCE_ROWS, roll);
  const judges = judgements.map(({ analyst }) => roll.numberOf(analyst));
  const analysts = roll.inOrder();
  const byRow = (grades: Grades): Grades => ({
    ...grades,
    analyst: grades.analyst.map((number) => wholeAt(analysts.rows, number)),
  });

  return {
    settings: {
      step: input.settings?.step ?? DEFAULT_SETTINGS.step,
      doubt: input.settings?.doubt ?? DEFAULT_SETTINGS.doubt,
      unrated: input.settings?.unrated ?? DEFAULT_SETTINGS.unrated,
    },
    hypotheses: [...hypothesisRows.keys()],
    sources: [...sourceRows.keys()],
    entries: [...entryRows.keys()],
    analysts: analysts.ids,
    priors: [...logPriors.map(Math.exp)],
    logPriors,
    joins: sourceLinks
      .filter(({ kind }) => JOINING_KINDS.has(kind))
      .map(({ from, to }) => [lookUp(sourceRows, from), lookUp(sourceRows, to)] as const),
    kinds: evidence.map(({ kind }) => kind),
    citations: evidence.map(({ citations = [] }) =>
      citations.map(({ source, via }) => ({
        source: lookUp(sourceRows, source),
        via: via === undefined ? null : lookUp(sourceRows, via),
      })),
    ),
    consistency: byRow(consistency),
    reliability: byRow(reliability),
    credibility: byRow(credibility),
    relevance: byRow(relevance),
    judgements: judgements.map(({ probabilities }, row) => {
      const given = new Map(Object.entries(probabilities));
      return {
        analyst: wholeAt(analysts.rows, judges[row] ?? 0),
        probabilities: hypotheses.map(({ id }) => lookUp(given, id) / 100),
      };
    }),
  };
}

/** ln of each weight's share of the whole, however far apart the weights are. */
export function shareOut(weights: readonly number[]): Float64Array {
  const most = Math.max(...weights);
  const whole = weights.reduce((sum, weight) => sum + weight / most, 0);
  return Float64Array.from(weights, (weight) => Math.log(weight) - Math.log(most) - Math.log(whole));
}

// Ids come from outside, `__proto__` among them: maps hold them, objects never.
function rowsOf<Id>(ids: readonly Id[]): ReadonlyMap<Id, number> {
  return new Map(ids.map((id, row) => [id, row]));
}

function lookUp<Id>(numbers: ReadonlyMap<Id, number>, id: Id): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`The matrix refers to ${String(id)}, which it does not list.`);
  return number;
}

/** Looks up one id after another. Neighbours often share theirs, so that remembering the last spares most searches. */
function finder(rows: ReadonlyMap<string, number>): (id: string) => number {
  let last: string | null = null;
  let row = -1;
  return (id) => {
    if (id !== last) {
      row = lookUp(rows, id);
      last = id;
    }
    return row;
  };
}

function ratingsOf(
  ratings: readonly RatingInput[],
  entryRows: ReadonlyMap<string, number>,
  hypothesisRows: ReadonlyMap<string, number>,
  roll: Roll,
): Grades {
  const subject = new Int32Array(ratings.length);
  const analyst = new Int32Array(ratings.length);
  const code = new Int32Array(ratings.length);
  const [entryOf, hypothesisOf] = [finder(entryRows), finder(hypothesisRows)];
  ratings.forEach((rating, row) => {
    subject[row] = entryOf(rating.evidence) * hypothesisRows.size + hypothesisOf(rating.hypothesis);
    analyst[row] = roll.numberOf(rating.analyst);
    code[row] = lookUp(CONSISTENCY_ROWS, rating.consistency);
  });
  return { subjects: entryRows.size * hypothesisRows.size, subject, analyst, code };
}

function gradesOf<Subject, Code>(
  subjects: readonly Subject[],
  given: (subject: Subject) => ByAnalyst<Code> | undefined,
  codeRows: ReadonlyMap<Code, number>,
  roll: Roll,
): Grades {
  const subject: number[] = [];
  const analyst: number[] = [];
  const code: number[] = [];
  subjects.forEach((one, row) => {
    for (const [id, grade] of Object.entries(given(one) ?? {})) {
      subject.push(row);
      analyst.push(roll.numberOf(id));
      code.push(lookUp(codeRows, grade));
    }
  });
  return {
    subjects: subjects.length,
    subject: new Int32Array(subject),
    analyst: new Int32Array(analyst),
    code: new Int32Array(code),
  };
}

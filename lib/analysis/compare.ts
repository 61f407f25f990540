import { comparableLeader } from "./front";
import { groupBy } from "./group-by";
import { isEqual } from "./numbers";
import type { Column } from "./scales";
import type { Analysis, CellFindings, Leader, Settings } from "./types";

/** The least difference of a probability that counts as a move. */
export const LEAST_MOVE = 0.0005;

/** What became of an analysis: what moved, and through which steps. */
export type Difference = {
  /** Whether anything may be said of the matrix, before and after. */
  readonly speaks: { readonly from: boolean; readonly to: boolean };
  /** The hypotheses in both whose posterior differs by 0.0005 or more, the largest move first. */
  readonly moved: readonly Movement[];
  /** The hypothesis that leads after of those that can be compared, if it is in both: what relative weights are relative to. */
  readonly reference: Movement | null;
  /** Of those that can be compared; null where the same hypotheses lead. */
  readonly leader: { readonly from: Leader | null; readonly to: Leader | null } | null;
  /** From what people gave to what is made of it. */
  readonly steps: readonly Step[];
  /** Why nothing moved; null where something did. */
  readonly stillness: Stillness | null;
};

/** A posterior, from and to, 0 to 1. */
export type Movement = { readonly id: string; readonly from: number; readonly to: number };

/** A cell's consensus, −2 to 2, and its label; both null where nobody gave a number. */
export type Reading = Pick<CellFindings, "consensus" | "label">;

export type Step =
  | { readonly kind: "setting"; readonly setting: keyof Settings; readonly from: number; readonly to: number }
  | { readonly kind: "hypothesis"; readonly hypothesis: string; readonly change: "added" | "removed" }
  /** Shares of all prior weight. */
  | { readonly kind: "prior"; readonly hypothesis: string; readonly from: number; readonly to: number }
  /** Null where nobody judged the source. */
  | {
      readonly kind: "reliability";
      readonly source: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly kind: "evidence"; readonly evidence: string; readonly change: "added" | "removed" }
  /** `column` and `weight` are those after. */
  | {
      readonly kind: "consensus";
      readonly evidence: string;
      readonly hypothesis: string;
      readonly from: Reading;
      readonly to: Reading;
      readonly column: Column | null;
      readonly weight: number;
    }
  | { readonly kind: "weight"; readonly evidence: string; readonly from: number; readonly to: number }
  | {
      readonly kind: "corroboration";
      readonly evidence: string;
      readonly from: readonly string[];
      readonly to: readonly string[];
    }
  /** Entries now lean on another origin: `merged` if the old one went up in it, `split` if it was part of the old. */
  | {
      readonly kind: "origin";
      readonly change: "merged" | "split" | "moved";
      readonly from: string;
      readonly to: string;
      readonly evidence: readonly string[];
    }
  /** An origin's bound where it changed, or where an entry that changed leans on it. */
  | { readonly kind: "bound"; readonly origin: string; readonly from: number | null; readonly to: number };

/**
 * - `unchanged`: nothing that counts is different.
 * - `unrated`, `weightless`, `alike`: the entries that changed have no number, no weight, or say the same of all.
 * - `unused`: the sources that changed carry no entry's weight.
 * - `slight`: something moved, by less than 0.0005.
 */
export type Stillness =
  | { readonly reason: "unchanged" | "slight" }
  | { readonly reason: "unrated" | "weightless" | "alike"; readonly evidence: readonly string[] }
  | { readonly reason: "unused"; readonly sources: readonly string[] };

/** What is different between two analyses of one inquiry, before and after a change. */
export function compareAnalyses(before: Analysis, after: Analysis): Difference {
  const movements = findMovements(before, after);
  const moved = movements
    .filter(({ from, to }) => Math.abs(to - from) >= LEAST_MOVE)
    .sort((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from));
  const leaders = { from: comparableLeader(before), to: comparableLeader(after) };
  const entrySteps = findEntrySteps(before, after);
  const steps = [
    ...findSettingSteps(before, after),
    ...findHypothesisSteps(before, after),
    ...findReliabilitySteps(before, after),
    ...entrySteps,
    ...findOriginSteps(before, after),
    ...findBoundSteps(before, after, touchedEntries(entrySteps)),
  ];
  return {
    speaks: { from: before.speaks, to: after.speaks },
    moved,
    reference: movements.find(({ id }) => id === leaders.to?.id) ?? null,
    leader: isSameLead(leaders.from, leaders.to) ? null : leaders,
    steps,
    stillness: moved.length > 0 ? null : explainStillness(before, after, steps),
  };
}

function findMovements(before: Analysis, after: Analysis): readonly Movement[] {
  const posteriors = new Map(before.hypotheses.map(({ id, posterior }) => [id, posterior]));
  return after.hypotheses.flatMap(({ id, posterior }) => {
    const from = posteriors.get(id);
    return from === undefined ? [] : [{ id, from, to: posterior }];
  });
}

function isSameLead(one: Leader | null, other: Leader | null): boolean {
  const ids = (leader: Leader | null) => (leader ? [leader.id, ...leader.tied] : []);
  return isSameList(ids(one), ids(other));
}

function findSettingSteps(before: Analysis, after: Analysis): readonly Step[] {
  return (["step", "doubt", "unrated"] as const)
    .map((setting) => ({
      kind: "setting" as const,
      setting,
      from: before.settings[setting],
      to: after.settings[setting],
    }))
    .filter(({ from, to }) => !isEqual(from, to));
}

function findHypothesisSteps(before: Analysis, after: Analysis): readonly Step[] {
  const { added, removed, kept } = pair(before.hypotheses, after.hypotheses);
  const membership = [
    ...added.map(({ id }) => ({ kind: "hypothesis" as const, hypothesis: id, change: "added" as const })),
    ...removed.map(({ id }) => ({ kind: "hypothesis" as const, hypothesis: id, change: "removed" as const })),
  ];
  // Every share changes with the number of hypotheses; that is no step of its own.
  if (membership.length > 0) return membership;
  return kept
    .filter(([was, is]) => !isEqual(was.prior, is.prior))
    .map(([was, is]) => ({ kind: "prior", hypothesis: is.id, from: was.prior, to: is.prior }));
}

function findReliabilitySteps(before: Analysis, after: Analysis): readonly Step[] {
  return pair(before.sources, after.sources)
    .kept.filter(([was, is]) => !isSameFigure(was.reliability, is.reliability))
    .map(([was, is]) => ({ kind: "reliability", source: is.id, from: was.reliability, to: is.reliability }));
}

function findEntrySteps(before: Analysis, after: Analysis): readonly Step[] {
  const { added, removed, kept } = pair(before.evidence, after.evidence);
  return [
    ...removed.map(({ id }) => ({ kind: "evidence" as const, evidence: id, change: "removed" as const })),
    ...added.map(({ id }) => ({ kind: "evidence" as const, evidence: id, change: "added" as const })),
    ...findConsensusSteps(before, after),
    ...kept
      .filter(([was, is]) => !isEqual(was.weight, is.weight))
      .map(([was, is]) => ({ kind: "weight" as const, evidence: is.id, from: was.weight, to: is.weight })),
    ...kept
      .filter(([was, is]) => !isSameList(was.corroborators, is.corroborators))
      .map(([was, is]) => ({
        kind: "corroboration" as const,
        evidence: is.id,
        from: was.corroborators,
        to: is.corroborators,
      })),
  ];
}

function findConsensusSteps(before: Analysis, after: Analysis): readonly Step[] {
  const entryRows = new Map(before.evidence.map(({ id }, row) => [id, row]));
  const hypothesisRows = new Map(before.hypotheses.map(({ id }, row) => [id, row]));
  const weights = new Map(after.evidence.map(({ id, weight }) => [id, weight]));
  const unread: Reading = { consensus: null, label: null };

  return after.cells.flatMap((cell) => {
    const { evidence, hypothesis, column } = cell;
    const entryRow = entryRows.get(evidence);
    const hypothesisRow = hypothesisRows.get(hypothesis);
    // A hypothesis that was not there had no cells: that it is new is said elsewhere.
    if (hypothesisRow === undefined) return [];
    const was =
      entryRow === undefined ? unread : before.cells[entryRow * before.hypotheses.length + hypothesisRow];
    const from = readingOf(was ?? unread);
    if (isSameFigure(from.consensus, cell.consensus)) return [];
    const weight = weights.get(evidence) ?? 0;
    return [{ kind: "consensus", evidence, hypothesis, from, to: readingOf(cell), column, weight }];
  });
}

function readingOf({ consensus, label }: Reading): Reading {
  return { consensus, label };
}

/** Where entries lean now, by where they leaned. An origin that merely has another name made no difference. */
function findOriginSteps(before: Analysis, after: Analysis): readonly Step[] {
  const was = new Set(before.evidence.map(({ leansOn }) => leansOn));
  const is = new Set(after.evidence.map(({ leansOn }) => leansOn));
  const turns = pair(before.evidence, after.evidence)
    .kept.filter(([before, after]) => before.leansOn !== after.leansOn)
    .map(([before, after]) => ({ from: before.leansOn, to: after.leansOn, evidence: after.id }));
  const fromBy = groupBy(turns, ({ to }) => to);
  const toBy = groupBy(turns, ({ from }) => from);
  const several = (origins: readonly string[] = []) => new Set(origins).size > 1;

  return [...toBy].flatMap(([from, leaving]) =>
    [...groupBy(leaving, ({ to }) => to)].flatMap(([to, entries]): Step[] => {
      const joins = was.has(to) || several(fromBy.get(to)?.map((turn) => turn.from));
      const parts = is.has(from) || several(leaving.map((turn) => turn.to));
      if (!joins && !parts) return [];
      const change = joins && parts ? "moved" : joins ? "merged" : "split";
      return [{ kind: "origin", change, from, to, evidence: entries.map(({ evidence }) => evidence) }];
    }),
  );
}

function findBoundSteps(before: Analysis, after: Analysis, touched: ReadonlySet<string>): readonly Step[] {
  const bounds = new Map(before.origins.map(({ id, bound }) => [id, bound]));
  const leanedOn = new Set(after.evidence.filter(({ id }) => touched.has(id)).map(({ leansOn }) => leansOn));
  return after.origins
    .map(({ id, bound }) => ({
      kind: "bound" as const,
      origin: id,
      from: bounds.get(id) ?? null,
      to: bound,
    }))
    .filter(({ origin, from, to }) => leanedOn.has(origin) || (from !== null && !isEqual(from, to)));
}

/** The entries that any of these steps is about. */
function touchedEntries(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) => ("evidence" in step && typeof step.evidence === "string" ? [step.evidence] : [])),
  );
}

function explainStillness(before: Analysis, after: Analysis, steps: readonly Step[]): Stillness {
  if (steps.length === 0) return { reason: "unchanged" };

  const touched = touchedEntries(steps);
  const versions = [...before.evidence, ...after.evidence].filter(({ id }) => touched.has(id));
  if (versions.length > 0 && versions.every(({ diagnosticity }) => isEqual(diagnosticity, 0))) {
    const evidence = [...touched];
    const rated = new Set(after.cells.filter(({ votes }) => votes > 0).map((cell) => cell.evidence));
    if (evidence.every((id) => !rated.has(id))) return { reason: "unrated", evidence };
    const isWeightless = versions.every(({ weight }) => isEqual(weight, 0));
    return { reason: isWeightless ? "weightless" : "alike", evidence };
  }

  const sources = steps.flatMap((step) => (step.kind === "reliability" ? [step.source] : []));
  if (sources.length === steps.length) return { reason: "unused", sources };
  return { reason: "slight" };
}

type Identified = { readonly id: string };

function pair<Item extends Identified>(before: readonly Item[], after: readonly Item[]) {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !was.has(id)),
    removed: before.filter(({ id }) => !is.has(id)),
    kept: after.flatMap((item): (readonly [Item, Item])[] => {
      const old = was.get(item.id);
      return old ? [[old, item]] : [];
    }),
  };
}

function isSameFigure(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : isEqual(one, other);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, position) => item === other[position]);
}

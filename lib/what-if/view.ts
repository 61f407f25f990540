import type { Analysis, MatrixInput, WholeAnalysis } from "@/lib/analysis/types";
import { type PackedMatrix, pack } from "@/lib/matrix/packed";
import { groupsOf, type SourceGroup, seenPart } from "@/lib/matrix/seen";
import type { Ground } from "./scenario";

/** The most entries, sources and groups each that a page lists. */
const mostListed = 200;
/** Analysts can be left out where somebody is left. */
const fewestAnalysts = 2;

/** What the browser reckons with. */
export interface WhatIfMatter {
  readonly packed: PackedMatrix;
  readonly groups: readonly SourceGroup[];
  readonly settings: Analysis["settings"];
}

/** What is listed or struck, in words, by id. */
export interface WhatIfNames {
  readonly statements: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
  readonly analysts: ReadonlyMap<string, string>;
}

/** An entry that can be struck. */
export interface EntryChoice {
  readonly id: string;
  /** How much of the whole weight shifts when it alone is struck, 0 to 1. */
  readonly moves: number;
  readonly isLinchpin: boolean;
}

/** A source or a group of sources that can be struck. */
export interface SourceChoice {
  readonly id: string;
  /** Entries that cite it, or any of it, or come through it. */
  readonly entries: number;
  /** The sources of a group; none for a single one. */
  readonly members: readonly string[];
}

/** What a page lists of what can be struck, and how much there is besides. */
export interface Choices<Choice> {
  readonly listed: readonly Choice[];
  readonly unlisted: number;
}

/** What the reader of an inquiry may reckon with: nothing of sources that only others cite, and no judgements. */
export function matterOf(
  input: MatrixInput,
  analysis: Analysis,
  names: ReadonlyMap<string, string>,
): WhatIfMatter {
  return {
    packed: pack(seenPart(input, analysis.sources, names)),
    groups: groupsOf(analysis.sources, names),
    settings: analysis.settings,
  };
}

/** What in it can be struck and set. */
export function groundOf({ packed, groups, settings }: WhatIfMatter): Ground {
  return {
    entries: new Set(packed.entries),
    sources: new Set(packed.sources),
    groups: new Set(groups.map(({ id }) => id)),
    analysts: new Set(packed.analysts.length < fewestAnalysts ? [] : packed.analysts.map(({ id }) => id)),
    priors: new Map(packed.hypotheses.map(([id, prior]) => [id, prior ?? 1])),
    settings,
  };
}

/** Linchpins first, then what moves most; the first of them, and whatever is struck. */
export function listEntryChoices(whole: WholeAnalysis, struck: readonly string[]): Choices<EntryChoice> {
  const linchpins = new Set(whole.linchpins?.evidence);
  const choices = whole.evidence
    .map(({ id, moves }) => ({ id, moves, isLinchpin: linchpins.has(id) }))
    .sort((one, other) => Number(other.isLinchpin) - Number(one.isLinchpin) || other.moves - one.moves);
  return firstAnd(choices, struck);
}

/** Sources that some entry rests on, those of most entries first, and whatever is struck. */
export function listSourceChoices(
  { packed }: WhatIfMatter,
  struck: readonly string[],
): Choices<SourceChoice> {
  const entries = countEntries(packed, (source) => packed.sources[source]);
  const choices = packed.sources
    .map((id) => ({ id, entries: entries.get(id) ?? 0, members: [] }))
    .filter((choice) => choice.entries > 0 || struck.includes(choice.id))
    .sort((one, other) => other.entries - one.entries);
  return firstAnd(choices, struck);
}

/** The same for groups of two or more. */
export function listGroupChoices(
  { packed, groups }: WhatIfMatter,
  struck: readonly string[],
): Choices<SourceChoice> {
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id])));
  const entries = countEntries(packed, (source) => groupOf.get(packed.sources[source] ?? ""));
  const choices = groups
    .map(({ id, members }) => ({ id, entries: entries.get(id) ?? 0, members }))
    .sort((one, other) => other.entries - one.entries);
  return firstAnd(choices, struck);
}

function firstAnd<Choice extends { readonly id: string }>(
  choices: readonly Choice[],
  struck: readonly string[],
): Choices<Choice> {
  const ids = new Set(struck);
  const listed = choices.filter(({ id }, place) => place < mostListed || ids.has(id));
  return { listed, unlisted: choices.length - listed.length };
}

/** How many entries cite something under each name, or have it through that. */
function countEntries(
  { citations }: PackedMatrix,
  nameOf: (source: number) => string | undefined,
): ReadonlyMap<string, number> {
  const entries = new Map<string, number>();
  for (const ofEntry of citations) {
    const names = new Set(ofEntry.flatMap((hands) => [hands].flat().map(nameOf)));
    for (const name of names) if (name !== undefined) entries.set(name, (entries.get(name) ?? 0) + 1);
  }
  return entries;
}

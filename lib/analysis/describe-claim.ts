import { type ClaimFindings, withoutOrigin } from "./claims";
import { enumerated } from "./describe-change";
import { groupBy } from "./group-by";
import { formatPercent } from "./likelihood";
import type { Opinion } from "./opinions";
import { UNSOURCED } from "./origins";
import { type Reliability, VERDICTS, type Verdict } from "./scales";

/** Which way an origin speaks about a claim. */
type Side = "for" | "against" | "both";

function sideOf({ belief, disbelief }: Opinion): Side {
  if (belief === disbelief) return "both";
  return belief > disbelief ? "for" : "against";
}

/** How many origins speak for a claim, and how many against it. */
export function countSides({ origins }: ClaimFindings): { readonly for: number; readonly against: number } {
  const sides = origins.map(({ opinion }) => sideOf(opinion));
  return {
    for: sides.filter((side) => side === "for").length,
    against: sides.filter((side) => side === "against").length,
  };
}

/** The entries that fit a claim, and those that do not. */
type Fitting = { readonly for: readonly string[]; readonly against: readonly string[] };

/**
 * Why entries can stand on a side on which none of their origins counts: an origin that says both counts once. Empty
 * where there is none; names no origin that the reader does not see yet.
 */
export function describeBothSaid(
  { origins }: ClaimFindings,
  fitting: Fitting,
  isHidden: (origin: ClaimFindings["origins"][number]) => boolean,
): string {
  const fits: Readonly<Record<Side, readonly string[]>> = {
    for: fitting.against,
    against: fitting.for,
    both: [...fitting.for, ...fitting.against],
  };
  const turned = origins.flatMap((origin) => {
    const side = sideOf(origin.opinion);
    const entries = origin.evidence.filter((id) => fits[side].includes(id));
    return entries.length > 0 ? [{ origin, side, entries }] : [];
  });
  if (turned.length === 0) return "";
  const named = turned
    .filter(({ origin }) => !isHidden(origin))
    .map(({ origin: { id }, side, entries }) => {
      const name = id === UNSOURCED ? "what names no source" : id;
      const counts = side === "both" ? "neither for it nor against it" : ways[side];
      return `${name} counts ${counts}, with ${enumerated(entries)}`;
    });
  const rule = "An origin that says both counts once, on the side on which it says more";
  return named.length > 0 ? `${rule}: ${enumerated(named)}.` : `${rule}.`;
}

export type ClaimGround = {
  /** The grade of an origin: the letter nearest to what its analysts gave, F where nobody could judge it. */
  readonly gradeOf: (origin: string) => Reliability;
  /** How many entries have been rated on the claim. */
  readonly rated: number;
  /** Whether the reader does not see the figures of all origins together. */
  readonly hidesSums?: boolean;
};

/** Why a claim stands as it does, one sentence for each step: who says what, what does not count, and what follows. */
export function describeClaim(
  findings: ClaimFindings,
  { gradeOf, rated, hidesSums = false }: ClaimGround,
): readonly string[] {
  if (rated === 0) return ["Nobody has rated an entry on it yet, so nothing speaks for it or against it."];
  return [
    describeVoices(findings, gradeOf),
    describeOwnWord(findings.ownWord, rated),
    hidesSums ? describeVerdictAlone(findings) : describeVerdict(findings),
  ].filter((sentence) => sentence !== "");
}

/** "One origin graded A speaks for it, three graded B against it." An entry fits a claim or not: it need not say it. */
function describeVoices({ origins }: ClaimFindings, gradeOf: ClaimGround["gradeOf"]): string {
  const bySide = groupBy(origins, ({ opinion }) => sideOf(opinion));
  let isFirst = true;
  const clauses = (["for", "against", "both"] as const).flatMap((side) => {
    const ids = (bySide.get(side) ?? []).map(({ id }) => id);
    if (ids.length === 0) return [];
    const speaks = isFirst ? `${ids.length === 1 ? "speaks" : "speak"} ` : "";
    const voices = groupBy(ids, (id) => (id === UNSOURCED ? UNSOURCED : gradeOf(id)));
    const phrases = [...voices]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([grade, alike]) => {
        const noun = isFirst ? ` ${alike.length === 1 ? "origin" : "origins"}` : "";
        isFirst = false;
        return `${inWords(alike.length)}${noun} ${inGrade(grade)}`;
      });
    return [`${enumerated(phrases)} ${speaks}${ways[side]}`];
  });
  return clauses.length > 0 ? `${capitalised(clauses.join(", "))}.` : "";
}

function inGrade(grade: string): string {
  if (grade === UNSOURCED) return "that names no source";
  return grade === "F" ? "of unknown reliability" : `graded ${grade}`;
}

const ways: Readonly<Record<Side, string>> = {
  for: "for it",
  against: "against it",
  both: "as much for it as against it",
};

function describeOwnWord(ownWord: readonly string[], rated: number): string {
  if (ownWord.length === 0) return "";
  const names = enumerated(ownWord);
  if (ownWord.length === rated)
    return `All that is rated on it (${names}) is the asserter’s own word and counts nothing.`;
  return ownWord.length === 1
    ? `${names} is the asserter’s own word and counts nothing.`
    : `${names} are the asserter’s own word and count nothing.`;
}

function describeVerdict(findings: ClaimFindings): string {
  const { verdict, opinion, origins } = findings;
  if (origins.length === 0) return "Nothing that counts says anything either way.";
  const probability = findings.probability.toFixed(2);
  const sides = countSides(findings);
  switch (verdict) {
    case "unverified":
      return `Together they leave ${formatPercent(opinion.uncertainty)} open, more than half: that is too little to go by.`;
    case "disputed":
      return `Together they put it at ${probability}, between 0.30 and 0.70: neither side prevails.`;
    case "single-origin":
      return `Together they put it at ${probability}, but only one origin speaks on that side, and one alone neither supports nor contradicts.`;
    case "supported":
      return `Together they put it at ${probability}, 0.70 or more, and ${inWords(sides.for)} origins speak for it.`;
    case "contradicted":
      return `Together they put it at ${probability}, 0.30 or less, and ${inWords(sides.against)} origins speak against it.`;
  }
}

/** The same without the figure that tells how far it goes that way. */
function describeVerdictAlone(findings: ClaimFindings): string {
  const sides = countSides(findings);
  switch (findings.verdict) {
    case "unverified":
      return "Together they leave more than half open: that is too little to go by.";
    case "disputed":
      return "Together they put it between 0.30 and 0.70: neither side prevails.";
    case "single-origin":
      return "Only one origin speaks on the side that prevails, and one alone neither supports nor contradicts.";
    case "supported":
      return `Together they put it at 0.70 or more, and ${inWords(sides.for)} origins speak for it.`;
    case "contradicted":
      return `Together they put it at 0.30 or less, and ${inWords(sides.against)} origins speak against it.`;
  }
}

/** What would make a claim stand otherwise: the origins it hangs on one by one, or what is missing. */
export function describeDependence(findings: ClaimFindings): readonly string[] {
  const { verdict, origins } = findings;
  if (origins.length === 0)
    return ["An entry from somebody else than its asserter, rated on it, that fits it or does not."];
  const changes = origins.flatMap(({ id }) => {
    const rest = withoutOrigin(findings, id).verdict;
    return rest === verdict ? [] : [{ id, rest }];
  });
  const byVerdict = groupBy(changes, ({ rest }) => rest);
  const hangs = [...byVerdict].map(([rest, alike]) => {
    const names = alike.map(({ id }) => (id === UNSOURCED ? "what names no source" : id));
    const without = `${names.length > 1 ? "any one of " : ""}${enumerated(names)}`;
    return `Without ${without} it would be ${labelOf(rest)}.`;
  });
  const stays = `No single origin changes it: without any one of them it is still ${labelOf(verdict)}.`;
  return [...(hangs.length > 0 ? hangs : [stays]), ...describeLack(verdict)];
}

function describeLack(verdict: Verdict): readonly string[] {
  if (verdict === "single-origin")
    return ["A second origin, independent of that one and saying the same, would settle it."];
  if (verdict === "unverified") return ["More origins would settle it, or some that are trusted more."];
  return [];
}

const labelOf = (verdict: Verdict): string =>
  (VERDICTS.find(({ code }) => code === verdict)?.label ?? verdict).toLowerCase();

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const inWords = (number: number): string => words[number] ?? String(number);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { enumerated } from "@/lib/analysis/describe-change";
import type { Settings } from "@/lib/analysis/types";
import { parseDecimal } from "@/lib/decimal";
import { count } from "@/lib/format";

/** What is tried, as the address and the form carry it; empty where everything is as the inquiry has it. */
export interface Trial {
  readonly entries: readonly string[];
  readonly sources: readonly string[];
  /** Groups of sources, each by its first source. */
  readonly groups: readonly string[];
  readonly analysts: readonly string[];
  /** Weights by hypothesis, only those that differ from the inquiry's. */
  readonly priors: ReadonlyMap<string, number>;
  readonly settings: Readonly<Partial<Settings>>;
}

export const nothingTried: Trial = {
  entries: [],
  sources: [],
  groups: [],
  analysts: [],
  priors: new Map(),
  settings: {},
};

/** What an inquiry has that can be struck or set, and how it is set now. */
export interface Ground {
  readonly entries: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly analysts: ReadonlySet<string>;
  /** Weights by hypothesis. */
  readonly priors: ReadonlyMap<string, number>;
  readonly settings: Settings;
}

/** What an address or a form asks for, and a sentence for each thing in it that cannot be had and is left aside. */
export interface TrialRead {
  readonly trial: Trial;
  readonly problems: readonly string[];
}

/** Search params and form data alike. */
interface Given {
  getAll(name: string): readonly unknown[];
  keys(): Iterable<string>;
}

type Bounds = { readonly isWithin: (value: number) => boolean; readonly words: string };

const settingBounds: Readonly<Record<keyof Settings, Bounds>> = {
  step: { isWithin: (value) => value > 0 && value < 0.25, words: "over 0 and under 0.25" },
  doubt: { isWithin: (value) => value >= 0 && value <= 1, words: "from 0 to 1" },
  unrated: { isWithin: (value) => value >= 0 && value <= 1, words: "from 0 to 1" },
};
const priorBounds: Bounds = {
  isWithin: (value) => value >= 0.001 && value <= 1000,
  words: "from 0.001 to 1000",
};
const settingNames = ["step", "doubt", "unrated"] as const;
const mostProblems = 6;

export const priorField = (hypothesis: string): string => `prior.${hypothesis}`;

/**
 * Reads what is tried out of an address or a form. What is unknown, or no number, or out of bounds is left aside with
 * a sentence; what is as the inquiry has it is left out without one.
 */
export function readTrial(given: Given, ground: Ground): TrialRead {
  const problems: string[] = [];
  const trial: Trial = {
    // `also` is where entries are typed that the page does not list.
    entries: strikes(
      [...numbersIn(given, "entry"), ...numbersIn(given, "also")],
      ground.entries,
      ["entry", "entries"],
      true,
    ),
    sources: strikes(numbersIn(given, "source"), ground.sources, ["source", "sources"], true),
    groups: strikes(
      numbersIn(given, "group"),
      ground.groups,
      ["group of sources", "groups of sources"],
      true,
    ),
    analysts: strikes(texts(given, "analyst"), ground.analysts, ["analyst", "analysts"], false),
    priors: readPriors(),
    settings: readSettings(),
  };
  return {
    trial,
    problems:
      problems.length > mostProblems
        ? [...problems.slice(0, mostProblems), `${problems.length - mostProblems} more could not be tried.`]
        : problems,
  };

  function strikes(
    asked: readonly string[],
    known: ReadonlySet<string>,
    [one, many]: readonly [string, string],
    isNamed: boolean,
  ): readonly string[] {
    const ids = new Set(asked);
    const absent = [...ids].filter((id) => !known.has(id));
    if (absent.length > 0) {
      const [first = ""] = absent;
      const [is, it] = absent.length === 1 ? ["is", "it is"] : ["are", "they are"];
      problems.push(
        !isNamed
          ? `${count(absent.length, one, many)} in the address cannot be struck here and ${is} left aside.`
          : absent.length === 1
            ? `There is no ${one} ${shortened(first)} that counts here; ${it} left aside.`
            : `${enumerated(absent.map(shortened))} are no ${many} that count here; ${it} left aside.`,
      );
    }
    // In the inquiry's order, so that one trial has one address, however it was typed or ticked.
    return [...known].filter((id) => ids.has(id));
  }

  function readPriors(): ReadonlyMap<string, number> {
    const priors = new Map<string, number>();
    for (const [hypothesis, own] of ground.priors) {
      const weight = readNumber(priorField(hypothesis), own, priorBounds, `The prior of ${hypothesis}`);
      if (weight !== own) priors.set(hypothesis, weight);
    }
    for (const name of new Set(given.keys())) {
      const hypothesis = /^prior\.(.*)$/su.exec(name)?.[1];
      if (hypothesis === undefined || ground.priors.has(hypothesis)) continue;
      problems.push(
        `There is no hypothesis ${shortened(hypothesis)} that counts here; its prior is left aside.`,
      );
    }
    return priors;
  }

  function readSettings(): Partial<Settings> {
    const settings: { -readonly [Name in keyof Settings]?: number } = {};
    for (const name of settingNames) {
      const own = ground.settings[name];
      const value = readNumber(name, own, settingBounds[name], settingLabels[name]);
      if (value !== own) settings[name] = value;
    }
    return settings;
  }

  /** The last that was given, where that is a number within bounds; otherwise the inquiry's own. */
  function readNumber(name: string, own: number, { isWithin, words }: Bounds, label: string): number {
    const text = texts(given, name).at(-1);
    if (text === undefined) return own;
    // However far out the inquiry's own may be, it is nothing to complain of.
    if (text === String(own)) return own;
    const value = parseNumber(text);
    if (value !== null && isWithin(value)) return value;
    problems.push(`${label} must be a number ${words}; the inquiry's own is used.`);
    return own;
  }
}

/** The shortest search of an address (without the question mark) that says the same; empty where nothing is tried. */
export function writeTrial(trial: Trial): string {
  const search = new URLSearchParams();
  for (const id of trial.entries) search.append("entry", id);
  for (const id of trial.sources) search.append("source", id);
  for (const id of trial.groups) search.append("group", id);
  for (const id of trial.analysts) search.append("analyst", id);
  for (const [hypothesis, weight] of trial.priors) search.append(priorField(hypothesis), String(weight));
  for (const name of settingNames) {
    const value = trial.settings[name];
    if (value !== undefined) search.append(name, String(value));
  }
  return search.toString();
}

/** What every field of the form holds in a trial; entries that have no box of their own go where numbers are typed. */
export function fieldsOf(
  trial: Trial,
  ground: Ground,
  listed: ReadonlySet<string>,
): readonly (readonly [name: string, value: string])[] {
  const others = trial.entries.filter((id) => !listed.has(id));
  return [
    ...trial.entries.filter((id) => listed.has(id)).map((id) => ["entry", id] as const),
    ["also", others.join(", ")] as const,
    ...trial.sources.map((id) => ["source", id] as const),
    ...trial.groups.map((id) => ["group", id] as const),
    ...trial.analysts.map((id) => ["analyst", id] as const),
    ...[...ground.priors].map(([id, own]) => [priorField(id), String(trial.priors.get(id) ?? own)] as const),
    ...settingNames.map((name) => [name, String(trial.settings[name] ?? ground.settings[name])] as const),
  ];
}

/** Every hypothesis's prior weight in a trial, in their order. */
export function weightsIn({ priors }: Trial, ground: Ground): ReadonlyMap<string, number> {
  return new Map([...ground.priors].map(([id, own]) => [id, priors.get(id) ?? own]));
}

/** The address parameters as Next.js gives them, as search params. */
export function searchOf(params: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(params)) {
    for (const value of [values ?? []].flat()) search.append(name, value);
  }
  return search;
}

export const settingLabels: Readonly<Record<keyof Settings, string>> = {
  step: "Step",
  doubt: "Doubt",
  unrated: "Unrated",
};

/** As the forms read it, and as the address writes a very small one: 1e-7. */
function parseNumber(text: string): number | null {
  const plain = text.trim();
  if (/^\d(\.\d+)?e-\d{1,3}$/i.test(plain)) return Number(plain);
  const number = parseDecimal(plain);
  return typeof number === "number" ? number : null;
}

function texts(given: Given, name: string): readonly string[] {
  return given.getAll(name).filter((value) => typeof value === "string");
}

/** Numbers such as E12, in one field or several, however they are parted. */
function numbersIn(given: Given, name: string): readonly string[] {
  return texts(given, name)
    .flatMap((text) => text.split(/[\s,;.]+/u))
    .filter((id) => id !== "")
    .map((id) => id.toUpperCase());
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 24 ? `${letters.slice(0, 24).join("")}…` : text;
}

import { CONSISTENCY, CREDIBILITY, RELEVANCE, RELIABILITY, SOURCE_LINK_KINDS } from "@/lib/analysis/scales";
import type { ByAnalyst, CitationInput, MatrixInput } from "@/lib/analysis/types";

/**
 * What the figures of the hypotheses are reckoned from, small enough to be sent to a browser: every id once, and what
 * an analyst gave as one string with one character for each thing that can be graded, in the order of the ids.
 */
export type PackedMatrix = {
  readonly hypotheses: readonly (readonly [id: string, prior: number | null])[];
  readonly settings: NonNullable<MatrixInput["settings"]>;
  readonly sources: readonly string[];
  /** Rows of two sources and of the kind of link. */
  readonly links: readonly (readonly [from: number, to: number, kind: number])[];
  readonly entries: readonly string[];
  /** By entry, each citation as the row of its source, or as the rows of its source and of whom it came through. */
  readonly citations: readonly (readonly (number | readonly [source: number, via: number])[])[];
  readonly analysts: readonly PackedAnalyst[];
};

/** What one analyst gave; a full stop where they gave nothing. */
export type PackedAnalyst = {
  readonly id: string;
  /** By entry, and within it by hypothesis. */
  readonly consistency: string;
  /** By entry. */
  readonly credibility: string;
  readonly relevance: string;
  /** By source. */
  readonly reliability: string;
};

type Code = string | number;
type Scale<Grade extends Code> = readonly { readonly code: Grade }[];

const NOTHING = ".";

/**
 * Packs a matrix for somebody's browser. Left out is what no figure of a hypothesis needs: the kinds of the entries,
 * and the analysts' judgements, which their readers may not be meant to see yet.
 */
export function pack(input: MatrixInput): PackedMatrix {
  const { hypotheses, sources = [], sourceLinks = [], evidence = [], ratings = [], settings = {} } = input;
  const sourceRows = rowsOf(sources);
  const entryRows = rowsOf(evidence);
  const hypothesisRows = rowsOf(hypotheses);
  const width = hypotheses.length;

  const row = (rows: ReadonlyMap<string, number>, id: string): number => {
    const found = rows.get(id);
    if (found === undefined) throw new Error(`The matrix refers to ${id}, which it does not list.`);
    return found;
  };
  const consistency = new Marks(CONSISTENCY, evidence.length * width);
  for (const { analyst, evidence: entry, hypothesis, consistency: code } of ratings) {
    consistency.set(analyst, row(entryRows, entry) * width + row(hypothesisRows, hypothesis), code);
  }
  const credibility = new Marks(CREDIBILITY, evidence.length);
  const relevance = new Marks(RELEVANCE, evidence.length);
  evidence.forEach((entry, place) => {
    credibility.setAll(place, entry.credibility);
    relevance.setAll(place, entry.relevance);
  });
  const reliability = new Marks(RELIABILITY, sources.length);
  sources.forEach((source, place) => {
    reliability.setAll(place, source.reliability);
  });

  const analysts = new Set(
    [consistency, credibility, relevance, reliability].flatMap((marks) => marks.analysts()),
  );
  return {
    hypotheses: hypotheses.map(({ id, prior }) => [id, prior ?? null]),
    settings,
    sources: sources.map(({ id }) => id),
    links: sourceLinks.map(({ from, to, kind }) => [
      row(sourceRows, from),
      row(sourceRows, to),
      SOURCE_LINK_KINDS.findIndex(({ code }) => code === kind),
    ]),
    entries: evidence.map(({ id }) => id),
    citations: evidence.map(({ citations = [] }) =>
      citations.map(({ source, via }) =>
        via === undefined
          ? row(sourceRows, source)
          : ([row(sourceRows, source), row(sourceRows, via)] as const),
      ),
    ),
    analysts: [...analysts].sort().map((id) => ({
      id,
      consistency: consistency.of(id),
      credibility: credibility.of(id),
      relevance: relevance.of(id),
      reliability: reliability.of(id),
    })),
  };
}

/** The matrix that was packed, ratings in the order of entries, hypotheses and analysts. */
export function unpack(packed: PackedMatrix): MatrixInput {
  const { analysts, entries, hypotheses, sources } = packed;
  const idOf = (source: number) => sources[source] ?? "";
  const citation = (given: number | readonly [number, number]): CitationInput =>
    typeof given === "number" ? { source: idOf(given) } : { source: idOf(given[0]), via: idOf(given[1]) };
  return {
    hypotheses: hypotheses.map(([id, prior]) => (prior === null ? { id } : { id, prior })),
    settings: packed.settings,
    sources: sources.map((id, place) => ({ id, reliability: gradesAt(RELIABILITY, "reliability", place) })),
    sourceLinks: packed.links.flatMap(([from, to, row]) => {
      const kind = SOURCE_LINK_KINDS[row]?.code;
      return kind ? [{ from: idOf(from), to: idOf(to), kind }] : [];
    }),
    evidence: entries.map((id, place) => ({
      id,
      citations: (packed.citations[place] ?? []).map(citation),
      credibility: gradesAt(CREDIBILITY, "credibility", place),
      relevance: gradesAt(RELEVANCE, "relevance", place),
    })),
    ratings: entries.flatMap((evidence, entry) =>
      hypotheses.flatMap(([hypothesis], column) =>
        analysts.flatMap(({ id: analyst, consistency: marks }) => {
          const consistency = codeOf(CONSISTENCY, marks[entry * hypotheses.length + column]);
          return consistency === undefined ? [] : [{ evidence, hypothesis, analyst, consistency }];
        }),
      ),
    ),
  };

  function gradesAt<Grade extends Code>(
    scale: Scale<Grade>,
    name: "credibility" | "relevance" | "reliability",
    place: number,
  ): ByAnalyst<Grade> {
    return Object.fromEntries(
      analysts.flatMap((analyst) => {
        const grade = codeOf(scale, analyst[name][place]);
        return grade === undefined ? [] : [[analyst.id, grade] as const];
      }),
    );
  }
}

/** A mark is the place of a code in its scale: no scale has more than ten. */
function codeOf<Grade extends Code>(scale: Scale<Grade>, mark: string | undefined): Grade | undefined {
  return mark === undefined || mark === NOTHING ? undefined : scale[Number(mark)]?.code;
}

function rowsOf(things: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(things.map(({ id }, row) => [id, row]));
}

/** What each analyst gave on one scale. */
class Marks<Grade extends Code> {
  readonly #marks = new Map<string, string[]>();
  readonly #places: ReadonlyMap<Grade, string>;
  readonly #size: number;

  constructor(scale: Scale<Grade>, size: number) {
    this.#places = new Map(scale.map(({ code }, place) => [code, String(place)]));
    this.#size = size;
  }

  set(analyst: string, place: number, grade: Grade): void {
    const marks = this.#marks.get(analyst) ?? new Array<string>(this.#size).fill(NOTHING);
    marks[place] = this.#places.get(grade) ?? NOTHING;
    this.#marks.set(analyst, marks);
  }

  setAll(place: number, grades: ByAnalyst<Grade> = {}): void {
    for (const [analyst, grade] of Object.entries(grades)) this.set(analyst, place, grade);
  }

  analysts(): string[] {
    return [...this.#marks.keys()];
  }

  of(analyst: string): string {
    return this.#marks.get(analyst)?.join("") ?? "";
  }
}

/** Matrices for the tests: random ones, the worked one, and short ways to write small ones. */
import fc from "fast-check";
import type {
  CitationInput,
  EvidenceInput,
  MatrixInput,
  RatingInput,
  SourceInput,
} from "@/lib/analysis/types";

/** The request of the HTTP interface's worked example. */
export const workedExample: MatrixInput = {
  hypotheses: [{ id: "H1", prior: 1 }, { id: "H2" }],
  sources: [
    { id: "S1", reliability: { ana: "B", ben: "F" } },
    { id: "S2", reliability: { ana: "A" } },
  ],
  sourceLinks: [{ from: "S1", to: "S2", kind: "owns" }],
  evidence: [
    {
      id: "E1",
      kind: "report",
      citations: [{ source: "S2", via: "S1" }],
      credibility: { ana: 2 },
      relevance: { ana: "high" },
    },
    { id: "E2", kind: "absence", citations: [] },
  ],
  ratings: [
    { evidence: "E1", hypothesis: "H1", analyst: "ana", consistency: "I" },
    { evidence: "E1", hypothesis: "H2", analyst: "ana", consistency: "CC" },
    { evidence: "E2", hypothesis: "H1", analyst: "ana", consistency: "NA" },
  ],
  judgements: [{ analyst: "ana", probabilities: { H1: 20, H2: 90 } }],
  settings: { step: 0.2, doubt: 0.4, unrated: 0.5 },
};

/** A source with one grade of one analyst; without a grade, unjudged. */
export function source(id: string, grade?: "A" | "B" | "C" | "D" | "E" | "F"): SourceInput {
  return grade ? { id, reliability: { ana: grade } } : { id };
}

/** An entry by its citations, each "S1" or "S1 via S2". */
export function entry(id: string, ...citations: string[]): EvidenceInput {
  return { id, citations: citations.map(citation) };
}

export function citation(text: string): CitationInput {
  const [asserter = "", via] = text.split(" via ");
  return via === undefined ? { source: asserter } : { source: asserter, via };
}

/** One analyst's ratings of an entry on H1, H2, … in this order. */
export function rated(
  evidence: string,
  codes: readonly RatingInput["consistency"][],
  analyst = "ana",
): RatingInput[] {
  return codes.map((consistency, row) => ({ evidence, hypothesis: `H${row + 1}`, analyst, consistency }));
}

export const twoHypotheses = [{ id: "H1" }, { id: "H2" }] as const;

const ANALYSTS = ["ana", "ben", "cleo", "__proto__"];
const CODES = ["II", "I", "N", "C", "CC", "NA"] as const;

const byAnalyst = <Grade>(grades: readonly Grade[]) =>
  fc
    .uniqueArray(fc.constantFrom(...ANALYSTS), { maxLength: 3 })
    .chain((analysts) =>
      fc
        .array(fc.constantFrom(...grades), { minLength: analysts.length, maxLength: analysts.length })
        .map((given) => Object.fromEntries(analysts.map((id, row) => [id, given[row] as Grade]))),
    );

const thousandths = (min: number, max: number) => fc.integer({ min, max }).map((number) => number / 1000);

const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, row) => `${letter}${row + 1}`);

/** Any small matrix: odd ids, relays, links, gaps, settings and all. */
export const matrices: fc.Arbitrary<MatrixInput> = fc
  .record({
    hypotheses: fc.integer({ min: 1, max: 4 }),
    sources: fc.integer({ min: 0, max: 6 }),
    entries: fc.integer({ min: 0, max: 7 }),
  })
  .chain((size) => {
    const hypotheses = ["__proto__", ...ids("H", size.hypotheses)].slice(0, size.hypotheses);
    const sources = ids("S", size.sources);
    const entries = ids("E", size.entries);
    // Only used where there are sources; S1 is the first of them.
    const anySource = fc.constantFrom("S1", ...sources);
    const citations =
      sources.length === 0
        ? fc.constant([])
        : fc.array(
            fc
              .record({ source: anySource, via: fc.option(anySource, { nil: undefined }) })
              .map(({ source, via }) => (via === undefined || via === source ? { source } : { source, via })),
            { maxLength: 4 },
          );
    const cells = entries.flatMap((evidence) =>
      hypotheses.flatMap((hypothesis) => ANALYSTS.map((analyst) => ({ evidence, hypothesis, analyst }))),
    );
    const links = fc.record({
      from: anySource,
      to: anySource,
      kind: fc.constantFrom("owns" as const, "republishes" as const, "same-origin" as const),
    });
    return fc.record({
      hypotheses: fc.tuple(
        ...hypotheses.map((id) => fc.record({ id: fc.constant(id), prior: fc.integer({ min: 1, max: 90 }) })),
      ),
      sources: fc.tuple(
        ...sources.map((id) =>
          fc.record({ id: fc.constant(id), reliability: byAnalyst(["A", "B", "C", "D", "E", "F"] as const) }),
        ),
      ),
      sourceLinks:
        sources.length < 2
          ? fc.constant([])
          : fc.array(links, { maxLength: 3 }).map((all) => all.filter(({ from, to }) => from !== to)),
      evidence: fc.tuple(
        ...entries.map((id) =>
          fc.record({
            id: fc.constant(id),
            kind: fc.constantFrom("report" as const, "assumption" as const),
            citations,
            credibility: byAnalyst([1, 2, 3, 4, 5, 6] as const),
            relevance: byAnalyst(["low", "medium", "high"] as const),
          }),
        ),
      ),
      ratings: fc.tuple(...cells.map(() => fc.option(fc.constantFrom(...CODES), { freq: 2 }))).map((codes) =>
        cells.flatMap((cell, row) => {
          const consistency = codes[row];
          return consistency ? [{ ...cell, consistency }] : [];
        }),
      ),
      judgements: fc.uniqueArray(fc.constantFrom(...ANALYSTS), { maxLength: 3 }).chain((analysts) =>
        fc.tuple(
          ...analysts.map((analyst) =>
            fc
              .array(fc.integer({ min: 0, max: 100 }), {
                minLength: hypotheses.length,
                maxLength: hypotheses.length,
              })
              .filter((numbers) => numbers.some((number) => number > 0))
              .map((numbers) => ({
                analyst,
                probabilities: Object.fromEntries(hypotheses.map((id, row) => [id, numbers[row] as number])),
              })),
          ),
        ),
      ),
      settings: fc.record({
        step: thousandths(1, 249),
        doubt: thousandths(0, 1000),
        unrated: thousandths(0, 1000),
      }),
    });
  });

import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { answerSentence } from "@/components/inquiry/answer";
import { AtAGlance } from "@/components/inquiry/at-a-glance";
import { firstsInFull, firstsInShort } from "@/components/inquiry/firsts";
import { HangsOn } from "@/components/inquiry/hangs-on";
import { standings } from "@/components/inquiry/standing";
import { analyseWhole } from "@/lib/analysis/analyse-whole";
import { weightiestDrops } from "@/lib/analysis/drop-order";
import { headlineOf } from "@/lib/analysis/front";
import type { Consistency } from "@/lib/analysis/scales";
import type { MatrixInput, WholeAnalysis } from "@/lib/analysis/types";

const rated = (evidence: string, codes: readonly Consistency[]) =>
  codes.map((consistency, row) => ({ evidence, hypothesis: `H${row + 1}`, analyst: "ana", consistency }));

const matrix = (hypotheses: number, rows: readonly (readonly Consistency[])[]): MatrixInput => ({
  hypotheses: Array.from({ length: hypotheses }, (_, row) => ({ id: `H${row + 1}` })),
  evidence: rows.map((_, row) => ({ id: `E${row + 1}` })),
  ratings: rows.flatMap((codes, row) => rated(`E${row + 1}`, codes)),
});

/** All that the overview says in sentences. */
function tell(input: MatrixInput) {
  const analysis = analyseWhole(input);
  const headline = headlineOf(analysis);
  const given = { slug: "x", analysis, headline, analysts: new Map([["ana", "Ana"]]) };
  const text = (node: React.ReactNode) =>
    parseHTML(`<div>${renderToStaticMarkup(node)}</div>`).document.documentElement?.textContent ?? "";
  return {
    answer: answerSentence(analysis, headline),
    glance: text(<AtAGlance {...given} stated={null} />),
    hangsOn: text(
      <HangsOn
        {...given}
        statements={new Map()}
        sources={new Map()}
        hidesSome={false}
        drops={weightiestDrops(analysis, 9)}
      />,
    ),
    methods: firstsInFull(analysis),
  };
}

describe("A hypothesis that nobody rated", () => {
  // Both that are rated have more against them than for them: what nobody rated comes out in front.
  const told = tell(
    matrix(3, [
      ["II", "I"],
      ["I", "II"],
      ["II", "N"],
    ]),
  );

  test("is in front and leads nowhere: every part says that it stands apart, and none that it leads", () => {
    expect(told.answer).toBe(
      "H3 is in front, but too few entries were rated on it to compare it: it stands apart. Among the others the evidence does not separate the hypotheses. H2 is ahead of H1 by 1.1 to 1, less than one origin alone could do (3.3 to 1).",
    );
    expect(told.hangsOn).toContain("H3 is in front, but too few entries were rated on it");
    expect(told.hangsOn).toContain("So there are no linchpins yet");
    expect(told.hangsOn).not.toMatch(/lead of H3|H3 leads|Left out/);
    expect(told.glance).toContain("none: H3, in front, stands apart");
    expect(told.methods).toMatch(/^All put H3 \(set apart\) first\. Too few entries were rated on H3/);
  });

  test("does not become what the others are weighed against", () => {
    const analysis = analyseWhole(
      matrix(3, [
        ["II", "I"],
        ["I", "II"],
        ["II", "N"],
      ]),
    );
    const standing = standings(analysis, { isRanking: true, lexicon: "icd203" }, [
      { id: "H1", shortName: "One" },
      { id: "H2", shortName: "Two" },
      { id: "H3", shortName: "Three" },
    ]);
    expect(standing.map(({ id }) => id)).toEqual(["H2", "H1", "H3"]);
    expect(standing.slice(0, 2).map(({ figure }) => figure)).toEqual([
      "weighs most",
      "H2 weighs 1.1 times as much",
    ]);
  });
});

test("Nothing leads where only one hypothesis can be compared", () => {
  const told = tell(matrix(2, [["C"], ["CC"]]));
  expect(told.answer).toBe("Too few of the hypotheses have been rated to compare them.");
  expect(told.hangsOn).toContain("Too few of the hypotheses have been rated to compare them.");
  expect(told.glance).toContain("none: too few hypotheses are rated");
});

describe("Those first by a method", () => {
  const methodsOf = (analysis: WholeAnalysis) => [firstsInShort(analysis), firstsInFull(analysis)];

  test("are named together where they are level", () => {
    expect(methodsOf(analyseWhole(matrix(3, [["C", "C", "I"]])))).toEqual([
      "H1 and H2, level, first by posterior, inconsistency and PARC ACH",
      "All put H1 and H2, level, first.",
    ]);
  });

  test("are one where the others are only level with it by some", () => {
    // Nothing speaks against H1 or H2, but more for H1.
    const analysis = analyseWhole(matrix(3, [["CC", "C", "I"]]));
    expect(methodsOf(analysis)).toEqual([
      "H1 first by posterior, inconsistency and PARC ACH",
      "All put H1 first, some of them others beside.",
    ]);
    expect(analysis.confidence.grounds).not.toContain("methods-part");
  });

  test("are told method by method, each hypothesis once, where they part", () => {
    const judged = { analyst: "ana", probabilities: { H1: 10, H2: 80, H3: 10 } };
    const analysis = analyseWhole({ ...matrix(3, [["CC", "I", "I"]]), judgements: [judged] });
    expect(firstsInShort(analysis)).toBe(
      "they part: H1 first by posterior, inconsistency and PARC ACH; H2 first by judgement",
    );
    expect(firstsInFull(analysis)).toContain("The analysts themselves put H2 first");
    expect(analysis.confidence.grounds).toContain("methods-part");
  });
});

test("With a single hypothesis, or none, that is the first sentence", () => {
  expect(tell(matrix(1, [["C"]])).answer).toBe(
    "There is only one hypothesis, so there is nothing to compare it with.",
  );
  expect(tell(matrix(0, [])).answer).toBe("There is no hypothesis yet, so there is nothing to compare.");
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyse } from "@/lib/analysis/analyse";
import type { Reliability } from "@/lib/analysis/scales";
import type { MatrixInput } from "@/lib/analysis/types";
import { entry, rated, source, twoHypotheses } from "./matrices";

const page = readFileSync(new URL("../../../docs/analysis.md", import.meta.url), "utf8");
/** How wide the columns of a table are drawn says nothing. */
const rows = page.split("\n").map((line) => line.replace(/ +/g, " "));

/** So many entries, consistent with one hypothesis and inconsistent with the other, from so many origins. */
function entriesFrom(
  entries: number,
  origins: number,
  also: readonly string[] = [],
  grade: Reliability = "C",
) {
  const numbers = Array.from({ length: entries }, (_, row) => row);
  const input: MatrixInput = {
    hypotheses: twoHypotheses,
    sources: [...numbers.map((row) => source(`S${row}`, grade)), source("second", "C"), source("unknown")],
    evidence: numbers.map((row) => ({
      ...entry(`E${row}`, `S${row % origins}`, ...also),
      credibility: { ana: 2 },
      relevance: { ana: "medium" },
    })),
    ratings: numbers.flatMap((row) => rated(`E${row}`, ["C", "I"])),
  };
  return analyse(input);
}

function oddsOf(entries: number, origins: number, also: readonly string[] = []): number {
  const [one, other] = entriesFrom(entries, origins, also).hypotheses;
  return (one?.posterior ?? 0) / (other?.posterior ?? 0);
}

describe("the figures in docs/analysis.md", () => {
  it("are the bounds that the engine gives to each grade", () => {
    const bounds = (["A", "B", "C", "D", "E"] as const).map((grade) => {
      const bound = entriesFrom(1, 1, [], grade).origins[0]?.bound ?? 0;
      return `${Number(bound.toFixed(1))} to 1`;
    });
    expect(rows).toContain(`| bound of the origin | ${bounds.join(" | ")} |`);
  });

  it("are the weight and the bits that the engine gives to the entry it describes", () => {
    const [finding] = entriesFrom(1, 1).evidence;
    expect(page).toContain(`weighs ${finding?.weight.toFixed(2)}.`);
    expect(page).toContain(`or ${finding?.diagnosticity.toFixed(2)} bits`);
    expect(page).toContain(`odds of ${(2 ** (finding?.diagnosticity ?? 0)).toFixed(2)} to 1`);
  });

  it.each([1, 3, 10, 30])("are the odds that the engine gives to %d entries", (entries) => {
    const odds = [
      oddsOf(entries, 1),
      oddsOf(entries, entries),
      oddsOf(entries, 1, ["second"]),
      oddsOf(entries, 1, ["unknown"]),
    ].map((one) => (one < 10 ? one.toFixed(2) : one < 100 ? one.toFixed(1) : one.toFixed(0)));
    expect(rows).toContain(`| ${entries} | ${odds.join(" | ")} |`);
  });
});

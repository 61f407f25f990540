import { describe, expect, it } from "vitest";
import { prepareStrikes } from "@/components/matrix/reckon-strikes";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { matterOf } from "@/lib/what-if/view";

const input: MatrixInput = {
  hypotheses: [{ id: "H1" }, { id: "H2" }],
  evidence: [{ id: "E1" }, { id: "E2" }],
  ratings: ["E1", "E2"].flatMap((evidence) => [
    { evidence, hypothesis: "H1", analyst: "ana", consistency: "CC" as const },
    { evidence, hypothesis: "H2", analyst: "ana", consistency: "II" as const },
  ]),
};
const strikesWith = (hidden: readonly string[]) =>
  prepareStrikes({
    matter: matterOf(input, analyse(input), new Map()),
    voice: { isRanking: false, lexicon: "icd203" },
    hidden,
  });

describe("What is struck in the matrix", () => {
  it("moves the figures, and is told in a sentence", () => {
    const { sentence, figures } = strikesWith([])(["E1"]);
    expect(sentence).toMatch(/^Without E1/);
    expect(figures.get("H1")?.now.bar).toBeLessThan(figures.get("H1")?.before.bar ?? 0);
  });

  it("says what it was reckoned without for whoever has yet to rate, and that something struck is among it", () => {
    const strike = strikesWith(["E7", "E8"]);
    expect(strike(["E1"]).sentence).toMatch(/ Reckoned without 2 entries that you have yet to rate\.$/);
    expect(strike(["E7"]).sentence).toBe(
      "Nothing of what is struck counts here: all stands as it is. Reckoned without 2 entries that you have yet to rate, E7 among them.",
    );
  });
});

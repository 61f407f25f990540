import { describe, expect, it } from "vitest";
import { prepareStrikes } from "@/components/matrix/reckon-strikes";
import { analyse } from "@/lib/analysis/analyse";
import type { MatrixInput } from "@/lib/analysis/types";
import { matterOf } from "@/lib/what-if/view";

const input: MatrixInput = {
  hypotheses: [{ id: "H1" }, { id: "H2" }],
  sources: [{ id: "S1" }],
  evidence: [{ id: "E1", citations: [{ source: "S1" }] }, { id: "E2" }],
  ratings: ["E1", "E2"].flatMap((evidence) => [
    { evidence, hypothesis: "H1", analyst: "ana", consistency: "CC" as const },
    { evidence, hypothesis: "H2", analyst: "ana", consistency: "II" as const },
    { evidence, hypothesis: "H2", analyst: "ben", consistency: "N" as const },
  ]),
};
const strikesWith = (hidden: readonly string[]) =>
  prepareStrikes({
    matter: matterOf(input, analyse(input), new Map([["S1", "The Gazette"]])),
    voice: { isRanking: false, lexicon: "icd203" },
    hidden,
    sources: {},
    analysts: { ana: "Ana", ben: "Ben" },
  });

describe("What is struck in the matrix", () => {
  it("moves the figures, and is told in a sentence", () => {
    const { sentence, figures } = strikesWith([])({ entries: ["E1"], more: "" });
    expect(sentence).toMatch(/^Without E1/);
    expect(figures?.get("H1")?.now.bar).toBeLessThan(figures?.get("H1")?.before.bar ?? 0);
  });

  it("are sources, analysts and priors as well, as an address of What if has them", () => {
    const strike = strikesWith([]);
    const leadOf = (more: string) => strike({ entries: [], more }).figures?.get("H1")?.now.bar;
    const standing = strike({ entries: ["E1"], more: "" }).figures?.get("H1")?.before.bar ?? 0;
    expect(leadOf("source=S1")).toBeLessThan(standing);
    expect(leadOf("prior.H1=3")).toBeGreaterThan(standing);
    expect(strike({ entries: [], more: "analyst=ben" }).sentence).toMatch(/^Without the ratings of Ben, /);
    expect(strike({ entries: ["E2"], more: "source=S1" }).sentence).toMatch(/^Without E2 and S1, /);
    expect(strike({ entries: [], more: "source=S99" }).sentence).toMatch(/^Nothing of what is struck counts/);
  });

  it("says what it was reckoned without for whoever has yet to rate, and that something struck is among it", () => {
    const strike = strikesWith(["E7", "E8"]);
    expect(strike({ entries: ["E1"], more: "" }).sentence).toMatch(
      / Reckoned without 2 entries that you have yet to rate\.$/,
    );
    expect(strike({ entries: ["E7"], more: "" }).sentence).toBe(
      "Nothing of what is struck counts here: all stands as it is. Reckoned without 2 entries that you have yet to rate, E7 among them.",
    );
  });
});

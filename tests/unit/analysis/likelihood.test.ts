import { describe, expect, it } from "vitest";
import { formatPercent, formatRatio, icd203Word, likelihoodWords, phiaWord } from "@/lib/analysis/likelihood";
import { ICD203, PHIA } from "@/lib/analysis/scales";

describe("the words of ICD 203", () => {
  it.each([
    [0, "almost no chance"],
    [0.05, "almost no chance"],
    [0.0500001, "very unlikely"],
    [0.2, "very unlikely"],
    [0.2000001, "unlikely"],
    [0.45, "unlikely"],
    [0.4500001, "roughly even chance"],
    [0.55, "roughly even chance"],
    [0.5500001, "likely"],
    [0.8, "likely"],
    [0.8000001, "very likely"],
    [0.95, "very likely"],
    [0.9500001, "almost certain"],
    [1, "almost certain"],
  ])("call %d %s", (probability, word) => {
    expect(icd203Word(probability)).toBe(word);
  });

  it("leave no gap between bands", () => {
    ICD203.forEach(({ from }, row) => {
      expect(from).toBe(ICD203[row - 1]?.to ?? 0);
    });
    expect(ICD203.at(-1)?.to).toBe(1);
  });
});

describe("the words of the PHIA yardstick", () => {
  it.each([
    [0, "remote chance"],
    [0.05, "remote chance"],
    [0.0500001, "between remote chance and highly unlikely"],
    [0.0999999, "between remote chance and highly unlikely"],
    [0.1, "highly unlikely"],
    [0.2, "highly unlikely"],
    [0.22, "between highly unlikely and unlikely"],
    [0.25, "unlikely"],
    [0.35, "unlikely"],
    [0.3831, "between unlikely and realistic possibility"],
    [0.4, "realistic possibility"],
    [0.4999999, "realistic possibility"],
    [0.5, "between realistic possibility and likely"],
    [0.5499999, "between realistic possibility and likely"],
    [0.55, "likely"],
    [0.75, "likely"],
    [0.77, "between likely and highly likely"],
    [0.8, "highly likely"],
    [0.9, "highly likely"],
    [0.92, "between highly likely and almost certain"],
    [0.95, "almost certain"],
    [1, "almost certain"],
  ])("call %d %s", (probability, word) => {
    expect(phiaWord(probability)).toBe(word);
  });

  it("leave the published gaps", () => {
    const gaps = PHIA.slice(1).map(({ from }, row) => [PHIA[row]?.to, from]);
    expect(gaps).toEqual([
      [0.05, 0.1],
      [0.2, 0.25],
      [0.35, 0.4],
      [0.5, 0.55],
      [0.75, 0.8],
      [0.9, 0.95],
    ]);
  });
});

describe("the edges of bands", () => {
  it("hold for what differs from them by rounding only", () => {
    expect(likelihoodWords(0.2 + 1e-12)).toEqual({ icd203: "very unlikely", phia: "highly unlikely" });
    expect(likelihoodWords(0.4 - 1e-12)).toEqual({ icd203: "unlikely", phia: "realistic possibility" });
    expect(phiaWord(0.5 - 1e-12)).toBe("between realistic possibility and likely");
  });

  it("go by the unrounded figure", () => {
    expect(icd203Word(0.549)).toBe("roughly even chance");
    expect(icd203Word(0.551)).toBe("likely");
    expect([0.549, 0.551].map((probability) => formatPercent(probability))).toEqual([
      "55\u00a0%",
      "55\u00a0%",
    ]);
  });
});

describe("a probability in per cent", () => {
  it("is rounded, and never 0 % or 100 %", () => {
    const shown = [0, 0.004, 0.006, 0.184, 0.5, 0.994, 0.996, 1].map((probability) =>
      formatPercent(probability),
    );
    expect(shown).toEqual([
      "<1\u00a0%",
      "<1\u00a0%",
      "1\u00a0%",
      "18\u00a0%",
      "50\u00a0%",
      "99\u00a0%",
      ">99\u00a0%",
      ">99\u00a0%",
    ]);
  });

  it("keeps to that with decimals", () => {
    const shown = [0, 0.0004, 0.0006, 0.1846, 0.9996].map((probability) => formatPercent(probability, 1));
    expect(shown).toEqual(["<0.1\u00a0%", "<0.1\u00a0%", "0.1\u00a0%", "18.5\u00a0%", ">99.9\u00a0%"]);
  });
});

describe("how many times a weight is another", () => {
  it("has two decimals, and is never 0", () => {
    expect([0, 0.004, 0.006, 0.5, 1, 2.345].map(formatRatio)).toEqual([
      "<0.01",
      "<0.01",
      "0.01",
      "0.50",
      "1.00",
      "2.35",
    ]);
  });
});

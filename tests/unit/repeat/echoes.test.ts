import { describe, expect, it } from "vitest";
import { anchorOf, echoesOf, shownEchoes } from "@/lib/repeat/echoes";

const echo = (number: number) => ({
  one: { source: "S1", entry: "E1", text: "The same words." },
  other: { source: `S${number}`, entry: `E${number}`, text: "The same words." },
  share: 1 - number / 100,
  words: "quoted" as const,
});
const echoes = Array.from({ length: 14 }, (_, i) => echo(i + 2));
const pair = { one: { id: "E1" }, other: { id: "E13" } };

describe("sources that say a thing in nearly the same words", () => {
  it("are shown up to a bound, the nearest first", () => {
    expect(shownEchoes(echoes, [], 10).map(anchorOf)).toEqual(echoes.slice(0, 10).map(anchorOf));
  });

  it("are named beside their entries and shown with them, however far down they come", () => {
    expect(echoesOf(pair, echoes).map(anchorOf)).toEqual(["S1-S13"]);
    const shown = shownEchoes(echoes, [pair], 10).map(anchorOf);
    expect(shown).toHaveLength(11);
    expect(shown.at(-1)).toBe("S1-S13");
  });
});

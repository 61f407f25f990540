import { describe, expect, it } from "vitest";
import { subjectsIn } from "@/lib/live/change";
import { lastKnown } from "@/lib/live/schema";

describe("What is told of a change", () => {
  it("names entries, hypotheses, claims and sources by their numbers", () => {
    expect(["E3", "H0", "C12", "S4"].flatMap(subjectsIn)).toEqual(["E3", "H0", "C12", "S4"]);
  });

  it("names both where a change is about two", () => {
    expect(subjectsIn("H1/H2")).toEqual(["H1", "H2"]);
  });

  it("names nobody, and nothing that has no number", () => {
    const others = [
      "Ada Lovelace",
      "Agent/E",
      "method",
      "confidence",
      "who-did-it-abcd",
      "E3 of another",
      "",
    ];
    expect(others.flatMap(subjectsIn)).toEqual([]);
  });
});

describe("The last change that a reader knows of", () => {
  it("is a whole number from 0 to the largest that a history can reach", () => {
    expect(["0", "7", "2147483647"].map((text) => lastKnown.parse(text))).toEqual([0, 7, 2_147_483_647]);
  });

  it("is nothing else", () => {
    for (const text of ["", "-1", "1.5", "1e3", " 1", "x", "2147483648", "9".repeat(400)]) {
      expect([text, lastKnown.safeParse(text).success]).toEqual([text, false]);
    }
  });
});

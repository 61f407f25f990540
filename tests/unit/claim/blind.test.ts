import { describe, expect, it } from "vitest";
import { entriesBeforeSums } from "@/lib/claim/blind";

const opinion = { belief: 0.5, disbelief: 0, uncertainty: 0.5 };
const origin = (id: string, ...evidence: string[]) => ({ id, opinion, evidence });
const first = (origins: readonly ReturnType<typeof origin>[], ...blind: string[]) =>
  entriesBeforeSums({ origins }, new Set(blind));

describe("what all origins say of a claim together", () => {
  const three = [origin("S1", "E1", "E2"), origin("S2", "E3"), origin("S3", "E4")];

  it("is shown to whoever has rated all that counts, or nothing of what does not", () => {
    expect(first(three)).toEqual([]);
    expect(first(three, "E9")).toEqual([]);
    expect(first([])).toEqual([]);
  });

  it("waits where it is just what the only origin says", () => {
    expect(first([origin("S1", "E3")], "E3")).toEqual(["E3"]);
  });

  it("waits where the others would leave what the only hidden origin says", () => {
    expect(first(three, "E2")).toEqual(["E2"]);
  });

  it("waits where all that counts is hidden", () => {
    expect(first(three, "E1", "E3", "E4")).toEqual(["E1", "E3", "E4"]);
  });

  it("waits where the hidden origins are of one entry", () => {
    expect(first([origin("S1", "E1"), origin("S2", "E1"), origin("S3", "E2")], "E1")).toEqual(["E1"]);
  });

  it("is shown where it tells of several hidden origins at once and of others", () => {
    expect(first(three, "E3", "E4")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { recordOf } from "@/lib/analysis/track-record";
import { meanReliability, poolRecords } from "@/lib/source/record";
import { recordWords } from "@/lib/source/record-words";

const record = (supported: number, contradicted: number) => ({
  source: "S1",
  claims: supported + contradicted + 1,
  verdicts: [],
  ...recordOf(supported, contradicted, null),
});

describe("a record over several inquiries", () => {
  it("is that of all claims together: 8 of 10 right is 75 %, from 53 to 92", () => {
    const pooled = poolRecords([record(5, 1), record(3, 1)], []);
    expect(pooled).toMatchObject({ claims: 12, supported: 8, contradicted: 2, mean: 0.75 });
    expect(pooled?.interval.map((end) => Math.round(end * 100))).toEqual([53, 92]);
  });

  it("is none where nothing is asserted", () => {
    expect(poolRecords([], ["A"])).toBeNull();
  });

  it("is held against the mean of the grades, in which F has no part", () => {
    expect(meanReliability(["A", "C", "F"])).toBe(0.75);
    expect(meanReliability(["F"])).toBeNull();
    expect(poolRecords([record(8, 2)], ["E"])?.isAtOddsWithGrade).toBe(true);
    expect(poolRecords([record(8, 2)], ["B", "F"])?.isAtOddsWithGrade).toBe(false);
    expect(poolRecords([record(8, 2)], ["F"])?.isAtOddsWithGrade).toBe(false);
  });
});

describe("a record in words", () => {
  it("has its interval beside its mean, and no share where nothing is settled", () => {
    expect(recordWords(record(8, 2))).toBe(
      "75\u00a0% right (90 % between 53\u00a0% and 92\u00a0%), of 10 settled",
    );
    expect(recordWords(record(0, 0))).toBe("none of 1 claim settled");
  });
});

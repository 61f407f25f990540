import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClaimInput, judgeClaims } from "@/lib/analysis/claims";
import { trackRecords } from "@/lib/analysis/track-record";
import type { MatrixInput } from "@/lib/analysis/types";
import { expectClose } from "./close";
import { matrices } from "./matrices";
import { betaShareBelow, referenceClaim, referenceRecords } from "./reference-claims";

const codes = ["II", "II", "I", "N", "C", "CC", "CC", "NA"] as const;

/** Claims on a matrix, asserted by any of its sources or by nobody known, with any of its entries rated on them. */
const claimsOn = (input: MatrixInput, most: number): fc.Arbitrary<ClaimInput[]> => {
  const sources = (input.sources ?? []).map(({ id }) => id);
  const cells = (input.evidence ?? []).flatMap(({ id }) =>
    ["ana", "ben"].map((analyst) => ({ evidence: id, analyst })),
  );
  const claim = fc.record({
    asserter: fc.constantFrom(undefined, ...sources),
    given: fc.tuple(...cells.map(() => fc.option(fc.constantFrom(...codes), { freq: 3 }))),
  });
  return fc.array(claim, { minLength: 1, maxLength: most }).map((drawn) =>
    drawn.map(({ asserter, given }, row) => ({
      id: `C${row + 1}`,
      asserter,
      ratings: cells.flatMap((cell, place) => {
        const consistency = given[place];
        return consistency ? [{ ...cell, consistency }] : [];
      }),
    })),
  );
};
const worlds = (most: number) =>
  matrices.chain((input) => claimsOn(input, most).map((claims) => ({ input, claims })));

describe("the judge of claims and the naive reference", () => {
  it("give the same opinions, verdicts and own words in any world, to 1e-9", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(worlds(3), ({ input, claims }) => {
        const found = judgeClaims(input, claims);
        expectClose(
          found,
          claims.map((claim) => referenceClaim(input, claim)),
        );
        for (const { verdict, ownWord } of found) met.add(verdict).add(ownWord.length > 0 ? "own word" : "");
      }),
      { numRuns: 1_000 },
    );
    // Worlds in which some of it never comes to pass would prove nothing of it.
    for (const each of ["supported", "contradicted", "disputed", "single-origin", "unverified", "own word"])
      expect(met).toContain(each);
  }, 60_000);

  it("give the same track records, with an interval that holds the middle 90 %", () => {
    let settled = 0;
    fc.assert(
      fc.property(worlds(8), ({ input, claims }) => {
        const found = trackRecords(input, claims);
        const expected = referenceRecords(input, claims);
        expectClose(
          found,
          expected.map(({ grade: _, ...record }) => record),
        );
        found.forEach(({ supported: r, contradicted: s, interval: [low, high], isAtOddsWithGrade }, row) => {
          settled += r + s;
          expect(betaShareBelow(low, r, s)).toBeCloseTo(0.05, 6);
          expect(betaShareBelow(high, r, s)).toBeCloseTo(0.95, 6);
          const grade = expected[row]?.grade ?? null;
          const fifth = [0.8, 0.6, 0.4, 0.2, 0].find((from) => (grade ?? 0) >= from) ?? 0;
          expect(isAtOddsWithGrade).toBe(grade !== null && (high < fifth || low > fifth + 0.2));
        });
      }),
      { numRuns: 500 },
    );
    expect(settled).toBeGreaterThan(10);
  }, 120_000);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { projectOntoSimplex } from "@/lib/analysis/judgement";

const numbers = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
const sum = (of: readonly number[]) => of.reduce((all, number) => all + number, 0);

describe("the projection onto probabilities", () => {
  it("takes the same from each: .5, .4, .3 becomes .4333, .3333, .2333", () => {
    const projected = projectOntoSimplex([0.5, 0.4, 0.3]);
    expect(projected[0]).toBeCloseTo(13 / 30, 12);
    expect(projected[1]).toBeCloseTo(10 / 30, 12);
    expect(projected[2]).toBeCloseTo(7 / 30, 12);
  });

  it("leaves nothing under 0", () => {
    expect(projectOntoSimplex([1, 1, 0.1])).toEqual([0.5, 0.5, 0]);
  });

  it("adds the same to each where they sum to less than 1", () => {
    expect(projectOntoSimplex([0.25, 0])).toEqual([0.625, 0.375]);
  });

  it("gives probabilities, and leaves probabilities as they are", () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const projected = projectOntoSimplex(given);
        expect(sum(projected)).toBeCloseTo(1, 9);
        expect(Math.min(...projected)).toBeGreaterThanOrEqual(0);
        projectOntoSimplex(projected).forEach((number, row) => {
          expect(number).toBeCloseTo(projected[row] as number, 9);
        });
      }),
    );
  });

  it("is nearer to what was given than any other probabilities", () => {
    const squaredDistance = (one: readonly number[], other: readonly number[]) =>
      sum(one.map((number, row) => (number - (other[row] as number)) ** 2));
    const rivals = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(numbers, rivals, (given, weights) => {
        const rival = weights.slice(0, given.length);
        const other = rival.map((weight) => weight / sum(rival));
        expect(squaredDistance(projectOntoSimplex(given), given)).toBeLessThanOrEqual(
          squaredDistance(other, given) + 1e-12,
        );
      }),
    );
  });

  it("gives nothing for nothing", () => {
    expect(projectOntoSimplex([])).toEqual([]);
  });
});

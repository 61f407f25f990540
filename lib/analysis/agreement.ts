import { add, at, wholeAt } from "./columns";
import type { Tally } from "./tallies";

/**
 * Krippendorff's α: how far observers agree beyond chance. 1 is full agreement, 0 what chance would give, below 0 is
 * worse than chance. (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.)
 *
 * @param tally For each unit how many observers gave each value, values in ascending order. Values from `values` on
 *   count as missing, and so does a unit that has fewer than two.
 * @param values How many of the codes are values.
 * @param metric `nominal`: any two different values differ alike; `ordinal`: by how many lie between them.
 * @returns α, or null where it is undefined: nothing to compare, or every value the same.
 */
export function krippendorffAlpha(
  tally: Tally,
  values: number,
  metric: "ordinal" | "nominal" = "ordinal",
): number | null {
  const coincidences = coincide(tally, values);
  const totals = new Float64Array(values);
  coincidences.forEach((count, pair) => {
    add(totals, pair % values, count);
  });
  const all = totals.reduce((sum, total) => sum + total, 0);
  const difference = metric === "ordinal" ? ordinalDifference(totals) : nominalDifference;

  let observed = 0;
  let expected = 0;
  coincidences.forEach((count, pair) => {
    const [one, other] = [Math.floor(pair / values), pair % values];
    observed += count * difference(one, other);
    expected += at(totals, one) * at(totals, other) * difference(one, other);
  });
  return expected > 0 ? 1 - ((all - 1) * observed) / expected : null;
}

/**
 * How often two observers of one unit gave this value and that, `one * values + other`. Each unit adds as much as it
 * has observers, shared out over its pairs.
 */
function coincide({ counts, subjects, codes }: Tally, values: number): Float64Array {
  const coincidences = new Float64Array(values * values);
  for (let unit = 0; unit < subjects; unit++) {
    const first = unit * codes;
    let observers = 0;
    for (let value = 0; value < values; value++) observers += wholeAt(counts, first + value);
    if (observers < 2) continue;
    for (let one = 0; one < values; one++) {
      const given = wholeAt(counts, first + one);
      if (given === 0) continue;
      for (let other = 0; other < values; other++) {
        const partners = wholeAt(counts, first + other) - (one === other ? 1 : 0);
        add(coincidences, one * values + other, (given * partners) / (observers - 1));
      }
    }
  }
  return coincidences;
}

function nominalDifference(one: number, other: number): number {
  return one === other ? 0 : 1;
}

/** Squared: how many ratings lie between two values, those at either end counted half. */
function ordinalDifference(totals: Float64Array): (one: number, other: number) => number {
  return (one, other) => {
    const between = totals.subarray(Math.min(one, other), Math.max(one, other) + 1);
    const sum = between.reduce((all, total) => all + total, 0);
    return (sum - (at(totals, one) + at(totals, other)) / 2) ** 2;
  };
}

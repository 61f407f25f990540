const numberOf = (entryId: string): number => Number(entryId.slice(1));

/** Two entries, the one with the lower number first: E3 before E14. */
export const inOrder = (one: string, other: string): readonly [string, string] =>
  numberOf(one) < numberOf(other) ? [one, other] : [other, one];

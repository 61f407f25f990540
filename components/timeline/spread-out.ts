/**
 * Where names stand that belong to these places on a scale from 0: as near to them as can be, in the same order, and
 * no two closer than the gap. They begin at 0 only if there is no more room.
 *
 * @param most The end of the scale.
 */
export function spreadOut(places: readonly number[], gap: number, most: number): readonly number[] {
  const order = [...places.keys()].sort((one, other) => (places[other] ?? 0) - (places[one] ?? 0));
  const spread = [...places];
  let above = most + gap;
  for (const row of order) {
    above = Math.min(places[row] ?? 0, above - gap);
    spread[row] = above;
  }
  // What was pushed below the scale pushes up again what stands over it.
  let below = -gap;
  for (const row of order.toReversed()) {
    below = Math.max(spread[row] ?? 0, below + gap);
    spread[row] = below;
  }
  return spread;
}

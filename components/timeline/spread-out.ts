/**
 * Where names stand that belong to these places on a scale from 0: as near to them as can be, in the same order, and
 * no two closer than the gap; names that crowd give way alike to both sides. They leave the scale, above, only if there
 * is no more room.
 *
 * @param most The end of the scale.
 */
export function spreadOut(places: readonly number[], gap: number, most: number): readonly number[] {
  const order = [...places.keys()].sort((one, other) => (places[other] ?? 0) - (places[one] ?? 0));
  // With the gaps that stand above each taken out, no name may be higher than the one over it; those that would be
  // share the mean of their places.
  const crowds: { sum: number; size: number }[] = [];
  for (const [rank, row] of order.entries()) {
    let crowd = { sum: (places[row] ?? 0) + rank * gap, size: 1 };
    for (let over = crowds.at(-1); over && mean(over) < mean(crowd); over = crowds.at(-1)) {
      crowd = { sum: over.sum + crowd.sum, size: over.size + crowd.size };
      crowds.pop();
    }
    crowds.push(crowd);
  }
  const lowest = (places.length - 1) * gap;
  const within = crowds.flatMap((crowd) =>
    Array.from({ length: crowd.size }, () => Math.max(lowest, Math.min(most, mean(crowd)))),
  );
  const spread = [...places];
  for (const [rank, row] of order.entries()) spread[row] = (within[rank] ?? 0) - rank * gap;
  return spread;
}

const mean = ({ sum, size }: { readonly sum: number; readonly size: number }): number => sum / size;

/**
 * An order of one's own after some of its entries were arranged anew: those take each other's places, and what was not
 * shown stays where it was. What had no place yet follows.
 *
 * @param kept All that had a place, shown or not.
 * @param shown What is shown, in its new order.
 */
export function arrange(kept: readonly string[], shown: readonly string[]): string[] {
  const isShown = new Set(shown);
  const rest = [...shown];
  const placed = kept.map((id) => (isShown.has(id) ? (rest.shift() ?? id) : id));
  return [...placed, ...rest];
}

import type { Echo } from "./find";
import { inOrder } from "./order";

interface Pair {
  readonly one: { readonly id: string };
  readonly other: { readonly id: string };
}

/** Where a pair of sources stands on the page of what is told twice: "S1-S2". */
export const anchorOf = ({ one, other }: Echo): string => `${one.source}-${other.source}`;

/** The sources that say the words of a pair of entries and count as two origins. */
export const echoesOf = ({ one, other }: Pair, echoes: readonly Echo[]): readonly Echo[] =>
  echoes.filter((echo) => inOrder(echo.one.entry, echo.other.entry).join() === [one.id, other.id].join());

/** The nearest pairs of sources, and those of the pairs of entries that are shown; all in their order. */
export function shownEchoes(echoes: readonly Echo[], pairs: readonly Pair[], most: number): readonly Echo[] {
  const asked = new Set(pairs.flatMap((pair) => echoesOf(pair, echoes)));
  return echoes.filter((echo, place) => place < most || asked.has(echo));
}

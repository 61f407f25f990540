import type { RelianceEdge } from "./reliance";

/** An edge in its lane beside a list of sources. */
export interface Lane {
  readonly edge: RelianceEdge;
  /** The rows of the list that it joins. */
  readonly from: number;
  readonly on: number;
  /** 0 is nearest to the list. */
  readonly lane: number;
}

/**
 * A list of sources with its edges beside it: whoever is rested upon stands as high as it can, and every edge has a lane
 * in which it meets no other.
 */
export function layOut(
  ids: readonly string[],
  edges: readonly RelianceEdge[],
): { readonly rows: readonly string[]; readonly lanes: readonly Lane[] } {
  const rows = inOrder(ids, edges);
  const rowOf = new Map(rows.map((id, row) => [id, row]));
  const placed = edges
    .flatMap((edge) => {
      const [from, on] = [rowOf.get(edge.from), rowOf.get(edge.on)];
      return from === undefined || on === undefined || from === on ? [] : [{ edge, from, on }];
    })
    .toSorted((one, other) => span(one) - span(other) || top(one) - top(other));
  const taken: { top: number; bottom: number }[][] = [];
  const lanes = placed.map(({ edge, from, on }): Lane => {
    const own = { top: Math.min(from, on), bottom: Math.max(from, on) };
    const isFree = (lane: (typeof taken)[number]) =>
      lane.every((other) => other.bottom < own.top || other.top > own.bottom);
    const found = taken.findIndex(isFree);
    const lane = found < 0 ? taken.length : found;
    taken[lane] = [...(taken[lane] ?? []), own];
    return { edge, from, on, lane };
  });
  return { rows, lanes };
}

type Placed = Pick<Lane, "from" | "on">;
const span = ({ from, on }: Placed): number => Math.abs(from - on);
const top = ({ from, on }: Placed): number => Math.min(from, on);

/** Those whom nobody left rests on go last; in a round, the one on whom most rest goes first. */
function inOrder(ids: readonly string[], edges: readonly RelianceEdge[]): readonly string[] {
  const left = new Set(ids);
  const rows: string[] = [];
  while (left.size > 0) {
    const restsOn = (id: string) =>
      edges.filter((edge) => edge.from === id && edge.on !== id && left.has(edge.on)).length;
    const carries = (id: string) => edges.filter((edge) => edge.on === id && left.has(edge.from)).length;
    const [first] = [...left].toSorted(
      (one, other) => restsOn(one) - restsOn(other) || carries(other) - carries(one),
    );
    if (first === undefined) break;
    left.delete(first);
    rows.push(first);
  }
  return rows;
}

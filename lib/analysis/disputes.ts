import { groupBy } from "./group-by";
import { isOver, rank } from "./numbers";
import type { CellFindings } from "./types";

/** An entry that analysts rate differently, with all its cells in the order of the hypotheses. */
export type Dispute = { readonly evidence: string; readonly cells: readonly CellFindings[] };

/**
 * The entries of which some cell has numbers that differ, the most disputed cell first; equals by how much all their
 * cells are disputed together, then in their own order.
 */
export function disputesIn(cells: readonly CellFindings[]): readonly Dispute[] {
  const disputes = [...groupBy(cells, ({ evidence }) => evidence)]
    .map(([evidence, ofEntry]) => ({ evidence, cells: ofEntry, given: ofEntry.map(disagreementOf) }))
    .filter(({ given }) => given.some((disagreement) => isOver(disagreement, 0)));
  const order = rank(
    [...disputes.keys()],
    [
      (row) => -Math.max(...(disputes[row]?.given ?? [])),
      (row) => -(disputes[row]?.given ?? []).reduce((sum, one) => sum + one, 0),
    ],
  );
  return order.flatMap((row) => {
    const dispute = disputes[row];
    return dispute ? [{ evidence: dispute.evidence, cells: dispute.cells }] : [];
  });
}

const disagreementOf = ({ disagreement }: CellFindings): number => disagreement ?? 0;

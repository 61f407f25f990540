import { isOver } from "./numbers";
import type { Column } from "./scales";
import type { Analysis, CellFindings } from "./types";

/**
 * The cells of one hypothesis by where they stand on its page, strongest bearing first, equal ones in the order of the
 * entries. Cells that neither fit it nor tell against it are in none.
 */
export function stancesOn(
  analysis: Analysis,
  hypothesis: string,
): Readonly<Record<Column, readonly CellFindings[]>> {
  const cells = analysis.cells
    .filter((cell) => cell.hypothesis === hypothesis)
    .sort((one, other) => Math.abs(other.bearing) - Math.abs(one.bearing));
  return {
    supports: cells.filter(({ column }) => column === "supports"),
    contradicts: cells.filter(({ column }) => column === "contradicts"),
    "fits-all": cells.filter(({ column }) => column === "fits-all"),
  };
}

/** By entry, the hypothesis that it supports most: of those it supports the one it bears on most, equals by their order. */
export function supportedMost(analysis: Analysis): ReadonlyMap<string, string> {
  const strongest = new Map<string, CellFindings>();
  for (const cell of analysis.cells) {
    if (cell.column !== "supports") continue;
    const known = strongest.get(cell.evidence);
    if (!known || isOver(cell.bearing, known.bearing)) strongest.set(cell.evidence, cell);
  }
  return new Map([...strongest].map(([evidence, { hypothesis }]) => [evidence, hypothesis]));
}

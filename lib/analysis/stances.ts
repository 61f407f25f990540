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

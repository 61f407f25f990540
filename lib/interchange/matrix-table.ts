import { groupBy } from "@/lib/analysis/group-by";
import type { Analysis, CellFindings } from "@/lib/analysis/types";
import type { Cell, Table } from "./csv";
import { type EntryRow, type Head, hidden } from "./tables";

/**
 * Entries against hypotheses: of each cell what the analysts give on the whole, of each entry its figures. What does
 * not count has a row without them. The heads say "consensus", so that a paste takes none of it for somebody's own.
 *
 * @param blind Entries of which whoever asks does not see others' ratings yet.
 */
export function matrixTable(
  entries: readonly Pick<EntryRow, "id" | "statement" | "withdrawnAt">[],
  hypotheses: readonly Head[],
  analysis: Analysis,
  blind: ReadonlySet<string>,
): Table {
  const findings = new Map(analysis.evidence.map((entry) => [entry.id, entry]));
  const cells = groupBy(analysis.cells, ({ evidence }) => evidence);
  return {
    columns: [
      ...["entry", "statement"],
      ...hypotheses.flatMap(({ id, shortName }) => [
        `${id} consensus: ${shortName}`,
        ...[`${id} mean`, `${id} numbers given`, `${id} disagreement`],
      ]),
      ...["diagnosticity in bits", "weight", "leans on", "origins", "counts", "hidden"],
    ],
    rows: rows(),
  };

  function* rows(): Generator<readonly Cell[]> {
    for (const { id, statement, withdrawnAt } of entries) {
      const found = findings.get(id);
      const isHidden = blind.has(id);
      const given = new Map(isHidden ? [] : cells.get(id)?.map((cell) => [cell.hypothesis, cell]));
      yield [
        ...[id, statement],
        ...hypotheses.flatMap((hypothesis) => cellsOf(given.get(hypothesis.id))),
        ...[isHidden ? null : (found?.diagnosticity ?? null)],
        ...[isHidden ? null : (found?.weight ?? null)],
        ...[found?.leansOn ?? null, found?.origins.join("; ") ?? null],
        ...[found ? "yes" : withdrawnAt ? "no, it is withdrawn" : "no, its sources are withdrawn"],
        isHidden ? hidden : null,
      ];
    }
  }
}

function cellsOf(cell: CellFindings | undefined): readonly Cell[] {
  return cell ? [cell.label, cell.consensus, cell.votes, cell.disagreement] : [null, null, null, null];
}

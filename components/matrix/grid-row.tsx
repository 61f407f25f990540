import { memo } from "react";
import { twoPlaces } from "@/lib/format";
import { cellInWords, codeOf, type GridColumn, type GridRow, isDisputed, none } from "@/lib/grid/row";

interface GridRowProps {
  row: GridRow;
  /** Its place among the rows shown. */
  index: number;
  columns: readonly GridColumn[];
  href: string;
  /** The column in which the cursor is; null in other rows. */
  cursorColumn: number | null;
  /** Columns whose rating is not confirmed: on its way, or not getting through. */
  unconfirmed: ReadonlyMap<string, "sending" | "stuck"> | undefined;
  /** Whether cells that the reader has not rated are marked. */
  marksUnrated: boolean;
  isStruck: boolean;
}

/** One entry against every hypothesis. A thousand of these scroll by: plain cells, styled by what they are. */
export const GridRowView = memo(function GridRowView({
  row,
  index,
  columns,
  href,
  cursorColumn,
  unconfirmed,
  marksUnrated,
  isStruck,
}: GridRowProps) {
  const tabIndex = (column: number) => (cursorColumn === column ? 0 : -1);
  const last = columns.length + 1;
  return (
    <tr data-row={index} aria-rowindex={index + 2} data-struck={isStruck || undefined}>
      <th scope="row" tabIndex={tabIndex(0)}>
        <a href={href} tabIndex={-1} dir="auto">
          <b>{row.id}</b> {row.statement}
        </a>
      </th>
      {columns.map(({ id }, column) => {
        const own = codeOf(row.own[column]);
        const trouble = unconfirmed?.get(id);
        return (
          <td
            key={id}
            tabIndex={tabIndex(column + 1)}
            aria-label={cellInWords(row, column)}
            data-c={row.isBlind ? undefined : row.consensus[column]}
            data-apart={isDisputed(row.disagreement[column]) || undefined}
            data-unrated={(marksUnrated && row.own[column] === none) || undefined}
            data-trouble={trouble}
          >
            {row.isBlind ? "?" : (codeOf(row.consensus[column]) ?? "–")}
            {own && <i data-m={row.own[column]}>{own}</i>}
          </td>
        );
      })}
      <td tabIndex={tabIndex(last)}>{row.bits === null ? "?" : twoPlaces(row.bits)}</td>
      <td tabIndex={tabIndex(last + 1)}>{row.weight === null ? "?" : twoPlaces(row.weight)}</td>
      <td
        tabIndex={tabIndex(last + 2)}
        data-strike
        aria-label={isStruck ? "struck; press to put back" : "strike"}
      >
        {isStruck ? "back" : "×"}
      </td>
    </tr>
  );
});

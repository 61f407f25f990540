import { memo } from "react";
import { twoPlaces } from "@/lib/format";
import {
  cellInWords,
  codeOf,
  type GridColumn,
  type GridRow,
  isDisputed,
  none,
  type Unsaved,
} from "@/lib/grid/row";

interface GridRowProps {
  row: GridRow;
  /** Its place among the rows shown. */
  index: number;
  columns: readonly GridColumn[];
  href: string;
  /** The column in which the cursor is; null in other rows. */
  cursorColumn: number | null;
  /** By hypothesis, ratings that the server does not have. */
  unsaved: ReadonlyMap<string, Unsaved> | undefined;
  mayRate: boolean;
  isStruck: boolean;
  /** Whether the entry counts no longer. */
  isGone: boolean;
  /** Whether it can be moved up and down. */
  isOwnOrder: boolean;
  /** Whether cells are marked in which the reader parts most from the others. */
  isByParting: boolean;
}

/** One entry against every hypothesis. A thousand of these scroll by: plain cells, styled by what they are. */
export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { row, index, columns, cursorColumn, mayRate, isStruck, isGone } = props;
  const tabIndex = (column: number) => (cursorColumn === column ? 0 : -1);
  const last = columns.length + 1;
  return (
    <tr
      data-row={index}
      aria-rowindex={index + 2}
      data-struck={isStruck || undefined}
      data-gone={isGone || undefined}
    >
      <th scope="row" tabIndex={tabIndex(0)}>
        <a href={props.href} tabIndex={-1} dir="auto">
          <b>{row.id}</b> {isGone && <em>counts no longer:</em>} {row.statement}
        </a>
        {props.isOwnOrder && (
          <span className="row-moves">
            <button type="button" tabIndex={-1} data-move="-1" aria-label={`Move ${row.id} up`}>
              ↑
            </button>
            <button type="button" tabIndex={-1} data-move="1" aria-label={`Move ${row.id} down`}>
              ↓
            </button>
          </span>
        )}
      </th>
      {columns.map(({ id }, column) => {
        const own = codeOf(row.own[column]);
        const unsaved = props.unsaved?.get(id);
        const isParting = props.isByParting && row.partingIn.includes(column);
        return (
          <td
            key={id}
            tabIndex={tabIndex(column + 1)}
            aria-label={cellInWords(row, column, { mayRate, isGone, isParting, unsaved })}
            data-c={row.isBlind ? undefined : row.consensus[column]}
            data-apart={isDisputed(row.disagreement[column]) || undefined}
            data-unrated={(mayRate && !isGone && row.own[column] === none) || undefined}
            data-parting={isParting || undefined}
            data-trouble={unsaved?.kind}
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

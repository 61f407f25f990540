import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";

/** One entry against every hypothesis, as far as its reader may see it yet. Marks stand in the order of the columns. */
export interface GridRow {
  readonly id: string;
  readonly statement: string;
  /** EDTF; empty where it has no date. */
  readonly occurredOn: string;
  /** The consensus of each cell as the place of its code in the scale, or `none`. */
  readonly consensus: string;
  /** The disagreement in each cell in tenths, 9 at the most, or `none` where fewer than two gave a number. */
  readonly disagreement: string;
  /** What the reader gave each cell, as the place of the code, or `none`. */
  readonly own: string;
  /** 0 to 1; null where the reader does not see it yet, like the next. */
  readonly weight: number | null;
  /** Diagnosticity in bits. */
  readonly bits: number | null;
  /** How far the reader is from the consensus in the cell where they part most, 0 to 4 steps. */
  readonly parting: number;
  /** Whether others' ratings are hidden until the reader has rated it. */
  readonly isBlind: boolean;
}

export interface GridColumn {
  readonly id: string;
  readonly shortName: string;
}

/** The matrix of an inquiry at one moment of its history. */
export interface Grid {
  readonly sequence: number;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** The mark of a cell without anything. */
export const none = "-";

/** From this tenth on a cell is disputed: the analysts part by half of the scale or nearly so. */
const disputedFrom = 4;

/** A row as it goes over the wire, figures in thousandths: a thousand of them are a page. */
export type PackedRow = readonly [
  id: string,
  statement: string,
  occurredOn: string,
  consensus: string,
  disagreement: string,
  own: string,
  weight: number | null,
  bits: number | null,
  parting: number,
  isBlind: 0 | 1,
];

/** What the server sends of a matrix. */
export interface PackedGrid extends Omit<Grid, "rows"> {
  readonly rows: readonly PackedRow[];
}

const thousandths = (figure: number): number => Math.round(figure * 1000);

export function packRow(row: GridRow): PackedRow {
  const { id, statement, occurredOn, consensus, disagreement, own, weight, bits, parting, isBlind } = row;
  return [
    id,
    statement,
    occurredOn,
    consensus,
    disagreement,
    own,
    weight === null ? null : thousandths(weight),
    bits === null ? null : thousandths(bits),
    thousandths(parting),
    isBlind ? 1 : 0,
  ];
}

export function unpackRow(packed: PackedRow): GridRow {
  const [id, statement, occurredOn, consensus, disagreement, own, weight, bits, parting, isBlind] = packed;
  return {
    id,
    statement,
    occurredOn,
    consensus,
    disagreement,
    own,
    weight: weight === null ? null : weight / 1000,
    bits: bits === null ? null : bits / 1000,
    parting: parting / 1000,
    isBlind: isBlind === 1,
  };
}

const markOfCode = new Map<string, string>(CONSISTENCY.map(({ code }, place) => [code, String(place)]));

export const markOf = (code: string | null | undefined): string => markOfCode.get(code ?? "") ?? none;

/** The code that a mark stands for; null for none. */
export const codeOf = (mark: string | undefined): Consistency | null =>
  mark === undefined || mark === none ? null : (CONSISTENCY[Number(mark)]?.code ?? null);

export const tenthOf = (disagreement: number | null): string =>
  disagreement === null ? none : String(Math.min(9, Math.floor(disagreement * 10 + 1e-9)));

export const isDisputed = (mark: string | undefined): boolean =>
  mark !== undefined && mark !== none && Number(mark) >= disputedFrom;

/** The row once its reader has given one cell another code, or taken it back. */
export function withOwn(row: GridRow, column: number, code: Consistency | null): GridRow {
  return { ...row, own: row.own.slice(0, column) + markOf(code) + row.own.slice(column + 1) };
}

/** What a cell is, for those who hear it. */
export function cellInWords(row: GridRow, column: number): string {
  const consensus = labelOf(row.consensus[column]);
  const own = labelOf(row.own[column]);
  return [
    row.isBlind ? "hidden until you have rated this entry" : (consensus ?? "not rated"),
    isDisputed(row.disagreement[column]) ? "disputed" : null,
    own === null ? null : `yours: ${own}`,
  ]
    .filter((part) => part !== null)
    .join("; ");
}

const labelOf = (mark: string | undefined): string | null =>
  mark === undefined || mark === none ? null : (CONSISTENCY[Number(mark)]?.label.toLowerCase() ?? null);

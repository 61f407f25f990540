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
  /** Why they gave it, by hypothesis, where they said so. */
  readonly reasons: Readonly<Record<string, string>>;
  /** 0 to 1; null where the reader does not see it yet, like the next. */
  readonly weight: number | null;
  /** Diagnosticity in bits. */
  readonly bits: number | null;
  /** How far the reader is from the mean of the others in the cell where they part most, 0 to 4 steps. */
  readonly parting: number;
  /** The columns in which they part so far; none where they do not part. */
  readonly partingIn: readonly number[];
  /** Whether others' ratings are hidden until the reader has rated it. */
  readonly isBlind: boolean;
}

export interface GridColumn {
  readonly id: string;
  readonly shortName: string;
  readonly statement: string;
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
  reasons: Readonly<Record<string, string>>,
  partingIn: readonly number[],
];

/** What the server sends of a matrix. */
export interface PackedGrid extends Omit<Grid, "rows"> {
  readonly rows: readonly PackedRow[];
}

const thousandths = (figure: number): number => Math.round(figure * 1000);

export function packRow(row: GridRow): PackedRow {
  const { id, statement, occurredOn, consensus, disagreement, own, weight, bits, parting, isBlind } = row;
  const { reasons, partingIn } = row;
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
    reasons,
    partingIn,
  ];
}

export function unpackRow(packed: PackedRow): GridRow {
  const [id, statement, occurredOn, consensus, disagreement, own, weight, bits, parting, isBlind, ...rest] =
    packed;
  const [reasons, partingIn] = rest;
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
    reasons,
    partingIn,
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

/** What somebody gives one cell: a code or none, and why; without a reason the one that stands is kept. */
export interface Giving {
  readonly hypothesis: string;
  readonly consistency: Consistency | null;
  readonly reason?: string;
}

/** The row once its reader has given the cell in a column another code, or taken it back, and the reason with it. */
export function withOwn(row: GridRow, column: number, { hypothesis, consistency, reason }: Giving): GridRow {
  const { [hypothesis]: standing = "", ...others } = row.reasons;
  const why = consistency === null ? "" : (reason ?? standing);
  return {
    ...row,
    own: row.own.slice(0, column) + markOf(consistency) + row.own.slice(column + 1),
    reasons: why === "" ? others : { ...others, [hypothesis]: why },
  };
}

/** How it is with a rating of one's own that the server does not have: on its way, not getting through, or refused. */
export interface Unsaved {
  readonly kind: "sending" | "stuck" | "refused";
  /** Why it was refused. */
  readonly why?: string;
}

/** What else is said of a cell: whether the reader rates here, and how it is with what they gave. */
interface CellStanding {
  readonly mayRate?: boolean;
  readonly isGone?: boolean;
  readonly isParting?: boolean;
  readonly unsaved?: Unsaved | undefined;
}

/** What a cell is, for those who hear it. */
export function cellInWords(row: GridRow, column: number, standing: CellStanding = {}): string {
  const { mayRate = false, isGone = false, isParting = false, unsaved } = standing;
  const consensus = labelOf(row.consensus[column]);
  const own = labelOf(row.own[column]);
  return [
    isGone ? "counts no longer" : null,
    row.isBlind ? "hidden until you have rated the row" : (consensus ?? "not rated"),
    isDisputed(row.disagreement[column]) ? "disputed" : null,
    own !== null ? `yours: ${own}` : mayRate && !isGone && consensus !== null ? "not rated by you" : null,
    isParting ? "here you part most from the others" : null,
    unsaved ? inWords(unsaved) : null,
  ]
    .filter((part) => part !== null)
    .join("; ");
}

/** Nothing while it is on its way: that is over before it is said. */
export function inWords({ kind, why }: Unsaved): string | null {
  if (kind === "refused") return `refused and not saved: ${why ?? ""}`;
  return kind === "stuck" ? "not saved yet" : null;
}

const labelOf = (mark: string | undefined): string | null =>
  mark === undefined || mark === none ? null : (CONSISTENCY[Number(mark)]?.label.toLowerCase() ?? null);

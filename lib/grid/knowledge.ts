import type { Figure } from "@/lib/what-if/figures";
import { type Giving, type GridRow, type PackedGrid, type PackedRow, unpackRow, withOwn } from "./row";

/** The matrix, how each hypothesis stands, and for whom that is. */
export interface SentGrid extends PackedGrid {
  readonly figures: readonly (readonly [hypothesis: string, figure: Figure])[];
  /** The analyst whose ratings are the reader's own; null for nobody. */
  readonly reader: string | null;
  /** As long as it is the same, nothing that names no entry has changed the rows. */
  readonly ground: string;
  /** Whether the ground is the one that was named, and rows are therefore left out. */
  readonly isSame?: boolean;
}

/** Which rows were asked for, and when, by a clock that ticks with every step. */
export interface Asked {
  readonly ids: readonly string[] | "all";
  readonly at: number;
}

/** What a page knows of the matrix, row by row: answers overtake each other, and each tells of some rows alone. */
export interface Knowledge {
  readonly rows: ReadonlyMap<string, GridRow>;
  /** Entries that count no longer: withdrawn, or merged into another. They stay where they are. */
  readonly gone: ReadonlySet<string>;
  /** The change of the history that each row is as of. */
  readonly asOf: ReadonlyMap<string, number>;
  /** When a rating of one's own in each row was last confirmed. */
  readonly confirmed: ReadonlyMap<string, number>;
  readonly figures: SentGrid["figures"];
  readonly sequence: number;
  readonly ground: string;
}

export function beginWith({ rows, figures, sequence, ground }: SentGrid): Knowledge {
  return {
    rows: new Map(rows.map((packed) => [packed[0], unpackRow(packed)])),
    gone: new Set(),
    asOf: new Map(rows.map(([id]) => [id, sequence])),
    confirmed: new Map(),
    figures,
    sequence,
    ground,
  };
}

/**
 * Takes an answer in. Of a row that is known as of a later change it says nothing new; nor of one in which a rating was
 * confirmed after it was asked for, for it may lack that.
 *
 * @param isNarrowed Whether the page shows some entries only; what is new then stays out.
 */
export function learn(known: Knowledge, answer: SentGrid, asked: Asked, isNarrowed: boolean): Knowledge {
  const [rows, gone, asOf] = [new Map(known.rows), new Set(known.gone), new Map(known.asOf)];
  const answered = new Map(answer.rows.map((packed: PackedRow) => [packed[0], packed]));
  const ids = asked.ids === "all" ? [...known.rows.keys(), ...answered.keys()] : asked.ids;
  for (const id of new Set(answer.isSame ? [] : ids)) {
    const isPast = answer.sequence < (asOf.get(id) ?? 0) || asked.at < (known.confirmed.get(id) ?? 0);
    if (isPast || (isNarrowed && !rows.has(id))) continue;
    const packed = answered.get(id);
    asOf.set(id, answer.sequence);
    if (packed) {
      rows.set(id, unpackRow(packed));
      gone.delete(id);
    } else if (rows.has(id)) gone.add(id);
  }
  const { figures, sequence, ground } = answer.sequence >= known.sequence ? answer : known;
  return { ...known, rows, gone, asOf, figures, sequence, ground };
}

/** A rating of one's own that the server now has. */
export function confirm(
  known: Knowledge,
  evidence: string,
  column: number,
  giving: Giving,
  at: number,
): Knowledge {
  const row = known.rows.get(evidence);
  // It may be of a hypothesis that has been withdrawn since.
  if (!row || column < 0) return known;
  return {
    ...known,
    rows: new Map(known.rows).set(evidence, withOwn(row, column, giving)),
    confirmed: new Map(known.confirmed).set(evidence, at),
  };
}

/**
 * Which rows a change may have moved, by what it names: an entry moves its own, hypotheses and sources all of them,
 * claims none. What names nothing (a membership, a setting, a judgement) may move all or none: "ground" asks.
 */
export function rowsMovedBy(subjects: readonly string[]): readonly string[] | "all" | "ground" {
  if (subjects.length === 0) return "ground";
  if (subjects.some((id) => id.startsWith("C"))) return [];
  return subjects.every((id) => id.startsWith("E")) ? subjects : "all";
}

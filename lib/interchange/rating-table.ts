import type { Cell, Table } from "./csv";
import { hidden, moment } from "./tables";

/** One analyst's rating: of a cell, or of the entry itself. */
export interface RatingRow {
  readonly evidenceId: string;
  readonly scale: "consistency" | "credibility" | "relevance";
  /** Of a cell alone. */
  readonly hypothesisId: string | null;
  readonly analyst: string;
  readonly code: string | number;
  readonly reason: string;
  readonly ratedAt: Date;
}

/**
 * One row a rating, in the order of the entries; where entry or hypothesis is withdrawn, it says which.
 *
 * @param ratings What whoever asks may see.
 * @param blind Entries of which others' ratings are kept back; each has a row that says so.
 * @param withdrawn Ids of entries and of hypotheses.
 */
export function ratingTable(
  entryIds: readonly string[],
  ratings: ReadonlyMap<string, readonly RatingRow[]>,
  blind: ReadonlySet<string>,
  withdrawn: ReadonlySet<string>,
): Table {
  return {
    columns: ["entry", "scale", "hypothesis", "analyst", "code", "reason", "rated", "withdrawn", "hidden"],
    rows: rows(),
  };

  function* rows(): Generator<readonly Cell[]> {
    for (const id of entryIds) {
      for (const { scale, hypothesisId, analyst, code, reason, ratedAt } of ratings.get(id) ?? []) {
        const gone = [id, hypothesisId ?? ""].filter((each) => withdrawn.has(each)).join("; ");
        yield [id, scale, hypothesisId, analyst, code, reason, moment(ratedAt), gone, null];
      }
      if (blind.has(id)) yield [id, null, null, null, null, null, null, null, `others' ratings: ${hidden}`];
    }
  }
}

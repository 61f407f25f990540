import type { OwnRow } from "./rating-fields";

interface Rated {
  readonly ratings: readonly {
    readonly analystId: string;
    readonly hypothesisId: string;
    readonly consistency: string;
    readonly reason: string;
  }[];
  readonly evidenceRatings: readonly {
    readonly analystId: string;
    readonly credibility: number | null;
    readonly relevance: string | null;
    readonly reason: string;
  }[];
}

/** What one analyst has given an entry; undefined where they gave nothing. */
export function ownRow(entry: Rated, analystId: string | null): OwnRow | undefined {
  const cells = entry.ratings.filter((rating) => rating.analystId === analystId);
  const grades = entry.evidenceRatings.find((rating) => rating.analystId === analystId);
  if (analystId === null || (cells.length === 0 && !grades)) return undefined;
  return {
    consistency: Object.fromEntries(cells.map((cell) => [cell.hypothesisId, cell.consistency])),
    reasons: Object.fromEntries(cells.map((cell) => [cell.hypothesisId, cell.reason])),
    credibility: grades?.credibility ?? null,
    relevance: grades?.relevance ?? null,
    gradeReason: grades?.reason ?? "",
  };
}

"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Consistency } from "@/lib/analysis/scales";
import { type GridRow, type PackedGrid, unpackRow, withOwn } from "@/lib/grid/row";
import type { Figure } from "@/lib/what-if/figures";

/** The matrix, and how each hypothesis stands. */
export interface SentGrid extends PackedGrid {
  readonly figures: readonly (readonly [hypothesis: string, figure: Figure])[];
}

/** Changes that come together are asked after together. */
const gathering = 200;

/**
 * The rows as the server last gave them, in an order that stays as it was when the page came, whatever changes in
 * them: what is new comes last.
 *
 * @param isNarrowed Whether the page shows some entries only; what is new then stays out.
 */
export function useRows(slug: string, grid: SentGrid, isNarrowed: boolean) {
  const [rows, setRows] = useState<ReadonlyMap<string, GridRow>>(() => byId(grid.rows.map(unpackRow)));
  const [isOutdated, setIsOutdated] = useState(false);
  const [stand, setStand] = useState<Pick<SentGrid, "figures" | "sequence">>(grid);
  const sequence = useRef(grid.sequence);
  const wanted = useRef(new Set<string>());
  const wantsAll = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isGone = useRef(false);

  const fetchRows = useCallback(async () => {
    const ids = [...wanted.current];
    const isWhole = wantsAll.current || ids.length > 150;
    wanted.current = new Set();
    wantsAll.current = false;
    const search = isWhole ? "" : `?rows=${ids.join(",")}`;
    const answer = await fetch(`/api/v1/inquiries/${slug}/grid${search}`).catch(() => null);
    if (!answer?.ok || isGone.current) return;
    const fresh: SentGrid = await answer.json();
    // Answers may overtake each other: an older one says nothing new.
    if (fresh.sequence < sequence.current) return;
    sequence.current = fresh.sequence;
    const columns = fresh.columns.map(({ id }) => id).join();
    // Another set of hypotheses is another table.
    if (columns !== grid.columns.map(({ id }) => id).join()) return setIsOutdated(true);
    setStand(fresh);
    setRows((before) => {
      const after = new Map(before);
      for (const packed of fresh.rows) {
        const row = unpackRow(packed);
        if (!isNarrowed || before.has(row.id)) after.set(row.id, row);
      }
      return after;
    });
  }, [slug, grid.columns, isNarrowed]);

  /** Asks for rows anew, or for all. */
  const refresh = useCallback(
    (ids: readonly string[] | "all") => {
      if (ids === "all") wantsAll.current = true;
      else for (const id of ids) wanted.current.add(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void fetchRows(), gathering);
    },
    [fetchRows],
  );

  const rate = useCallback((id: string, column: number, code: Consistency | null) => {
    setRows((before) => {
      const row = before.get(id);
      return row ? new Map(before).set(id, withOwn(row, column, code)) : before;
    });
  }, []);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      clearTimeout(timer.current);
    };
  }, []);

  return { rows, figures: stand.figures, sequence: stand.sequence, isOutdated, rate, refresh };
}

const byId = (rows: readonly GridRow[]): ReadonlyMap<string, GridRow> =>
  new Map(rows.map((row) => [row.id, row]));

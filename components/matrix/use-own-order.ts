"use client";

import { useEffect, useMemo, useState } from "react";
import { arrange } from "@/lib/grid/own-order";

/**
 * The order of the rows: as they came or, where the reader arranges them, as they last did in this browser, what they
 * have not placed yet following. Entries that are not shown keep their places.
 */
export function useOwnOrder(slug: string, ids: readonly string[], isOwn: boolean) {
  const key = `linchpin.order.${slug}`;
  const [placed, setPlaced] = useState<readonly string[]>([]);

  useEffect(() => {
    if (isOwn) setPlaced(keptUnder(key));
  }, [isOwn, key]);

  const all = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids, and not the list that holds them
  const order = useMemo(() => {
    if (!isOwn || placed.length === 0) return [...ids];
    const known = new Set(ids);
    const first = placed.filter((id) => known.has(id));
    const isPlaced = new Set(first);
    return [...first, ...ids.filter((id) => !isPlaced.has(id))];
  }, [all, isOwn, placed]);

  /** Moves a row by so many places; gives its new place, or null where the order is not the reader's. */
  function move(row: number, by: 1 | -1): number | null {
    if (!isOwn) return null;
    const to = row + by;
    const id = order[row];
    if (id === undefined || to < 0 || to >= order.length) return row;
    // Another tab may have arranged others meanwhile.
    const next = arrange(keptUnder(key), order.toSpliced(row, 1).toSpliced(to, 0, id));
    setPlaced(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // It then holds for this page.
    }
    return to;
  }

  return { order, move };
}

function keptUnder(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

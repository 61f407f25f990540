"use client";

import { useCallback, useEffect, useState } from "react";
import type { Consistency } from "@/lib/analysis/scales";

/** What one analyst gave one hypothesis. */
export interface Given {
  readonly analyst: string;
  readonly isMine: boolean;
  readonly hypothesis: string;
  readonly consistency: Consistency;
  readonly reason: string;
}

export interface RowRatings {
  readonly isBlind: boolean;
  readonly ratings: readonly Given[];
}

const patience = 20_000;

/**
 * Everybody's ratings of an entry; null while they are read. Read anew when `revision` changes, keeping what was there
 * until then.
 */
export function useRowRatings(slug: string, evidence: string, revision: unknown) {
  const [read, setRead] = useState<{ readonly evidence: string; readonly ratings: RowRatings } | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a revision says that what was read is past
  useEffect(() => {
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patience)]);
    setIsFailed(false);
    fetch(`/api/v1/inquiries/${slug}/ratings?evidence=${evidence}`, { signal })
      .then((answer) => {
        if (!answer.ok) throw new Error(`ratings answered ${answer.status}`);
        return answer.json();
      })
      .then((ratings: RowRatings) => leaving.signal.aborted || setRead({ evidence, ratings }))
      .catch(() => leaving.signal.aborted || setIsFailed(true));
    return () => leaving.abort();
  }, [slug, evidence, revision, tries]);

  return { ratings: read?.evidence === evidence ? read.ratings : null, isFailed, again };
}

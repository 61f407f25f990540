"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { beginWith, confirm, learn, type SentGrid } from "@/lib/grid/knowledge";
import type { Giving } from "@/lib/grid/row";

/** Why the rows are not as they should be, where nothing that comes can mend it. */
type Outdated = "hypotheses" | "reader" | "closed";

/** Changes that come together are asked after together. */
const gathering = 200;
/** Milliseconds before a failed question is put again; then the last of them, for as long as it takes. */
const pauses = [2_000, 5_000, 15_000, 30_000];
const patience = 20_000;
const mostByName = 150;

/**
 * The rows as the server last gave them, in an order that stays as it was when the page came, whatever changes in
 * them: what is new comes last, and what counts no longer stays, and is told.
 *
 * @param isNarrowed Whether the page shows some entries only; what is new then stays out.
 */
export function useRows(slug: string, grid: SentGrid, isNarrowed: boolean) {
  const [known, setKnown] = useState(() => beginWith(grid));
  const [outdated, setOutdated] = useState<Outdated | null>(null);
  const [isCutOff, setIsCutOff] = useState(false);
  const wanted = useRef(new Set<string>());
  const wantsAll = useRef<"all" | "ground" | null>(null);
  const ground = useRef(grid.ground);
  const clock = useRef(0);
  const tries = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isGone = useRef(false);

  const fetchRows = useCallback(async () => {
    const ids = [...wanted.current];
    const whole = ids.length > mostByName ? "all" : wantsAll.current;
    if (whole === null && ids.length === 0) return;
    wanted.current = new Set();
    wantsAll.current = null;
    const at = clock.current++;
    // What a change of the ground leaves alone need not come anew; entries that changed besides must.
    const isByGround = whole === "ground" && ids.length === 0;
    const search = new URLSearchParams(
      isByGround ? { unless: ground.current } : whole ? {} : { rows: ids.join() },
    );
    const answer = await fetch(`/api/v1/inquiries/${slug}/grid?${search}`, {
      signal: AbortSignal.timeout(patience),
    }).catch(() => null);
    const fresh: SentGrid | null = answer?.ok ? await answer.json().catch(() => null) : null;
    if (isGone.current) return;
    if (!fresh) {
      if (answer?.status === 404) return setOutdated("closed");
      for (const id of ids) wanted.current.add(id);
      wantsAll.current = whole ?? wantsAll.current;
      setIsCutOff(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => void fetchRows(),
        pauses[Math.min(tries.current++, pauses.length - 1)],
      );
      return;
    }
    tries.current = 0;
    setIsCutOff(false);
    if (fresh.reader !== grid.reader) return setOutdated("reader");
    // Another set of hypotheses is another table.
    if (idsOf(fresh) !== idsOf(grid)) return setOutdated("hypotheses");
    setOutdated(null);
    ground.current = fresh.ground;
    setKnown((before) => learn(before, fresh, { ids: whole ? "all" : ids, at }, isNarrowed));
  }, [slug, grid, isNarrowed]);

  /** Asks for rows anew, for all, or for all if the ground of all has moved. */
  const refresh = useCallback(
    (ids: readonly string[] | "all" | "ground") => {
      if (ids === "all") wantsAll.current = "all";
      else if (ids === "ground") wantsAll.current ??= "ground";
      else for (const id of ids) wanted.current.add(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void fetchRows(), gathering);
    },
    [fetchRows],
  );

  const rate = useCallback((evidence: string, column: number, giving: Giving) => {
    const at = clock.current++;
    setKnown((before) => confirm(before, evidence, column, giving, at));
  }, []);

  useEffect(() => {
    isGone.current = false;
    const comeBack = () => refresh([]);
    comeBack();
    window.addEventListener("online", comeBack);
    return () => {
      isGone.current = true;
      clearTimeout(timer.current);
      window.removeEventListener("online", comeBack);
    };
  }, [refresh]);

  return { ...known, outdated, isCutOff, rate, refresh };
}

const idsOf = ({ columns }: SentGrid): string => columns.map(({ id }) => id).join();

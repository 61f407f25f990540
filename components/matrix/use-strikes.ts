"use client";

import { useCallback, useEffect, useState } from "react";
import { noStrikes, type Strikes, strikeParams, strikesIn } from "@/lib/what-if/strikes";
import type { StruckAnswer } from "./reckon-strikes";
import { reckonerOf } from "./reckoner";

/** Milliseconds without another change before the whole matrix is fetched again: who rates changes it every second. */
const settling = 2_000;

/**
 * What is struck and set in the matrix, and what comes of it, reckoned in the browser. The address holds it; the engine
 * comes only once something is tried.
 *
 * @param sequence The number of the last change that is known: a later one is reckoned with anew.
 */
export function useStrikes(slug: string, sequence: number, initial: Strikes) {
  const [tried, setTried] = useState(initial);
  const [answer, setAnswer] = useState<StruckAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  /** Of what is put back all at once: a form that shows it begins anew. */
  const [cleared, setCleared] = useState(0);
  const settled = useSettled(sequence);
  const isTried = tried.entries.length > 0 || tried.more !== "";

  useEffect(() => {
    let isPast = false;
    if (!isTried) return setAnswer(null);
    reckonerOf(slug, settled)
      .then(({ reckon }) => {
        if (isPast) return;
        setAnswer(reckon(tried));
        setFailed(false);
      })
      .catch(() => !isPast && setFailed(true));
    return () => {
      isPast = true;
    };
  }, [slug, settled, tried, isTried]);

  const toggle = useCallback((id: string) => {
    setTried(({ entries, more }) => ({
      entries: entries.includes(id) ? entries.filter((each) => each !== id) : [...entries, id],
      more,
    }));
  }, []);
  const tryMore = useCallback((more: string) => setTried(({ entries }) => ({ entries, more })), []);
  const clear = useCallback(() => {
    setTried(noStrikes);
    setCleared((times) => times + 1);
  }, []);

  useEffect(() => {
    const search = new URLSearchParams(window.location.search);
    if (String(strikeParams(tried)) === String(strikeParams(strikesIn(search)))) return;
    search.delete("entry");
    search.delete("tried");
    for (const [name, value] of strikeParams(tried)) search.append(name, value);
    const query = search.toString();
    window.history.replaceState(null, "", query === "" ? window.location.pathname : `?${query}`);
  }, [tried]);

  return { tried, isTried, answer, failed, settled, cleared, toggle, tryMore, clear };
}

/** A number once it has stayed the same for a while. */
function useSettled(number: number): number {
  const [settled, setSettled] = useState(number);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(number), settling);
    return () => clearTimeout(timer);
  }, [number]);
  return settled;
}

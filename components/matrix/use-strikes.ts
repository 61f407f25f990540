"use client";

import { useCallback, useEffect, useState } from "react";
import type { StruckAnswer } from "./reckon-strikes";

type Reckon = (struck: readonly string[]) => StruckAnswer;

/** Milliseconds without another change before the whole matrix is fetched again: who rates changes it every second. */
const settling = 2_000;
const patience = 20_000;

/**
 * Entries struck in the matrix, and what comes of it, reckoned in the browser. The address holds them under the name
 * that What if knows; the engine comes only once something is struck.
 *
 * @param sequence The number of the last change that is known: a later one is reckoned with anew.
 */
export function useStrikes(slug: string, sequence: number, initial: readonly string[]) {
  const [struck, setStruck] = useState<readonly string[]>(initial);
  const [answer, setAnswer] = useState<StruckAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  const settled = useSettled(sequence);

  useEffect(() => {
    let isPast = false;
    if (struck.length === 0) return setAnswer(null);
    reckonerOf(slug, settled)
      .then((reckon) => {
        if (isPast) return;
        setAnswer(reckon(struck));
        setFailed(false);
      })
      .catch(() => !isPast && setFailed(true));
    return () => {
      isPast = true;
    };
  }, [slug, settled, struck]);

  const toggle = useCallback((id: string) => {
    setStruck((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  }, []);
  const clear = useCallback(() => setStruck([]), []);

  useEffect(() => {
    const search = new URLSearchParams(window.location.search);
    if (struck.join() === search.getAll("entry").join()) return;
    search.delete("entry");
    for (const id of struck) search.append("entry", id);
    const query = search.toString();
    window.history.replaceState(null, "", query === "" ? window.location.pathname : `?${query}`);
  }, [struck]);

  return { struck, answer, failed, toggle, clear };
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

let prepared: { readonly of: string; readonly reckon: Promise<Reckon> } | undefined;

/** Matrix and engine, fetched once for each state of an inquiry; anew after a failure. */
function reckonerOf(slug: string, sequence: number): Promise<Reckon> {
  const of = `${slug}/${sequence}`;
  if (prepared?.of !== of) {
    const reckon = Promise.all([
      fetch(`/api/v1/inquiries/${slug}/what-if`, { signal: AbortSignal.timeout(patience) }).then((answer) => {
        if (!answer.ok) throw new Error(`what-if answered ${answer.status}`);
        return answer.json();
      }),
      import("./reckon-strikes"),
    ]).then(([matter, { prepareStrikes }]) => prepareStrikes(matter));
    reckon.catch(() => {
      if (prepared?.reckon === reckon) prepared = undefined;
    });
    prepared = { of, reckon };
  }
  return prepared.reckon;
}

"use client";

import { useCallback, useEffect, useState } from "react";
import type { StruckAnswer } from "./reckon-strikes";

type Reckon = (struck: readonly string[]) => StruckAnswer;

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

  useEffect(() => {
    let isPast = false;
    if (struck.length === 0) return setAnswer(null);
    reckonerOf(slug, sequence)
      .then((reckon) => !isPast && setAnswer(reckon(struck)))
      .catch(() => !isPast && setFailed(true));
    return () => {
      isPast = true;
    };
  }, [slug, sequence, struck]);

  const toggle = useCallback((id: string) => {
    setFailed(false);
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

let prepared: { readonly of: string; readonly reckon: Promise<Reckon> } | undefined;

/** Matrix and engine, fetched once for each state of an inquiry; anew after a failure. */
function reckonerOf(slug: string, sequence: number): Promise<Reckon> {
  const of = `${slug}/${sequence}`;
  if (prepared?.of !== of) {
    const reckon = Promise.all([
      fetch(`/api/v1/inquiries/${slug}/what-if`).then((answer) => {
        if (!answer.ok) throw new Error(`what-if answered ${answer.status}`);
        return answer.json();
      }),
      import("./reckon-strikes"),
    ]).then(([matter, { prepareStrikes }]) => prepareStrikes(matter));
    reckon.catch(() => {
      prepared = undefined;
    });
    prepared = { of, reckon };
  }
  return prepared.reckon;
}

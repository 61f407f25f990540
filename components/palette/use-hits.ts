"use client";

import { useEffect, useState } from "react";
import type { SearchResult } from "@/lib/search/queries";

/** Long enough that a word typed at once is asked for once, too short to be waited for. */
const pause = 80;

export type Hits =
  | (SearchResult & { readonly state: "found" })
  | { readonly state: "idle" }
  | { readonly state: "busy" }
  | { readonly state: "failed" };

interface Answer {
  readonly text: string;
  readonly hits: Hits;
}

/** What is found for a text. What was found for another is never given for it, however late it comes. */
export function useHits(text: string, within: string | undefined): Hits {
  const [answer, setAnswer] = useState<Answer>({ text: "", hits: { state: "idle" } });

  useEffect(() => {
    if (text === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(text, within, abort.signal)
        .then((result): Hits => ({ ...result, state: "found" }))
        .catch((): Hits => ({ state: "failed" }))
        .then((hits) => {
          if (!abort.signal.aborted) setAnswer({ text, hits });
        });
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, within]);

  if (text === "") return { state: "idle" };
  return answer.text === text ? answer.hits : { state: "busy" };
}

async function ask(text: string, within: string | undefined, signal: AbortSignal): Promise<SearchResult> {
  const search = new URLSearchParams({ text, ...(within ? { within } : {}) });
  const response = await fetch(`/api/v1/search?${search}`, { signal });
  if (!response.ok) throw new Error(`The search was answered with ${response.status}.`);
  return response.json();
}

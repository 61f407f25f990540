"use client";

import type { Strikes } from "@/lib/what-if/strikes";
import type { StrikeMatter, StruckAnswer } from "./reckon-strikes";

/** What is reckoned with, and how. */
export interface Reckoner {
  readonly given: StrikeMatter;
  readonly reckon: (tried: Strikes) => StruckAnswer;
}

const patience = 20_000;
let prepared: { readonly of: string; readonly reckoner: Promise<Reckoner> } | undefined;

/** Matrix and engine, fetched once for each state of an inquiry; anew after a failure. */
export function reckonerOf(slug: string, sequence: number): Promise<Reckoner> {
  const of = `${slug}/${sequence}`;
  if (prepared?.of !== of) {
    const reckoner = Promise.all([
      fetch(`/api/v1/inquiries/${slug}/what-if`, { signal: AbortSignal.timeout(patience) }).then((answer) => {
        if (!answer.ok) throw new Error(`what-if answered ${answer.status}`);
        return answer.json() as Promise<StrikeMatter>;
      }),
      import("./reckon-strikes"),
    ]).then(([given, { prepareStrikes }]) => ({ given, reckon: prepareStrikes(given) }));
    reckoner.catch(() => {
      if (prepared?.reckoner === reckoner) prepared = undefined;
    });
    prepared = { of, reckoner };
  }
  return prepared.reckoner;
}

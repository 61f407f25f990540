"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { Time } from "@/components/ui/time";
import { count } from "@/lib/format";

/** A hypothesis and its figure in words. */
type Told = readonly [id: string, figure: string];

interface Look {
  readonly at: string;
  readonly sequence: number;
  readonly figures: readonly Told[];
}

interface SinceLookProps {
  slug: string;
  /** Whose browser it is: people share them. */
  reader: string;
  /** The number of the last change that the page contains. */
  sequence: number;
  figures: readonly Told[];
}

/** Figures that are told; more of them are in the history. */
const mostTold = 2;

/**
 * What has changed since this reader last looked at an inquiry in this browser, which alone remembers it. Before that
 * is known it says how many changes there are: the line has its place from the start.
 */
export function SinceLook({ slug, reader, sequence, figures }: SinceLookProps) {
  const [before, setBefore] = useState<Look | null>(null);
  const key = `linchpin-look:${reader}/${slug}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figures belong to the number of the change
  useEffect(() => {
    const known = readLooks(key);
    const now = { at: new Date().toISOString(), sequence, figures };
    const last = known ? lookBefore(known, sequence) : null;
    setBefore(last);
    writeLooks(key, { now, before: last });
  }, [key, sequence]);

  const news = before ? sequence - before.sequence : 0;
  const then = new Map(before?.figures);
  const moved = figures.filter(([id, figure]) => then.has(id) && then.get(id) !== figure);
  return (
    <p className="min-h-12 max-w-measure text-sm text-ink-soft sm:min-h-6">
      {before && news > 0 ? (
        <>
          Since you last looked, <Time value={before.at} precision="day" />:{" "}
          <Link href={`/inquiries/${slug}/history`}>{count(news, "change")}</Link>
          {moved.length === 0
            ? ", and every figure as it was."
            : `; ${moved
                .slice(0, mostTold)
                .map(([id, figure]) => `${id} was “${then.get(id)}” and is “${figure}”`)
                .join("; ")}${moved.length > mostTold ? `; ${moved.length - mostTold} more moved` : ""}.`}
        </>
      ) : (
        <>
          <Link href={`/inquiries/${slug}/history`}>{count(sequence, "change")}</Link> in its history
          {before ? ", none since you last looked." : "."}
        </>
      )}
    </p>
  );
}

/** The last look, and the one that it was compared with. */
interface Looks {
  readonly now: Look;
  readonly before: Look | null;
}

/** Milliseconds within which the page loaded again is the same look. */
const oneLook = 30 * 60_000;

/** What a look is compared with: the last one, or, where nothing has changed since just now, what that was compared with. */
function lookBefore({ now, before }: Looks, sequence: number): Look | null {
  const isSame = now.sequence === sequence && Date.now() - Date.parse(now.at) < oneLook;
  return isSame ? before : now;
}

/** Storage may be forbidden, and hold anything: then nothing was seen. */
function readLooks(key: string): Looks | null {
  try {
    const { now, before } = JSON.parse(localStorage.getItem(key) ?? "{}");
    return isLook(now) ? { now, before: isLook(before) ? before : null } : null;
  } catch {
    return null;
  }
}

function writeLooks(key: string, looks: Looks): void {
  try {
    localStorage.setItem(key, JSON.stringify(looks));
  } catch {
    // Full or forbidden.
  }
}

const isLook = (look: unknown): look is Look =>
  typeof look === "object" &&
  look !== null &&
  "at" in look &&
  typeof look.at === "string" &&
  "sequence" in look &&
  typeof look.sequence === "number" &&
  "figures" in look &&
  Array.isArray(look.figures);

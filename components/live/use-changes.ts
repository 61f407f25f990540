"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { Change } from "@/lib/live/change";
import { type Follower, followChanges } from "./change-feed";

/**
 * Hears of each change of an inquiry after `since` once, as it is made or as soon as it can be heard of; "reset" if
 * more has changed than is told one by one. What happens without scripts or without a connection is nothing.
 *
 * @param since The number of the last change that the page contains.
 */
export function useChanges(slug: string, since: number, onChange: (change: Change | "reset") => void): void {
  const follower = useRef<Follower>(null);
  const hear = useEffectEvent(onChange);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that comes to contain more is no other follower
  useEffect(() => {
    const own: Follower = {
      last: since,
      hear: ({ isReset, sequence, subjects }) => hear(isReset ? "reset" : { sequence, subjects }),
    };
    follower.current = own;
    return followChanges(slug, own);
  }, [slug]);

  useEffect(() => {
    if (follower.current) follower.current.last = Math.max(follower.current.last, since);
  }, [since]);
}

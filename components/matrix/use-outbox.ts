"use client";

import { useEffect, useSyncExternalStore } from "react";
import {
  Outbox,
  type OutboxPlace,
  type OutboxState,
  type OutgoingRating,
  type Sent,
} from "@/lib/grid/outbox";

const empty: OutboxState = { pending: new Map(), trouble: null, isSignedOut: false };
const unreachable: Sent = {
  kind: "away",
  sentence: "The server cannot be reached. Your ratings are kept in this browser and tried again.",
};

/** One for each inquiry and analyst, so that another order or filter of the matrix leaves what is under way alone. */
const outboxes = new Map<string, { outbox: Outbox; tell: { settled: OutboxPlace["settled"] } }>();

/**
 * Saves ratings behind the reader's back; what is not confirmed outlives the page in this browser.
 *
 * @param analystId Null for whoever does not rate here.
 * @param settled Called with ratings that the server now has, or has refused.
 */
export function useOutbox(
  slug: string,
  analystId: string | null,
  settled: OutboxPlace["settled"],
): OutboxState & { readonly put: (rating: OutgoingRating) => void; readonly flush: () => void } {
  const known = typeof window === "undefined" || analystId === null ? null : outboxOf(slug, analystId);
  const state = useSyncExternalStore(
    known?.outbox.subscribe ?? neverChanges,
    known?.outbox.state ?? (() => empty),
    () => empty,
  );

  useEffect(() => {
    if (!known) return;
    known.tell.settled = settled;
  });

  useEffect(() => {
    if (!known) return;
    const flush = () => void known.outbox.flush();
    flush();
    window.addEventListener("online", flush);
    return () => window.removeEventListener("online", flush);
  }, [known]);

  return {
    ...state,
    put: (rating) => known?.outbox.put(rating),
    flush: () => void known?.outbox.flush(),
  };
}

const neverChanges = () => () => {};

function outboxOf(slug: string, analystId: string) {
  const key = `linchpin.ratings.${slug}.${analystId}`;
  const known = outboxes.get(key);
  if (known) return known;
  const tell: { settled: OutboxPlace["settled"] } = { settled: () => {} };
  const outbox = new Outbox(
    {
      send: (ratings) => send(slug, ratings),
      keep: (ratings) => keep(key, ratings),
      settled: (ratings, sent) => tell.settled(ratings, sent),
    },
    keptUnder(key),
  );
  const made = { outbox, tell };
  outboxes.set(key, made);
  return made;
}

async function send(slug: string, ratings: readonly OutgoingRating[]): Promise<Sent> {
  try {
    const answer = await fetch(`/api/v1/inquiries/${slug}/ratings`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ratings }),
    });
    if (answer.ok) return { kind: "saved" };
    if (answer.status === 401) return { kind: "signed-out" };
    const { detail = "The server did not take it." } = await answer.json().catch(() => ({}));
    const isForGood = answer.status < 500 && answer.status !== 429;
    return isForGood ? { kind: "refused", sentence: detail } : { kind: "away", sentence: detail };
  } catch {
    return unreachable;
  }
}

function keep(key: string, ratings: readonly OutgoingRating[]): void {
  try {
    if (ratings.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ratings));
  } catch {
    // A browser that keeps nothing still sends.
  }
}

function keptUnder(key: string): OutgoingRating[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
}

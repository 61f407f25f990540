"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Outbox, type OutboxPlace, type OutboxState, type OutgoingRating } from "@/lib/grid/outbox";
import { shelfIn } from "@/lib/grid/shelf";
import { sendRatings } from "./send-ratings";

const empty: OutboxState = { pending: new Map(), refused: new Map(), trouble: null, isSignedOut: false };

interface Known {
  readonly name: string;
  readonly outbox: Outbox;
  readonly tell: { settled: OutboxPlace["settled"] };
}

/** One for each inquiry and analyst, so that another order or filter of the matrix leaves what is under way alone. */
const outboxes = new Map<string, Known>();

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
    const catchUp = ({ key }: StorageEvent) => {
      if (key === null || key.startsWith(known.name)) known.outbox.catchUp();
    };
    known.outbox.catchUp();
    flush();
    window.addEventListener("online", flush);
    window.addEventListener("storage", catchUp);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("storage", catchUp);
    };
  }, [known]);

  return {
    ...state,
    put: (rating) => known?.outbox.put(rating),
    flush: () => void known?.outbox.flush(),
  };
}

const neverChanges = () => () => {};

function outboxOf(slug: string, analystId: string): Known {
  const name = `linchpin.ratings.${slug}.${analystId}`;
  const known = outboxes.get(name);
  if (known) return known;
  const tell: Known["tell"] = { settled: () => {} };
  const outbox = new Outbox({
    send: (ratings, signal) => sendRatings(slug, analystId, ratings, signal),
    shelf: shelfIn(() => localStorage, name),
    // Without locks (plain HTTP from another machine) the shelf alone keeps tabs from undoing each other.
    // Nor is one given to a page that is being left.
    alone: (work) => ("locks" in navigator ? navigator.locks.request(name, work).catch(work) : work()),
    settled: (ratings, sent) => tell.settled(ratings, sent),
  });
  const made = { name, outbox, tell };
  outboxes.set(name, made);
  return made;
}

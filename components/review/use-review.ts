"use client";

import { unstable_rethrow } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { forgetDraft } from "@/components/ui/use-draft";
import { type FormAction, type FormState, idle } from "@/lib/forms";
import type { ReviewItem } from "@/lib/review/queries";

/** What was done last, and what the server said of it. */
export interface LastDone {
  readonly id: string;
  /** The grade that was given; null for one that was undone, refused, or stood already. */
  readonly given: string | null;
  readonly state: FormState;
}

/**
 * Where somebody is in the queue. Its order is that of the moment the page was opened, so that nothing moves under the
 * hands of whoever goes through it; what is known of each source is the newest.
 */
export function useReview(items: readonly ReviewItem[], at: string, draftKey: (id: string) => string) {
  const [opened] = useState(items);
  const [current, setCurrent] = useState(at);
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<LastDone | null>(null);
  const [isPending, startTransition] = useTransition();
  const isBusy = useRef(false);

  const newest = new Map(items.map((item) => [item.id, item]));
  const queue = opened.map((item) => newest.get(item.id) ?? item);
  const place = Math.max(
    0,
    queue.findIndex(({ id }) => id === current),
  );

  // The address names the source, so that it stays on the page when nothing speaks for it any more.
  useEffect(() => {
    const address = new URL(window.location.href);
    if (address.searchParams.get("at") === current) return;
    address.searchParams.set("at", current);
    window.history.replaceState(null, "", address);
  }, [current]);

  /** Goes on from one source, unless somebody has gone on from it already. */
  function stepFrom(from: string, by: 1 | -1): void {
    const next = queue[queue.findIndex(({ id }) => id === from) + by];
    if (next) setCurrent((now) => (now === from ? next.id : now));
  }
  const step = (by: 1 | -1) => stepFrom(current, by);

  function skip(): void {
    setSkipped((known) => new Set(known).add(current));
    step(1);
  }

  /** Sends one form and waits for what comes of it; what is pressed meanwhile is not taken for the next source. */
  function send(action: FormAction, form: FormData, settle: (state: FormState) => void): void {
    if (isBusy.current) return;
    isBusy.current = true;
    startTransition(async () => {
      try {
        const state = await action(idle, form);
        startTransition(() => settle(state));
      } catch (error) {
        unstable_rethrow(error);
        startTransition(() => settle(unreachable));
      } finally {
        isBusy.current = false;
      }
    });
  }

  function grade(action: FormAction, form: FormData): void {
    const [id, letter] = [String(form.get("id")), String(form.get("reliability"))];
    const sentAt = new Date();
    send(action, form, (state) => {
      const isSaved = state.status === "saved";
      setLast({ id, given: isSaved && !state.stood ? letter : null, state });
      if (!isSaved) return;
      forgetDraft(draftKey(id), sentAt);
      setGiven((known) => new Map(known).set(id, letter));
      stepFrom(id, 1);
    });
  }

  function undo(action: FormAction, form: FormData): void {
    const [id, from] = [String(form.get("id")), current];
    send(action, form, (state) => {
      setLast({ id, given: null, state });
      if (state.status !== "saved") return;
      setGiven((known) => new Map([...known].filter(([graded]) => graded !== id)));
      setCurrent((now) => (now === from ? id : now));
    });
  }

  const left = queue.filter(({ id }) => skipped.has(id) && !given.has(id)).map(({ id }) => id);
  return { queue, place, given, skipped, left, last, isPending, goTo: setCurrent, step, skip, grade, undo };
}

const unreachable: FormState = {
  status: "refused",
  message: "The server cannot be reached. Nothing was saved; please try again.",
  errors: {},
  values: {},
};

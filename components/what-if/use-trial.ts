"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { writeTyped } from "@/components/ui/form-values";
import {
  fieldsOf,
  type Ground,
  readTrial,
  type Trial,
  type TrialRead,
  writeTrial,
} from "@/lib/what-if/scenario";

/**
 * Milliseconds. Browsers refuse an address that is written too often: the strictest allows a hundred times in half a
 * minute, and the router writes each once more.
 */
const restBetweenWrites = 700;

interface TrialInHand extends TrialRead {
  readonly form: RefObject<HTMLFormElement | null>;
  /** Something in the form is another. */
  readonly follow: () => void;
  /** Sets the whole form. `push` lets the way back of the browser undo it. */
  readonly set: (trial: Trial, how: "replace" | "push") => void;
  /** Writes the address now, where it is still to be written, and gives it. */
  readonly settle: () => string;
}

/**
 * What is tried, held alike in three places: the form, the address and what is shown. The form leads while somebody
 * works in it; the address leads when the page comes and when it changes otherwise, as by the browser's way back.
 *
 * @param listed Entries that have a box of their own.
 * @param served The search that the server filled the form from.
 */
export function useTrial(ground: Ground, listed: ReadonlySet<string>, served: string): TrialInHand {
  const form = useRef<HTMLFormElement>(null);
  const path = usePathname();
  const params = useSearchParams();
  const address = params.toString();
  const [read, setRead] = useState(() => readTrial(params, ground));
  const written = useRef(address);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastWrite = useRef(Number.NEGATIVE_INFINITY);
  const isFilling = useRef(false);
  const latest = useRef(() => {});

  function fill(trial: Trial): void {
    if (!form.current) return;
    // The fields tell the form that they changed; what they hold is what is known already.
    isFilling.current = true;
    writeTyped(form.current, fieldsOf(trial, ground, listed));
    isFilling.current = false;
  }

  function write(trial: Trial, how: "replace" | "push"): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    const search = writeTrial(trial);
    if (search === written.current) return;
    written.current = search;
    lastWrite.current = performance.now();
    const next = search === "" ? path : `${path}?${search}`;
    if (how === "push") window.history.pushState(null, "", next);
    else window.history.replaceState(null, "", next);
  }

  function readForm(): TrialRead {
    return form.current ? readTrial(new FormData(form.current), ground) : read;
  }

  function follow(): void {
    if (isFilling.current || !form.current) return;
    setRead(readForm());
    const rest = lastWrite.current + restBetweenWrites - performance.now();
    if (rest <= 0) write(readForm().trial, "replace");
    else timer.current ??= setTimeout(() => latest.current(), rest);
  }

  function set(trial: Trial, how: "replace" | "push"): void {
    fill(trial);
    setRead({ trial, problems: [] });
    write(trial, how);
  }

  function settle(): string {
    write(readForm().trial, "replace");
    return window.location.href;
  }

  function adopt(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    written.current = address;
    const asked = readTrial(params, ground);
    setRead(asked);
    fill(asked.trial);
  }

  useEffect(() => {
    latest.current = () => write(readForm().trial, "replace");
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes
  useEffect(() => {
    // A page that the router kept is shown with the fields of its first address.
    if (served !== address) adopt();
    // Something was ticked before the scripts came. The router hears of addresses only once all of it is there.
    else if (writeTrial(readForm().trial) !== writeTrial(read.trial)) {
      setRead(readForm());
      timer.current = setTimeout(() => latest.current(), 0);
    }
    return () => clearTimeout(timer.current);
  }, []);

  useEffect(() => {
    // The router gives up a way it has begun when an address is written: what waits is written before.
    const beforeLeaving = () => {
      if (timer.current !== undefined) latest.current();
    };
    // Where the way back leads, what waits is no longer what is asked.
    const stay = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
    document.addEventListener("click", beforeLeaving, { capture: true });
    window.addEventListener("popstate", stay, { capture: true });
    return () => {
      document.removeEventListener("click", beforeLeaving, { capture: true });
      window.removeEventListener("popstate", stay, { capture: true });
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is the one occasion
  useEffect(() => {
    const here = new URLSearchParams(window.location.search).toString();
    // The router follows the address a little later: what it reports may be one of ours that is past.
    if (address === here && here !== written.current) adopt();
  }, [address]);

  return { ...read, form, follow, set, settle };
}

"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { readTyped, type TypedValues, writeTyped } from "./form-values";

interface Draft {
  readonly at: string;
  readonly version?: string;
  readonly values: TypedValues;
}

const prefix = "linchpin-draft:";
const pause = 500;

function readDraft(key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? "null");
    if (typeof draft !== "object" || draft === null || !("values" in draft) || !("at" in draft)) return null;
    return Array.isArray(draft.values) ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

/** Forgets what was typed for something that is saved by now, unless it was typed after that was sent. */
export function forgetDraft(key: string, sentAt: Date): void {
  const draft = readDraft(key);
  if (!draft || draft.at > sentAt.toISOString()) return;
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Forbidden.
  }
}

/**
 * Keeps what is typed in this browser until it is saved. Storage may be full or forbidden: then there is no
 * draft, and nothing else changes.
 *
 * The draft remembers the version it was written over. Restored over a newer one it still carries the old
 * number, so that saving shows both texts and replaces nobody's silently.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  { key, restore, version }: { key: string | undefined; restore: boolean; version: string | undefined },
) {
  const [restored, setRestored] = useState<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = useRef(version);
  base.current = version;

  // A form that goes away is no longer in its ref when it is asked a last time.
  const write = useCallback(
    (element: HTMLFormElement | null) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      if (!key || !element) return;
      const draft: Draft = {
        at: new Date().toISOString(),
        ...(base.current === undefined ? {} : { version: base.current }),
        values: readTyped(element),
      };
      try {
        localStorage.setItem(prefix + key, JSON.stringify(draft));
      } catch {
        // Full or forbidden.
      }
    },
    [key],
  );

  const keep = useCallback(() => {
    if (!key) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write(form.current), pause);
  }, [key, form, write]);

  /** Keeps at once what was typed a moment ago. */
  const flush = useCallback(
    (element = form.current) => {
      if (timer.current !== undefined) write(element);
    },
    [form, write],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRestored(null);
    if (!key) return;
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // Forbidden: nothing was kept either.
    }
  }, [key]);

  // What the server gave when the form appeared decides, not what it gives later.
  const mayRestore = useRef(restore);
  useEffect(() => {
    const element = form.current;
    if (!key || !element) return;
    const flushLast = () => flush(element);
    window.addEventListener("pagehide", flushLast);
    const draft = mayRestore.current ? readDraft(key) : null;
    mayRestore.current = false;
    if (draft && JSON.stringify(draft.values) !== JSON.stringify(readTyped(element))) {
      writeTyped(element, draft.values);
      setRestored(draft);
    }
    return () => {
      window.removeEventListener("pagehide", flushLast);
      flushLast();
    };
  }, [key, form, flush]);

  return { restored, keep, flush, clear };
}

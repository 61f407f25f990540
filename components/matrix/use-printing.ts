"use client";

import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed: then all of it must be there, and not only what is in sight. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isPrinting,
    () => false,
  );
}

let isPrinting = false;

function subscribe(listener: () => void): () => void {
  const set = (value: boolean) => () => {
    isPrinting = value;
    flushSync(listener);
  };
  const [start, end] = [set(true), set(false)];
  window.addEventListener("beforeprint", start);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", start);
    window.removeEventListener("afterprint", end);
  };
}

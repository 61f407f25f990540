"use client";

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Button } from "./button";

/** A sentence about what was just done. The way back is a function here, or a form that the server made. */
export interface Toast {
  readonly message: string;
  readonly undo?: () => void;
  readonly action?: ReactNode;
}

type Shown = Toast & { readonly key: string };

const atOnce = 3;
const shownFor = 12_000;

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Says something at the edge of the page, where it moves nothing and takes no focus. */
export const useToast = () => useContext(ToastContext);

interface ToastsProps {
  served: Shown | null;
  /** The cookie that `served` came from, to be forgotten once it is shown. */
  cookie: string;
  children: ReactNode;
}

/**
 * The sentences, and the means to say more. `served` comes with the page: before JavaScript it is a plain line above
 * the content, with its form. F6 goes there and Escape comes back; none goes while it is pointed at or holds the focus.
 */
export function Toasts({ served, cookie, children }: ToastsProps) {
  const [shown, setShown] = useState<readonly Shown[]>(served ? [served] : []);
  const [last, setLast] = useState(served?.key);
  const region = useRef<HTMLElement>(null);
  const before = useRef<Element>(null);
  if (served && served.key !== last) {
    setLast(served.key);
    setShown([served]);
  }

  const say = useCallback((toast: Toast) => {
    setShown((now) => [...now, { ...toast, key: crypto.randomUUID() }].slice(-atOnce));
  }, []);

  const dismiss = useCallback((key: string) => {
    setShown((now) => now.filter((toast) => toast.key !== key));
  }, []);

  const giveBackFocus = useCallback(() => {
    const back = before.current?.isConnected ? before.current : document.getElementById("main");
    if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each sentence that is served came with a cookie
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the store for cookies is not in every browser yet
    document.cookie = `${cookie}=; path=/; max-age=0`;
  }, [cookie, served?.key]);

  useEffect(() => {
    const go = (event: globalThis.KeyboardEvent) => {
      const first = region.current?.querySelector<HTMLElement>("button");
      if (event.key !== "F6" || !first) return;
      event.preventDefault();
      before.current = document.activeElement;
      first.focus();
    };
    window.addEventListener("keydown", go);
    return () => window.removeEventListener("keydown", go);
  }, []);

  return (
    <ToastContext value={say}>
      {/* Always there, so that what comes to stand in it is announced. */}
      <section ref={region} aria-label="Just done" className="toasts">
        <div role="status">
          {shown.map((toast) => (
            <Line key={toast.key} toast={toast} dismiss={dismiss} giveBackFocus={giveBackFocus} />
          ))}
        </div>
      </section>
      {children}
    </ToastContext>
  );
}

interface LineProps {
  toast: Shown;
  dismiss: (key: string) => void;
  giveBackFocus: () => void;
}

function Line({ toast, dismiss, giveBackFocus }: LineProps) {
  const [isHeld, setIsHeld] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const { key, message, undo, action } = toast;

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(key), shownFor);
    return () => clearTimeout(timer);
  }, [isHeld, dismiss, key]);

  // However it goes (dismissed, undone, in time), the focus in it does not go with it.
  useLayoutEffect(() => {
    const element = line.current;
    return () => {
      if (element?.contains(document.activeElement)) giveBackFocus();
    };
  }, [giveBackFocus]);

  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") dismiss(key);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps still while somebody reads it or goes through its buttons
    <div
      ref={line}
      className="toast"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      onKeyDown={closeByKey}
    >
      <p dir="auto">{message}</p>
      {action}
      {undo && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            dismiss(key);
            undo();
          }}
        >
          Undo
        </Button>
      )}
      <Button variant="quiet" size="small" className="toast-close" onClick={() => dismiss(key)}>
        <span aria-hidden="true">×</span>
        <span className="sr-only">Dismiss</span>
      </Button>
    </div>
  );
}

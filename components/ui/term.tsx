"use client";

import Link from "next/link";
import { type FocusEvent, type PointerEvent, type ReactNode, type ToggleEvent, useId, useRef } from "react";

const gap = 8;
const edge = 16;
/** As long as a finger rests before a phone takes it for a long press. */
const longPress = 450;

interface TermProps {
  children: ReactNode;
  help: ReactNode;
  /** Where it is told at length: a link at the end of the help, next in order by keyboard. */
  more?: string | undefined;
  /** What is told there, for those who only hear the link. */
  moreIs?: string | undefined;
  /** -1 where something else than Tab leads to it. */
  tabIndex?: number | undefined;
}

/**
 * A word that explains itself: on hover and keyboard focus, and on a tap or a long press by the browser's own popover,
 * which lies over everything, is never clipped by a table, and closes with Escape or a tap elsewhere.
 * Not inside a label or a link: it is a button.
 */
export function Term({ children, help, more, moreIs = "how it is reckoned", tabIndex }: TermProps) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const isOpen = () => bubble.current?.matches(":popover-open") ?? false;
  const open = () => {
    if (!isOpen() && bubble.current?.isConnected) bubble.current.showPopover();
  };
  const close = () => {
    clearTimeout(timer.current);
    if (isOpen()) bubble.current?.hidePopover();
  };
  const later = (what: () => void, milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(what, milliseconds);
  };

  function place(event: ToggleEvent<HTMLSpanElement>) {
    if (event.newState !== "open" || !word.current) {
      window.removeEventListener("scroll", close, true);
      return;
    }
    const { left, top, bottom } = word.current.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const width = Math.min(20 * 16, clientWidth - 2 * edge);
    const { style } = event.currentTarget;
    style.left = `${Math.max(edge, Math.min(left, clientWidth - width - edge))}px`;
    // Where there is more room: then its height need not be known.
    const below = bottom < clientHeight - top;
    style.top = below ? `${bottom + gap}px` : "auto";
    style.bottom = below ? "auto" : `${clientHeight - top + gap}px`;
    window.addEventListener("scroll", close, { capture: true, once: true, passive: true });
  }

  const byMouse = (event: PointerEvent) => event.pointerType === "mouse";
  /** From the word into its help and back is no leaving. */
  const leave = ({ relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Node && bubble.current?.contains(relatedTarget);
    if (!isInside && relatedTarget !== word.current) close();
  };
  return (
    <>
      <button
        ref={word}
        type="button"
        className="term"
        tabIndex={tabIndex}
        popoverTarget={id}
        popoverTargetAction="show"
        aria-describedby={`${id}-help`}
        onPointerEnter={(event) => byMouse(event) && later(open, 120)}
        onPointerLeave={(event) => byMouse(event) && later(close, 200)}
        onFocus={(event: FocusEvent<HTMLButtonElement>) =>
          event.currentTarget.matches(":focus-visible") && open()
        }
        onPointerDown={(event) => byMouse(event) || later(open, longPress)}
        onPointerUp={(event) => byMouse(event) || clearTimeout(timer.current)}
        onPointerCancel={() => clearTimeout(timer.current)}
        onBlur={leave}
      >
        {children}
      </button>
      <span
        ref={bubble}
        id={id}
        popover="auto"
        role="note"
        className="term-bubble"
        onBeforeToggle={place}
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={(event) => byMouse(event) && later(close, 200)}
        onBlur={leave}
      >
        <span id={`${id}-help`}>{help}</span>
        {more && (
          <>
            {" "}
            <Link href={more} prefetch={false} onClick={close}>
              More
              <span className="sr-only">: {moreIs}</span>
            </Link>
          </>
        )}
      </span>
    </>
  );
}

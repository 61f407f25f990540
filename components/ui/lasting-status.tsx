"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";

const TellContext = createContext<((message: string) => void) | null>(null);

/** Says what a form did where that outlasts the form; null where nothing does. */
export const useLastingStatus = () => useContext(TellContext);

/** Around forms that are gone once they have been sent: what they did is said here, and the focus comes along. */
export function LastingStatus({ children }: { children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState({ message: "" });

  useEffect(() => {
    if (said.message !== "") line.current?.focus();
  }, [said]);

  return (
    <TellContext value={(message) => setSaid({ message })}>
      {/* Always there, so that what comes to stand in it is announced. */}
      <div role="status">
        <p ref={line} tabIndex={-1} dir="auto" className="max-w-measure text-sm text-good empty:hidden">
          {said.message}
        </p>
      </div>
      {children}
    </TellContext>
  );
}

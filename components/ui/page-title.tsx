"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Where the heading that last had its turn stands. */
let path: string | undefined;

/**
 * The heading of a page. Come to by a link within the product it takes the focus, as a page that loads anew would begin
 * at its top; the first page of a visit, another filter of the same page and a link to a part leave the focus alone.
 */
export function PageTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { pathname, hash } = window.location;
    const isNew = path !== undefined && path !== pathname;
    path = pathname;
    if (isNew && hash === "") heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" className="max-w-[24em] min-w-0 flex-[1_1_24rem]">
      {children}
    </h1>
  );
}

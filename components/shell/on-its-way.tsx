"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Skeleton, type SkeletonShape } from "@/components/ui/skeleton";

/** A page that comes sooner than this needs no stand-in, which would only flicker. */
const patience = 250;
/** What has not come by then does not come that way: the browser loads it anew, or it failed and the page stays. */
const longest = 15_000;

/**
 * Shows the shape of the page that a link leads to, over the one that is left, if it is slow to come. Not a
 * loading.tsx: with one a page sent to a browser without JavaScript would stop at its skeleton, and one that is not
 * there could no longer say 404 (docs/decisions).
 */
export function OnItsWay({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const [target, setTarget] = useState<string | null>(null);
  // Where somebody came to, or went back from, nothing is on its way any more.
  const [at, setAt] = useState(pathname);
  if (at !== pathname) {
    setAt(pathname);
    setTarget(null);
  }

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (event: MouseEvent) => {
      const to = targetOf(event);
      if (to === null) return;
      clearTimeout(timer);
      const from = window.location.pathname;
      timer = setTimeout(() => {
        if (window.location.pathname !== from) return;
        setTarget(to);
        timer = setTimeout(() => setTarget(null), longest);
      }, patience);
    };
    document.addEventListener("click", follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", follow);
    };
  }, []);

  return (
    <>
      {target !== null && (
        <div className="on-its-way" data-in-inquiry={/^\/inquiries\/(?!new)/.test(target) || undefined}>
          <p role="status" className="sr-only">
            Loading
          </p>
          <Skeleton shape={shapeOf(target)} />
        </div>
      )}
      {children}
    </>
  );
}

/** The path of another page of ours that a click follows in this window; null for any other click. */
function targetOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target || link.origin !== window.location.origin) return null;
  return link.pathname === window.location.pathname ? null : link.pathname;
}

const shapes: readonly (readonly [RegExp, SkeletonShape])[] = [
  [/\/(matrix|score|judgement)$/, "table"],
  [/^\/$|\/(evidence|history|sources)$/, "list"],
  [/^\/inquiries\/[^/]+$|\/what-if$/, "chart"],
];

export const shapeOf = (path: string): SkeletonShape =>
  shapes.find(([pattern]) => pattern.test(path))?.[1] ?? "text";

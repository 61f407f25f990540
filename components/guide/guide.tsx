"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { GuideForm } from "./guide-form";

export interface GuideStep {
  /** The page that it stands on. */
  readonly path: string;
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * A note above the pages of the inquiry that is shipped, one for each step. It lies in the page and over nothing, so
 * that all the rest can be used beside it; Escape leaves it.
 */
export function Guide({ steps }: { steps: readonly GuideStep[] }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const note = useRef<HTMLElement>(null);
  const leaving = useRef<HTMLFormElement>(null);
  const place = steps.findIndex(({ path }) => path === pathname);
  const step = steps[place];
  const next = steps[place + 1];

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || isMeantElsewhere(event.target)) return;
      leaving.current?.requestSubmit();
    };
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a note of its own
  useLayoutEffect(() => {
    const element = note.current;
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById("main")?.focus();
    };
  }, [place]);

  if (!step) return null;
  return (
    <aside ref={note} key={place} aria-label={`Guide, ${place + 1} of ${steps.length}`} className="guide">
      <p className="guide-title">
        <span className="font-normal text-ink-soft">
          {place + 1} of {steps.length} ·{" "}
        </span>
        {step.title}
      </p>
      <div className="max-w-measure">{step.children}</div>
      <div className="flex flex-wrap items-center gap-2">
        {next && (
          <LinkButton href={next.path} size="small">
            Next step
          </LinkButton>
        )}
        <GuideForm ref={leaving} shows="no" returnTo={search === "" ? pathname : `${pathname}?${search}`}>
          <Button type="submit" variant={next ? "quiet" : "plain"} size="small">
            {next ? "Leave the guide" : "End the guide"}
          </Button>
        </GuideForm>
      </div>
    </aside>
  );
}

/** Escape closes what lies over the page, or ends what is being typed, before it leaves the guide. */
function isMeantElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector(":popover-open, dialog[open], [role=dialog]")) return true;
  return target instanceof Element && target.closest("input, textarea, select, [role=grid], .toast") !== null;
}

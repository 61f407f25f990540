"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { count } from "@/lib/format";
import { useChanges } from "./use-changes";

interface ChangeNoticeProps {
  slug: string;
  /** The number of the last change that the page contains. */
  since: number;
}

/** Milliseconds after which a change is taken for another's: one's own comes with the page that it leads to. */
const patience = 1_500;

/**
 * Says in a corner that the inquiry has changed since the page was made, and shows it anew when asked to: what is
 * typed stays, and so does the focus. Nothing on the page moves before that.
 */
export function ChangeNotice({ slug, since }: ChangeNoticeProps) {
  const router = useRouter();
  const [heard, setHeard] = useState<readonly number[]>([]);
  const [resetAt, setResetAt] = useState<number | null>(null);
  const [isDue, setIsDue] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const [isComing, startTransition] = useTransition();

  useChanges(slug, since, (change) => {
    if (change === "reset") setResetAt(since);
    else setHeard((before) => [...before.filter((sequence) => sequence > since), change.sequence]);
  });
  const news = heard.filter((sequence) => sequence > since).length;
  const isMuch = resetAt === since;
  const isNews = news > 0 || isMuch;

  useEffect(() => {
    if (!isNews) return;
    let timer = setTimeout(look, patience);
    function look() {
      if (isSaving()) timer = setTimeout(look, patience);
      else setIsDue(true);
    }
    return () => {
      clearTimeout(timer);
      setIsDue(false);
    };
  }, [isNews]);

  function show(isByKey: boolean) {
    // A button that goes takes the focus with it: who works by keyboard keeps it until they leave it.
    setIsShown(isByKey);
    startTransition(() => router.refresh());
  }

  const says = isDue && isNews;
  const much = isMuch ? "Much has changed" : count(news, "change");
  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex justify-center print:hidden">
      <div className="pointer-events-auto flex items-center gap-x-2 not-has-[button]:sr-only rounded-md border border-rule-strong bg-paper px-3 py-1 text-xs shadow-md sm:text-sm">
        <p role="status" className="text-balance">
          {says
            ? `${much} since you opened this page.`
            : isShown && !isComing
              ? "This page is up to date."
              : ""}
        </p>
        {(says || isShown) && (
          <Button
            size="small"
            variant="quiet"
            className="shrink-0"
            onBlur={() => setIsShown(false)}
            aria-disabled={!says || isComing || undefined}
            onClick={({ detail }) => says && !isComing && show(detail === 0)}
          >
            Show them
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whether a form of this page is on its way, and what is heard may be what it does. */
const isSaving = (): boolean => document.querySelector('[data-pending="true"]') !== null;

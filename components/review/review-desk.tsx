"use client";

import Link from "next/link";
import { type KeyboardEvent, type SubmitEvent, useActionState, useEffect, useRef } from "react";
import { idle } from "@/lib/forms";
import type { ReviewItem } from "@/lib/review/queries";
import { gradeSourceAction, undoGradeAction } from "@/lib/source/actions";
import { QueueEnd } from "./queue-end";
import { ReviewAnswer } from "./review-answer";
import { ReviewCard } from "./review-card";
import { useReview } from "./use-review";

interface ReviewDeskProps {
  /** The queue, the most consequential first; not empty. */
  items: readonly ReviewItem[];
  /** The source that is looked at first. */
  at: string;
  /** What the queue is narrowed to; goes along in every address. */
  reason: string | undefined;
  analystId: string;
}

/**
 * One source at a time, to be judged by one key. The keys work while the focus is in here, as single letters must
 * (WCAG 2.1.4). Before JavaScript every grade is a button of a plain form, and the next source a link.
 */
export function ReviewDesk({ items, at, reason, analystId }: ReviewDeskProps) {
  const draftKey = (source: string) => `review:${source}:${analystId}`;
  const review = useReview(items, at, draftKey);
  const { queue, place, given, skipped, left, last, isPending } = review;
  const [graded, gradeForm] = useActionState(gradeSourceAction, idle);
  const [undone, undoForm] = useActionState(undoGradeAction, idle);
  const desk = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLElement>(null);
  const item = queue[place];
  const id = item?.id;

  // Whoever opens the page can begin at once; later the focus follows the source.
  const isOpened = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source is the reason
  useEffect(() => {
    const isElsewhere = !isOpened.current && document.activeElement !== document.body;
    if (!isElsewhere) card.current?.focus({ preventScroll: !isOpened.current });
    isOpened.current = true;
  }, [id]);

  if (!item) return null;
  const posted = undone.status === "idle" ? graded : undone;

  function submit(
    event: SubmitEvent<HTMLFormElement>,
    send: typeof review.grade,
    action: typeof undoGradeAction,
  ) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    send(action, new FormData(event.currentTarget, submitter));
  }
  const press = (selector: string) => desk.current?.querySelector<HTMLElement>(selector)?.click();

  function byKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.matches("input, textarea, select")) {
      if (event.key === "Escape") card.current?.focus();
      return;
    }
    if (event.key === "Enter" && target !== card.current) return;
    const done = keyed(event.key.toLowerCase());
    if (done) event.preventDefault();
  }

  /** Does what a key stands for; false where it stands for nothing. */
  function keyed(key: string): boolean {
    if (/^[a-f]$/.test(key)) press(`button[name="reliability"][value="${key.toUpperCase()}"]`);
    else if (key === "enter" || key === "arrowright") review.step(1);
    else if (key === "arrowleft") review.step(-1);
    else if (key === "s") review.skip();
    else if (key === "r") desk.current?.querySelector("textarea")?.focus();
    else if (key === "u") press("[data-undo-last]");
    else return false;
    return true;
  }

  const addressOf = (source: string) =>
    `/sources/review?${new URLSearchParams({ ...(reason ? { reason } : {}), at: source })}`;
  const [before, after] = [queue[place - 1], queue[place + 1]];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that only shorten what buttons and links in it do
    <div ref={desk} onKeyDown={byKey} className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <ReviewAnswer
        last={last ?? { id: item.id, given: null, state: posted }}
        undoForm={undoForm}
        onUndo={(event) => submit(event, review.undo, undoGradeAction)}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ReviewCard
            key={item.id}
            ref={card}
            item={item}
            place={`${place + 1} of ${queue.length}`}
            returnTo={addressOf(item.id)}
            draftKey={draftKey(item.id)}
            isPending={isPending}
            refused={last?.id === item.id && last.state.status === "refused" ? last.state : null}
            gradeForm={gradeForm}
            onGrade={(event) => submit(event, review.grade, gradeSourceAction)}
            undoForm={undoForm}
            onUndo={(event) => submit(event, review.undo, undoGradeAction)}
          />
          <nav
            aria-label="Through the queue"
            className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-sm"
          >
            <Step to={before && addressOf(before.id)} go={() => review.step(-1)}>
              ‹ Previous
            </Step>
            {after ? (
              <Step to={addressOf(after.id)} go={() => review.step(1)}>
                Next ›
              </Step>
            ) : (
              <QueueEnd left={left} addressOf={addressOf} goTo={review.goTo} />
            )}
          </nav>
        </div>
        <nav aria-label="The queue" className="text-sm lg:max-h-[36rem] lg:overflow-y-auto">
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-1">
            {queue.map(({ id: source, name }) => (
              <li key={source} className="flex items-baseline justify-between gap-x-3">
                <Link
                  href={addressOf(source)}
                  prefetch={false}
                  dir="auto"
                  aria-current={source === item.id ? "step" : undefined}
                  className="min-w-0 truncate py-0.5 aria-[current]:font-semibold aria-[current]:text-ink"
                  onNavigate={(event) => {
                    event.preventDefault();
                    review.goTo(source);
                  }}
                >
                  {source} {name}
                </Link>
                <span className="shrink-0 text-ink-soft">
                  {given.get(source) ?? (skipped.has(source) ? "skipped" : "")}
                </span>
              </li>
            ))}
          </ol>
        </nav>
      </div>
    </div>
  );
}

function Step({ to, go, children }: { to: string | undefined; go: () => void; children: string }) {
  if (to === undefined) return <span />;
  return (
    <Link
      href={to}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {children}
    </Link>
  );
}

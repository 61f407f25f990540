"use client";

import { type TouchEvent, useRef } from "react";
import { consistencyTone } from "@/components/scale/options";
import { Button } from "@/components/ui/button";
import { CodeBadge } from "@/components/ui/code-badge";
import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";
import { cellKey } from "@/lib/grid/outbox";
import { codeOf, type GridColumn, type GridRow, isDisputed, type Unsaved } from "@/lib/grid/row";
import { CardOthers } from "./card-others";
import { CodeButtons } from "./code-buttons";
import { Reason } from "./reason";
import { UnsavedLine } from "./unsaved-line";

interface EntryCardsProps {
  slug: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  /** The row shown. */
  at: number;
  mayRate: boolean;
  gone: ReadonlySet<string>;
  /** By entry and hypothesis. */
  unsaved: ReadonlyMap<string, ReadonlyMap<string, Unsaved>>;
  drafts: Map<string, string>;
  /** Changes when the ratings of a row may have changed. */
  revisionOf: (id: string) => unknown;
  isStruck: (id: string) => boolean;
  onTurn: (row: number) => void;
  onRate: (row: number, column: number, code: Consistency | null, reason?: string) => void;
  onStrike: (id: string) => void;
  /** Null where the order is not the reader's. */
  onMove: ((row: number, by: 1 | -1) => void) | null;
}

/** How far a finger goes sideways, in pixels, before it is a swipe. */
const swipe = 50;

/** The matrix where it is narrow: one entry at a time, the next at a swipe, codes for a thumb. */
export function EntryCards(props: EntryCardsProps) {
  const { slug, rows, columns, at, onTurn, onRate, onMove } = props;
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const row = rows[at];
  if (!row) return null;
  const isGone = props.gone.has(row.id);
  const mayRate = props.mayRate && !isGone;

  function end(event: TouchEvent) {
    const touch = event.changedTouches[0];
    if (!start.current || !touch) return;
    const [across, down] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
    start.current = null;
    if (Math.abs(across) < swipe || Math.abs(across) < 2 * Math.abs(down)) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
    const step = across < 0 === isRightToLeft ? -1 : 1;
    onTurn(Math.max(0, Math.min(rows.length - 1, at + step)));
  }

  return (
    <section
      aria-label="One entry at a time"
      className="entry-card"
      onTouchStart={({ touches }) => {
        const touch = touches[0];
        start.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
      }}
      onTouchEnd={end}
    >
      <nav aria-label="Entries" className="flex items-center justify-between gap-2">
        <Button onClick={() => onTurn(at - 1)} disabled={at === 0}>
          ‹ Previous
        </Button>
        <span className="text-sm text-ink-soft" aria-live="polite">
          {at + 1} of {rows.length}
        </span>
        <Button onClick={() => onTurn(at + 1)} disabled={at === rows.length - 1}>
          Next ›
        </Button>
      </nav>
      <h2 dir="auto" className="text-lg">
        <a href={`/inquiries/${slug}/evidence/${row.id}`}>{row.id}</a> {row.statement}
      </h2>
      {isGone && (
        <p className="text-sm">{row.id} was withdrawn or merged: it counts no longer and is not rated.</p>
      )}
      {row.isBlind && mayRate && (
        <p className="text-sm text-ink-soft">What the others gave is shown once you have rated the row.</p>
      )}
      <ul className="grid gap-5">
        {columns.map(({ id, shortName }, column) => {
          const own = codeOf(row.own[column]);
          const reason = row.reasons[id] ?? "";
          const cell = cellKey(row.id, id);
          return (
            <li key={id} className="grid gap-1.5">
              <p className="flex items-center justify-between gap-3 text-sm">
                <span>
                  <b>{id}</b> <bdi>{shortName}</bdi>
                </span>
                {!row.isBlind && <Consensus row={row} column={column} />}
              </p>
              {mayRate && (
                <>
                  <CodeButtons
                    id={`rate-${id}`}
                    label={`Your rating of ${row.id} on ${id}`}
                    value={own}
                    onPick={(code) => onRate(at, column, code)}
                  />
                  <UnsavedLine unsaved={props.unsaved.get(row.id)?.get(id)} />
                  <details key={cell} className="text-sm">
                    <summary className="py-1 text-ink-soft">
                      Why{reason !== "" && <bdi>: {reason}</bdi>}
                    </summary>
                    <Reason
                      cell={cell}
                      drafts={props.drafts}
                      label={`, for ${id}`}
                      saved={reason}
                      isRated={own !== null}
                      onSave={(why) => onRate(at, column, own, why)}
                    />
                  </details>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {!row.isBlind && (
        <CardOthers
          key={row.id}
          slug={slug}
          evidence={row.id}
          columns={columns}
          revision={props.revisionOf(row.id)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" onClick={() => props.onStrike(row.id)}>
          {props.isStruck(row.id) ? "Put it back" : "What if it were struck?"}
        </Button>
        {onMove && (
          <>
            <Button variant="quiet" disabled={at === 0} onClick={() => onMove(at, -1)}>
              Move it up
            </Button>
            <Button variant="quiet" disabled={at === rows.length - 1} onClick={() => onMove(at, 1)}>
              Move it down
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function Consensus({ row, column }: { row: GridRow; column: number }) {
  const code = codeOf(row.consensus[column]);
  const scale = CONSISTENCY.find((step) => step.code === code);
  if (!scale) return <span className="text-ink-soft">not rated</span>;
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-ink-soft">
      {isDisputed(row.disagreement[column]) ? "disputed:" : "all:"}
      <CodeBadge code={scale.code} label={scale.label} tone={consistencyTone(scale.code)} />
    </span>
  );
}

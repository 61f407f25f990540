"use client";

import { type KeyboardEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import type { Consistency } from "@/lib/analysis/scales";
import { cellKey } from "@/lib/grid/outbox";
import type { GridColumn, GridRow, Unsaved } from "@/lib/grid/row";
import { CodeButtons } from "./code-buttons";
import { Others } from "./others";
import { Reason } from "./reason";
import { UnsavedLine } from "./unsaved-line";
import { useRowRatings } from "./use-row-ratings";

interface CellDrawerProps {
  slug: string;
  row: GridRow;
  column: GridColumn;
  own: Consistency | null;
  mayRate: boolean;
  /** Whether the entry counts no longer. */
  isGone: boolean;
  unsaved: Unsaved | undefined;
  drafts: Map<string, string>;
  /** Changes when the ratings of the row may have changed. */
  revision: unknown;
  onRate: (code: Consistency | null, reason?: string) => void;
  onClose: () => void;
}

/** Everybody's ratings of one cell with their reasons, and one's own to be changed; it follows the cursor. */
export function CellDrawer(props: CellDrawerProps) {
  const { slug, row, column, own, mayRate, onClose } = props;
  const titleId = useId();
  const read = useRowRatings(slug, row.id, props.revision);
  const cell = cellKey(row.id, column.id);
  return (
    <aside
      id="cell"
      aria-labelledby={titleId}
      tabIndex={-1}
      className="cell-drawer"
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        // Nothing beneath shall close along with it.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="flex items-start justify-between gap-4">
        <h2 id={titleId} className="text-lg">
          {row.id} and {column.id} <bdi>{column.shortName}</bdi>
        </h2>
        <Button size="small" variant="quiet" onClick={onClose}>
          Close
        </Button>
      </header>
      <p dir="auto" className="text-sm text-ink-soft">
        {row.statement}
      </p>
      {props.isGone && (
        <p className="text-sm">{row.id} was withdrawn or merged: it counts no longer and is not rated.</p>
      )}
      {mayRate && (
        <section aria-label="Your rating" className="grid gap-2">
          <h3 className="text-base">Your rating</h3>
          <CodeButtons label={`Your rating of ${row.id} on ${column.id}`} value={own} onPick={props.onRate} />
          <UnsavedLine unsaved={props.unsaved} />
          <Reason
            key={cell}
            cell={cell}
            drafts={props.drafts}
            label=""
            saved={row.reasons[column.id] ?? ""}
            isRated={own !== null}
            onSave={(reason) => props.onRate(own, reason)}
          />
        </section>
      )}
      <section
        aria-label="What the others gave"
        className="grid gap-2"
        aria-busy={read.ratings === null && !read.isFailed}
      >
        <h3 className="text-base">The others</h3>
        <Others evidence={row.id} hypothesis={column.id} read={read} />
      </section>
      <p className="text-sm">
        <a href={`/inquiries/${slug}/evidence/${row.id}`}>
          All of {row.id}: where it stands and what it does
        </a>
      </p>
    </aside>
  );
}

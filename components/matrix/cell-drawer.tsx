"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { consistencyTone } from "@/components/scale/options";
import { Button } from "@/components/ui/button";
import { CodeBadge } from "@/components/ui/code-badge";
import { CONSISTENCY, type Consistency } from "@/lib/analysis/scales";
import type { GridColumn, GridRow } from "@/lib/grid/row";
import { CodeButtons } from "./code-buttons";

interface Given {
  readonly analyst: string;
  readonly isMine: boolean;
  readonly hypothesis: string;
  readonly consistency: Consistency;
  readonly reason: string;
}

interface RowRatings {
  readonly isBlind: boolean;
  readonly ratings: readonly Given[];
}

interface CellDrawerProps {
  slug: string;
  row: GridRow;
  column: GridColumn;
  own: Consistency | null;
  mayRate: boolean;
  /** Changes when the ratings of the row may have changed. */
  revision: unknown;
  onRate: (code: Consistency | null, reason?: string) => void;
  onClose: () => void;
}

/** Everybody's ratings of one cell with their reasons, and one's own to be changed; it follows the cursor. */
export function CellDrawer(props: CellDrawerProps) {
  const { slug, row, column, own, mayRate, onClose } = props;
  const titleId = useId();
  const ratings = useRowRatings(slug, row.id, props.revision);
  const inCell = ratings?.ratings.filter(({ hypothesis }) => hypothesis === column.id) ?? [];
  const mine = inCell.find(({ isMine }) => isMine);
  const others = inCell.filter(({ isMine }) => !isMine);
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
      {mayRate && (
        <section aria-label="Your rating" className="grid gap-2">
          <h3 className="text-base">Your rating</h3>
          <CodeButtons label={`Your rating of ${row.id} on ${column.id}`} value={own} onPick={props.onRate} />
          <Reason
            key={`${row.id}/${column.id}`}
            saved={mine?.reason ?? ""}
            isRated={own !== null}
            onSave={(reason) => props.onRate(own, reason)}
          />
        </section>
      )}
      <section aria-label="What the others gave" className="grid gap-2" aria-busy={ratings === null}>
        <h3 className="text-base">The others</h3>
        {ratings === null ? (
          <p className="text-sm text-ink-soft">Reading …</p>
        ) : ratings.isBlind ? (
          <p className="text-sm text-ink-soft">
            Rating is blind here: what the others gave is shown once you have rated {row.id}.
          </p>
        ) : others.length === 0 ? (
          <p className="text-sm text-ink-soft">Nobody else has rated this cell.</p>
        ) : (
          <ul className="grid gap-2">
            {others.map((given) => (
              <li key={given.analyst} className="text-sm">
                <Code code={given.consistency} /> <bdi>{given.analyst}</bdi>
                {given.reason && (
                  <p dir="auto" className="text-ink-soft">
                    {given.reason}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className="text-sm">
        <a href={`/inquiries/${slug}/evidence/${row.id}`}>
          All of {row.id}: where it stands and what it does
        </a>
      </p>
    </aside>
  );
}

function Code({ code }: { code: Consistency }) {
  const label = CONSISTENCY.find((step) => step.code === code)?.label ?? "";
  return <CodeBadge code={code} label={label} tone={consistencyTone(code)} />;
}

/** Why one rated so; what is being typed stays, whatever comes from the server meanwhile. */
function Reason({
  saved,
  isRated,
  onSave,
}: {
  saved: string;
  isRated: boolean;
  onSave: (reason: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? saved;
  const id = useId();
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRated) onSave(text.trim());
      }}
    >
      <label htmlFor={id} className="text-sm">
        Why
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        maxLength={600}
        value={text}
        onChange={({ target }) => setTyped(target.value)}
        className="control"
      />
      <Button
        type="submit"
        size="small"
        disabled={!isRated || text.trim() === saved}
        className="justify-self-start"
      >
        Save the reason
      </Button>
      {!isRated && text !== "" && <p className="text-xs text-ink-soft">Give a code first.</p>}
    </form>
  );
}

/** Null while they are read; read anew when `revision` changes, keeping what was there until then. */
function useRowRatings(slug: string, evidence: string, revision: unknown): RowRatings | null {
  const [read, setRead] = useState<{ readonly evidence: string; readonly ratings: RowRatings } | null>(null);
  const latest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a revision says that what was read is past
  useEffect(() => {
    latest.current++;
    const mine = latest.current;
    fetch(`/api/v1/inquiries/${slug}/ratings?evidence=${evidence}`)
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((ratings: RowRatings | null) => {
        if (ratings && latest.current === mine) setRead({ evidence, ratings });
      })
      .catch(() => {});
  }, [slug, evidence, revision]);
  return read?.evidence === evidence ? read.ratings : null;
}

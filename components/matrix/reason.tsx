"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";

interface ReasonProps {
  /** The cell that it is of, among the drafts. */
  cell: string;
  /** What was typed and not saved, by cell: it outlives this field. */
  drafts: Map<string, string>;
  label: string;
  saved: string;
  isRated: boolean;
  onSave: (reason: string) => void;
}

/** Why one rated so; what is being typed stays, whatever comes from the server or is looked at meanwhile. */
export function Reason({ cell, drafts, label, saved, isRated, onSave }: ReasonProps) {
  const [typed, setTyped] = useState<string | null>(() => drafts.get(cell) ?? null);
  const text = typed ?? saved;
  const id = useId();

  function type(draft: string | null) {
    setTyped(draft);
    if (draft === null) drafts.delete(cell);
    else drafts.set(cell, draft);
  }

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRated) return;
        onSave(text.trim());
        type(null);
      }}
    >
      <label htmlFor={id} className="text-sm">
        Why<span className="sr-only">{label}</span>
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        maxLength={600}
        value={text}
        onChange={({ target }) => type(target.value)}
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

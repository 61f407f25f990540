"use client";

import { useId, useState } from "react";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { TextField } from "@/components/ui/text-field";
import { formatPercent, formatRatio } from "@/lib/analysis/likelihood";
import { count } from "@/lib/format";
import type { Choices, EntryChoice } from "@/lib/what-if/view";

interface EntryChoicesProps {
  entries: Choices<EntryChoice>;
  statements: ReadonlyMap<string, string>;
  struck: readonly string[];
  /** Whether hypotheses are only ranked, so that no figure is a per cent. */
  isRanking: boolean;
}

/** The entries, each with a box to strike it; a filter hides boxes and keeps what is ticked. */
export function EntryChoices(props: EntryChoicesProps) {
  const { entries, statements, struck, isRanking } = props;
  const { listed, unlisted } = entries;
  const [filter, setFilter] = useState("");
  const filterId = useId();
  const wanted = filter.trim().toLocaleLowerCase();
  const isShown = (id: string) =>
    wanted === "" ||
    id.toLocaleLowerCase() === wanted ||
    (statements.get(id) ?? "").toLocaleLowerCase().includes(wanted);
  const shown = listed.filter(({ id }) => isShown(id)).length;
  if (listed.length === 0) return null;
  return (
    <Section
      title="Strike entries"
      id="entries"
      lead="Linchpins first, then what moves the answer most. The share is how much of the whole weight shifts when that entry alone is struck; how entries act together only striking them shows."
    >
      {listed.length > 8 && (
        <div className="noscript:hidden">
          <Field id={filterId} label="Show only entries with" hint="Words of the statement, or a number.">
            <input
              id={filterId}
              type="search"
              dir="auto"
              autoComplete="off"
              className="control"
              data-width="medium"
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          </Field>
          <p role="status" className="mt-1 text-xs text-ink-soft">
            {wanted !== "" && `${count(shown, "entry", "entries")} of ${listed.length} shown`}
          </p>
        </div>
      )}
      <ul className="divide-y divide-rule">
        {listed.map(({ id, moves, isLinchpin }) => (
          <li key={id} hidden={!isShown(id)} className="py-2">
            <CheckField
              name="entry"
              value={id}
              defaultChecked={struck.includes(id)}
              label={
                <span className="flex gap-2">
                  <span className="min-w-9 shrink-0">
                    <span className="sr-only">Strike </span>
                    {id}
                  </span>
                  <span dir="auto" className="min-w-0 font-normal">
                    {statements.get(id)}
                  </span>
                </span>
              }
              hint={`${isLinchpin ? "Linchpin · " : ""}alone it moves ${movesInWords(moves, isRanking)}`}
            />
          </li>
        ))}
      </ul>
      {unlisted > 0 && (
        <TextField
          name="also"
          label="Other entries, by number"
          hint={`${count(unlisted, "entry is", "entries are")} not listed: they move less than these. Strike them here, as in E512, E7.`}
          autoComplete="off"
          width="medium"
        />
      )}
    </Section>
  );
}

function movesInWords(moves: number, isRanking: boolean): string {
  if (moves < 0.0005) return "nothing to speak of";
  return isRanking ? `${formatRatio(moves)} of the weight` : formatPercent(moves, 1);
}

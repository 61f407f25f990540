import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { COLUMNS, EVIDENCE_KINDS, RELIABILITY } from "@/lib/analysis/scales";
import type { EvidenceFilter } from "@/lib/evidence/schema";
import { addressWith } from "@/lib/search-params";

export interface EvidenceFiltersProps {
  /** The page that is narrowed. */
  path: string;
  /** What else stands in its address and stays. */
  keeps?: Readonly<Record<string, string | undefined>>;
  filter: EvidenceFilter;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  sources: ReadonlyMap<string, string>;
  /** Whether the reader rates here. */
  isAnalyst: boolean;
  /** Fields that are not seen, of what only the browser knows. */
  children?: ReactNode;
  /** Where everything is shown again; without conditions, if it is not given. */
  all?: ReactNode;
}

/** Narrows the list, the timeline or the matrix. A plain form over the address, so that a view can be sent to somebody. */
export function EvidenceFilters({
  path,
  keeps = {},
  filter,
  hypotheses,
  sources,
  isAnalyst,
  children,
  all,
}: EvidenceFiltersProps) {
  return (
    <search aria-label="Narrow the evidence" className="print:hidden">
      <form action={path} className="grid gap-4">
        {Object.entries(keeps).map(
          ([name, value]) =>
            value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <TextField name="text" type="search" label="Text or number" defaultValue={filter.text} />
          <SelectField
            name="stance"
            label="Stance"
            emptyLabel="any"
            defaultValue={filter.stance}
            options={COLUMNS.map(({ code, label }) => ({ value: code, label }))}
          />
          <SelectField
            name="hypothesis"
            label="… towards"
            emptyLabel="any hypothesis"
            defaultValue={filter.hypothesis}
            options={hypotheses.map(({ id, shortName }) => ({ value: id, label: `${id} ${shortName}` }))}
          />
          <SelectField
            name="kind"
            label="Kind"
            emptyLabel="any"
            defaultValue={filter.kind}
            options={EVIDENCE_KINDS.map(({ code, label }) => ({ value: code, label }))}
          />
          <SelectField
            name="source"
            label="Source or relay"
            emptyLabel="any"
            defaultValue={filter.source}
            options={[...sources].map(([id, name]) => ({ value: id, label: `${id} · ${name}` }))}
          />
          <SelectField
            name="grade"
            label="Grade of the origin it leans on"
            emptyLabel="any"
            defaultValue={filter.grade}
            options={RELIABILITY.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {isAnalyst && (
            <CheckField
              name="mine"
              value="unrated"
              label="Not rated by me"
              defaultChecked={filter.mine === "unrated"}
            />
          )}
          <CheckField
            name="disputed"
            value="yes"
            label="Disputed"
            defaultChecked={filter.disputed === "yes"}
          />
          <Button type="submit">Narrow</Button>
          {all ?? (
            <LinkButton href={addressWith(path, keeps)} variant="quiet">
              Show all
            </LinkButton>
          )}
        </div>
      </form>
    </search>
  );
}

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { COLUMNS, EVIDENCE_KINDS, RELIABILITY } from "@/lib/analysis/scales";
import type { EvidenceFilter } from "@/lib/evidence/schema";

export interface EvidenceFiltersProps {
  /** The page that is narrowed. */
  path: string;
  filter: EvidenceFilter;
  hypotheses: readonly { readonly id: string; readonly shortName: string }[];
  sources: ReadonlyMap<string, string>;
}

/** Narrows the list, or the timeline. A plain form over the address, so that a view can be sent to somebody. */
export function EvidenceFilters({ path, filter, hypotheses, sources }: EvidenceFiltersProps) {
  return (
    <search aria-label="Narrow the evidence" className="print:hidden">
      <form action={path} className="grid gap-4">
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
        <div className="flex gap-3">
          <Button type="submit">Narrow</Button>
          <LinkButton href={path} variant="quiet">
            Show all
          </LinkButton>
        </div>
      </form>
    </search>
  );
}

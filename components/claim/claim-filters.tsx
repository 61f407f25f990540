import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { VERDICTS } from "@/lib/analysis/scales";
import type { ClaimFilter } from "@/lib/claim/schema";

interface ClaimFiltersProps {
  path: string;
  filter: ClaimFilter;
  asserters: ReadonlyMap<string, string>;
}

const verdicts = [
  ...VERDICTS.map(({ code, label }) => ({ value: code, label })),
  { value: "withdrawn", label: "Withdrawn" },
];

/** Narrows the list of claims. A plain form over the address, so that a view can be sent to somebody. */
export function ClaimFilters({ path, filter, asserters }: ClaimFiltersProps) {
  return (
    <search aria-label="Narrow the claims">
      <form action={path} className="grid gap-4">
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
          <TextField name="text" type="search" label="Text or number" defaultValue={filter.text} />
          <SelectField
            name="verdict"
            label="How it stands"
            emptyLabel="any"
            defaultValue={filter.verdict}
            options={verdicts}
          />
          <SelectField
            name="asserter"
            label="Asserted by"
            emptyLabel="anybody"
            defaultValue={filter.asserter}
            options={[...asserters].map(([id, name]) => ({ value: id, label: `${id} · ${name}` }))}
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button type="submit">Narrow</Button>
          <LinkButton href={path} variant="quiet">
            Show all
          </LinkButton>
        </div>
      </form>
    </search>
  );
}

import { SelectField } from "@/components/ui/select-field";
import { SuggestField } from "@/components/ui/suggest-field";
import { SOURCE_KINDS } from "@/lib/source/kinds";

export interface Suggestion {
  readonly id: string;
  readonly name: string;
}

interface HandFieldsProps {
  /** The first part of the names of its fields. */
  at: string;
  label: string;
  required?: boolean;
  source?: Suggestion | undefined;
  via?: Suggestion | null | undefined;
  suggestions: readonly Suggestion[];
}

const kinds = SOURCE_KINDS.map(({ code, label }) => ({ value: code, label }));

const named = ({ id, name }: Suggestion): string => `${id} · ${name}`;

/** A source, known or new, and the one through which it reaches us. */
export function HandFields({ at, label, required = false, source, via, suggestions }: HandFieldsProps) {
  const options = suggestions.map((suggestion) => ({ value: named(suggestion) }));
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <SuggestField
        name={`${at}.source`}
        label={label}
        required={required}
        suggestions={options}
        defaultValue={source && named(source)}
        hint="Pick one, or type the name of a new one."
      />
      <SelectField
        name={`${at}.sourceKind`}
        label="If it is new, it is"
        emptyLabel="(known already)"
        options={kinds}
      />
      <SuggestField
        name={`${at}.via`}
        label="Through whom we have it"
        suggestions={options}
        defaultValue={via ? named(via) : undefined}
        hint="Only if we do not hold the source itself."
      />
      <SelectField
        name={`${at}.viaKind`}
        label="If that is new, it is"
        emptyLabel="(known already)"
        options={kinds}
      />
    </div>
  );
}

import { SelectField } from "@/components/ui/select-field";
import { SuggestField } from "@/components/ui/suggest-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import type { Citation } from "./provenance";

const kinds = SOURCE_KINDS.map(({ code, label }) => ({ value: code, label }));

export interface CitationFieldsProps {
  index: number;
  given?: Citation | undefined;
  suggestions: readonly { readonly id: string; readonly name: string }[];
}

/** One line of "where it stands": who asserts it, whom we have it from, and the place in it. */
export function CitationFields({ index, given, suggestions }: CitationFieldsProps) {
  const name = (part: string) => `citations.${index}.${part}`;
  const named = (hand: Citation["source"] | null | undefined) =>
    hand ? `${hand.id} · ${hand.name}` : undefined;
  const options = suggestions.map((source) => ({ value: `${source.id} · ${source.name}` }));
  return (
    <div className="grid gap-4">
      <input type="hidden" name={name("id")} value={given?.id ?? ""} />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <SuggestField
          name={name("source")}
          label="Source that asserts it"
          suggestions={options}
          defaultValue={named(given?.source)}
          hint="Pick one, or type the name of a new one."
        />
        <SelectField
          name={name("sourceKind")}
          label="If it is new, it is"
          emptyLabel="(known already)"
          options={kinds}
        />
        <SuggestField
          name={name("via")}
          label="Through whom we have it"
          suggestions={options}
          defaultValue={named(given?.via)}
          hint="Only if we do not hold the source itself."
        />
        <SelectField
          name={name("viaKind")}
          label="If that is new, it is"
          emptyLabel="(known already)"
          options={kinds}
        />
      </div>
      <details
        open={
          given !== undefined &&
          (given.url ?? given.quote) !== null &&
          (given.quote !== "" || given.url !== null)
        }
      >
        <summary className="cursor-pointer py-1 text-sm">Place, link, quote and dates</summary>
        <div className="grid gap-4 pt-3 sm:grid-cols-2">
          <TextField
            name={name("locator")}
            label="Place in it"
            defaultValue={given?.locator}
            hint="Page, paragraph, minute."
          />
          <TextField name={name("url")} label="Link" type="url" defaultValue={given?.url ?? undefined} />
          <TextField
            name={name("publishedOn")}
            label="Published"
            defaultValue={given?.publishedOn ?? undefined}
            hint="2024-04-15, 2024-04, 2024~"
          />
          <TextField
            name={name("accessedOn")}
            label="Accessed"
            defaultValue={given?.accessedOn ?? undefined}
            hint="2024-05-17"
          />
          <TextField
            name={name("archivedAt")}
            label="Archived copy"
            type="url"
            defaultValue={given?.archivedAt ?? undefined}
          />
          <TextArea
            name={name("quote")}
            label="Quote"
            serif
            rows={2}
            defaultValue={given?.quote}
            className="sm:col-span-2"
          />
        </div>
      </details>
    </div>
  );
}

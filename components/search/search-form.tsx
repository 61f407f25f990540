import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** Asks for words; a plain form, so that what is looked for stands in the address. */
export function SearchForm({ text, kind }: { text: string; kind: string | undefined }) {
  return (
    <search>
      <form method="get" action="/search" className="flex max-w-measure flex-wrap items-end gap-3">
        <TextField
          name="text"
          label="Words or a number"
          type="search"
          defaultValue={text}
          enterKeyHint="search"
          className="w-full max-w-120 flex-1"
        />
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Button type="submit" variant="primary">
          Search
        </Button>
      </form>
    </search>
  );
}

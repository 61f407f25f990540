import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** Finds sources by name or number; a plain form, so that what is looked for stands in the address. */
export function SourceSearch({ text }: { text: string }) {
  return (
    <search>
      <form method="get" action="/sources" className="flex flex-wrap items-end gap-3">
        <TextField
          name="text"
          label="Name or number"
          type="search"
          defaultValue={text}
          enterKeyHint="search"
          className="w-full max-w-88 flex-1"
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}

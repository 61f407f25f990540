import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** Asks for two entries that nothing proposes: one report in quite different words is told by people alone. */
export function TwoEntries({ path }: { path: string }) {
  return (
    <form action={path} className="flex flex-wrap items-end gap-4">
      <TextField name="one" label="One entry" width="short" />
      <TextField name="other" label="The other" width="short" />
      <Button type="submit">Put side by side</Button>
    </form>
  );
}

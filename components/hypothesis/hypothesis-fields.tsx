import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

export function HypothesisFields({
  given,
}: {
  given?: { readonly shortName: string; readonly statement: string; readonly origin: string };
}) {
  return (
    <>
      <TextField
        name="shortName"
        label="Short name"
        required
        defaultValue={given?.shortName}
        hint="Two to five words; it heads the column in the matrix."
      />
      <TextArea
        name="statement"
        label="What it claims"
        required
        serif
        rows={3}
        defaultValue={given?.statement}
        hint="So plain that evidence can speak against it."
      />
      <TextField
        name="origin"
        label="Where it comes from"
        defaultValue={given?.origin}
        hint="Who put it forward, and where; empty if it is your own."
      />
    </>
  );
}

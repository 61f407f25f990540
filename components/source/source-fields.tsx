import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { SOURCE_KINDS } from "@/lib/source/kinds";
import type { SourceFound } from "@/lib/source/queries";

const kinds = SOURCE_KINDS.map(({ code, label, help }) => ({ value: code, label: `${label} – ${help}` }));

/** What is said of a source, new or known. */
export function SourceFields({ source }: { source?: SourceFound }) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="As a reader would know it: the paper, the office, the person, the report."
        defaultValue={source?.name}
        required
      />
      <SelectField
        name="kind"
        label="Kind"
        hint="What it is. Says nothing of how far it can be trusted."
        options={kinds}
        emptyLabel="Please choose"
        defaultValue={source?.kind}
        required
      />
      <TextField
        name="stake"
        label="Stake"
        hint="What it has to gain or lose in the matter."
        defaultValue={source?.stake}
      />
      <TextArea name="description" label="Description" defaultValue={source?.description} />
      <TextField
        name="url"
        label="Address"
        hint="Where it can be found, starting with https://."
        type="url"
        dir="ltr"
        defaultValue={source?.url ?? ""}
      />
      <TextField
        name="publishedOn"
        label="Published"
        hint="2024, 2024-03, 2024-03-22, 2024~ (about), 2022-10/2023-08 (from/to)."
        dir="ltr"
        width="medium"
        defaultValue={source?.publishedOn ?? ""}
      />
    </>
  );
}

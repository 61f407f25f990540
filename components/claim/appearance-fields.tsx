import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { ClaimFound } from "@/lib/claim/queries";
import { HandFields, type Suggestion } from "./hand-fields";

interface AppearanceFieldsProps {
  index: number;
  given?: ClaimFound["appearances"][number] | undefined;
  suggestions: readonly Suggestion[];
}

/** One place where a claim was made. */
export function AppearanceFields({ index, given, suggestions }: AppearanceFieldsProps) {
  const at = `appearances.${index}`;
  return (
    <div className="grid gap-4">
      <input type="hidden" name={`${at}.id`} value={given?.id ?? ""} />
      <HandFields
        at={at}
        label="Source in which it appears"
        source={given?.source}
        via={given?.via}
        suggestions={suggestions}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name={`${at}.locator`}
          label="Place in it"
          defaultValue={given?.locator}
          hint="Page, paragraph, minute."
        />
        <TextField
          name={`${at}.appearedOn`}
          label="When it appeared"
          defaultValue={given?.appearedOn ?? undefined}
          hint="2024-04-15, 2024-04, 2024~"
        />
        <TextField
          name={`${at}.url`}
          label="Link"
          type="url"
          defaultValue={given?.url ?? undefined}
          className="sm:col-span-2"
        />
        <TextArea
          name={`${at}.quote`}
          label="Quote"
          serif
          rows={2}
          defaultValue={given?.quote}
          className="sm:col-span-2"
        />
      </div>
    </div>
  );
}

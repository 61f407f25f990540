import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { ClaimFound } from "@/lib/claim/queries";
import { AppearanceFields } from "./appearance-fields";
import { HandFields, type Suggestion } from "./hand-fields";

interface ClaimFieldsProps {
  given?: ClaimFound | undefined;
  suggestions: readonly Suggestion[];
}

/** A claim: what is asserted, by whom, of what, and where it appeared. */
export function ClaimFields({ given, suggestions }: ClaimFieldsProps) {
  const appearances = given?.appearances ?? [];
  const shown = Math.max(1, appearances.length);
  return (
    <>
      <TextArea
        name="statement"
        label="Claim"
        required
        serif
        rows={3}
        defaultValue={given?.statement}
        hint="One thing that somebody says is so: “it was them”. That they said it is an entry."
      />
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-serif text-lg font-semibold">Who asserts it</legend>
        <HandFields
          at="asserter"
          label="Source that asserts it"
          required
          source={given?.assertedBy}
          via={given?.assertedVia}
          suggestions={suggestions}
        />
        <TextField
          name="assertedOn"
          label="Asserted on"
          defaultValue={given?.assertedOn ?? undefined}
          hint="When they said so first: 2024-03-23, 2024-03, 2024~ (about); empty if unknown."
        />
      </fieldset>
      <TextField
        name="about"
        label="What it is about"
        defaultValue={given?.about}
        hint="The event or the matter, in a few words."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="occurredOn"
          label="When that happened"
          defaultValue={given?.occurredOn ?? undefined}
          hint="2024-03-22, 2024-03, 2022-10/2023-08 (from/to), 2024~ (about); empty if unknown."
        />
        <TextField name="place" label="Where" defaultValue={given?.place} />
      </div>
      {Array.from({ length: shown }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slots are places in the form and never move
        <fieldset key={index} className="grid gap-3 border-t border-rule pt-5">
          <legend className="sr-only">Appearance {index + 1}</legend>
          <p aria-hidden="true" className="font-serif text-lg font-semibold">
            Where it appeared{index > 0 && `, ${index + 1}`}
          </p>
          <AppearanceFields index={index} given={appearances[index]} suggestions={suggestions} />
        </fieldset>
      ))}
      <details className="border-t border-rule pt-4">
        <summary className="cursor-pointer py-1 text-sm">It appeared somewhere else as well</summary>
        <div className="pt-4">
          <AppearanceFields index={shown} suggestions={suggestions} />
        </div>
      </details>
    </>
  );
}

import type { ReactNode } from "react";
import { SelectField } from "@/components/ui/select-field";
import { SuggestField } from "@/components/ui/suggest-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { EVIDENCE_KINDS } from "@/lib/analysis/scales";
import { CitationFields } from "./citation-fields";
import type { Citation } from "./provenance";

export interface EvidenceFieldsProps {
  given?:
    | {
        readonly statement: string;
        readonly kind: string;
        readonly occurredOn: string | null;
        readonly places: readonly string[];
        readonly note: string;
        readonly claim: { readonly id: string; readonly statement: string } | null;
        readonly citations: readonly Citation[];
      }
    | undefined;
  suggestions: readonly { readonly id: string; readonly name: string }[];
  claims: readonly { readonly id: string; readonly statement: string }[];
}

/** An entry: the statement first, then what it is, when and where, and where it stands. */
export function EvidenceFields({ given, suggestions, claims }: EvidenceFieldsProps) {
  const citations = given?.citations ?? [];
  const slots = Math.max(1, citations.length) + 1;
  return (
    <>
      <TextArea
        name="statement"
        label="Statement"
        required
        serif
        rows={3}
        defaultValue={given?.statement}
        hint="One thing that is, or is said to be, so."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label="Kind"
          required
          defaultValue={given?.kind ?? "report"}
          options={EVIDENCE_KINDS.map(({ code, label, help }) => ({
            value: code,
            label: `${label}: ${help}`,
          }))}
        />
        <TextField
          name="occurredOn"
          label="When it happened"
          defaultValue={given?.occurredOn ?? undefined}
          hint="2024-03-22, 2024-03, 2022-10/2023-08 (from/to), 2024~ (about); empty if unknown."
        />
      </div>
      <TextField
        name="places"
        label="Where"
        defaultValue={given?.places.join("; ")}
        hint="Several places with a semicolon between them."
      />
      {Array.from({ length: slots }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slots are places in the form and never move
        <CitationSlot key={index} number={index + 1} isSpare={index === slots - 1}>
          <CitationFields index={index} given={citations[index]} suggestions={suggestions} />
        </CitationSlot>
      ))}
      <SuggestField
        name="claimId"
        label="Claim that it reports"
        suggestions={claims.map((claim) => ({ value: suggestedClaim(claim) }))}
        defaultValue={given?.claim ? suggestedClaim(given.claim) : undefined}
        hint="Only where the entry tells that somebody claimed something: “they said it was them” is an entry, “it was them” is the claim."
      />
      <TextArea
        name="note"
        label="Note"
        rows={2}
        defaultValue={given?.note}
        hint="Discrepancies, doubts, what was looked for and not found."
      />
    </>
  );
}

const suggestedClaim = ({ id, statement }: { readonly id: string; readonly statement: string }): string =>
  `${id} · ${statement}`;

/** A place for one citation; the last one, folded away, is for one source more. */
function CitationSlot({
  number,
  isSpare,
  children,
}: {
  number: number;
  isSpare: boolean;
  children: ReactNode;
}) {
  if (isSpare) {
    return (
      <details className="border-t border-rule pt-4">
        <summary className="cursor-pointer py-1 text-sm">Another source says it as well</summary>
        <div className="pt-4">{children}</div>
      </details>
    );
  }
  return (
    <fieldset className="grid gap-3 border-t border-rule pt-5">
      <legend className="sr-only">Citation {number}</legend>
      <p aria-hidden="true" className="font-serif text-lg font-semibold">
        {number > 1 ? `Where it stands, ${number}` : "Where it stands"}
      </p>
      {children}
    </fieldset>
  );
}

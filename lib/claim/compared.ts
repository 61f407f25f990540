import type { ComparedField } from "@/lib/conflict";
import type { FormValues } from "@/lib/forms";
import { comparedSource } from "@/lib/source/typed";
import type { AppearanceRow } from "./appearances";
import type { ClaimEdit } from "./schema";

/** A claim as an edit writes it into the history. */
export interface ClaimContent {
  readonly statement: string;
  readonly assertedById: string;
  readonly assertedViaId: string | null;
  readonly about: string;
  readonly place: string;
  readonly occurredOn: string | null;
  readonly assertedOn: string | null;
  readonly appearances: readonly (AppearanceRow & { readonly id?: string | undefined })[];
}

/** What of a claim is compared where two people edited it, each as the form has it. */
export const comparedFields: readonly ComparedField<ClaimContent>[] = [
  { name: "statement", label: "Claim", of: ({ statement }) => statement },
  {
    name: "asserter",
    label: "Asserted by",
    of: ({ assertedById, assertedViaId }) => lineOf(assertedById, assertedViaId),
    fill: ({ assertedById, assertedViaId }) => ({
      "asserter.source": assertedById,
      "asserter.via": assertedViaId ?? "",
    }),
  },
  { name: "assertedOn", label: "Asserted on", of: ({ assertedOn }) => assertedOn },
  { name: "about", label: "What it is about", of: ({ about }) => about },
  { name: "place", label: "Where", of: ({ place }) => place },
  { name: "occurredOn", label: "When that happened", of: ({ occurredOn }) => occurredOn },
  {
    name: "appearances",
    label: "Where it appeared",
    of: ({ appearances }) =>
      appearances
        .map((row) => lineOf(row.sourceId, row.viaId, row.locator, row.url, row.quote, row.appearedOn))
        .join("\n"),
    fill: ({ appearances }) => Object.assign({}, ...appearances.map(fillAppearance)),
  },
];

/** What was typed, as the history would have it; sources as far as they are known by number. */
export function asTyped({
  statement,
  asserter,
  about,
  place,
  occurredOn,
  assertedOn,
  appearances,
}: ClaimEdit): ClaimContent {
  return {
    statement,
    assertedById: comparedSource(asserter.source),
    assertedViaId: asserter.via === "" ? null : comparedSource(asserter.via),
    about,
    place,
    occurredOn,
    assertedOn,
    appearances: appearances.map(({ source, via, locator, url, quote, appearedOn }) => ({
      sourceId: comparedSource(source),
      viaId: via === "" ? null : comparedSource(via),
      locator,
      url,
      quote,
      appearedOn,
    })),
  };
}

const lineOf = (...parts: (string | null)[]): string => parts.filter(Boolean).join(", ");

function fillAppearance(row: ClaimContent["appearances"][number], index: number): FormValues {
  const { id, sourceId: source, viaId: via, locator, url, quote, appearedOn } = row;
  const fields = { id, source, via, locator, url, quote, appearedOn };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`appearances.${index}.${name}`, value ?? ""]),
  );
}

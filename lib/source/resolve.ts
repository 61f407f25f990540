import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { installationChain } from "@/lib/history/chain";
import { nextSourceIds, recordAll } from "@/lib/history/record";
import type { SourceKind } from "./kinds";
import { findTypedSources, findTypedWithdrawn, type NamedSource } from "./queries";
import type { SourceDraft } from "./schema";
import { typedNumber, typedSource } from "./typed";

/** What was typed where a source is asked for. */
export interface TypedSource {
  readonly field: string;
  readonly text: string;
  readonly newKind: SourceKind | null;
  readonly kindField: string;
}

/** Makes sources in the caller's transaction. @returns their ids. */
async function addSources(tx: Transaction, actor: Person, drafts: readonly SourceDraft[]): Promise<string[]> {
  const given = await nextSourceIds(tx, drafts.length);
  const made = given.flatMap((number, i) => {
    const draft = drafts[i];
    return draft ? [{ number, draft }] : [];
  });
  await tx.source.createMany({
    data: made.map(({ number, draft }) => ({ ...draft, ...number, createdById: actor.analystId })),
  });
  await recordAll(
    tx,
    installationChain,
    actor.analystId,
    made.map(({ number, draft }) => ({ action: "source.added", subject: number.id, after: draft })),
  );
  return given.map(({ id }) => id);
}

/** Makes a source in the caller's transaction. @returns its id. */
export async function addSource(tx: Transaction, actor: Person, draft: SourceDraft): Promise<string> {
  const [id = ""] = await addSources(tx, actor, [draft]);
  return id;
}

/**
 * Finds or makes the sources of typed lines. Nothing is made while any line is in doubt: then the result is the
 * sentences for the fields. The same new name given twice makes one source.
 *
 * @param standing The sources that stand there already: withdrawn or not, they can stay.
 */
export async function resolveSources(
  tx: Transaction,
  actor: Person,
  typed: readonly TypedSource[],
  standing: readonly string[] = [],
): Promise<{ ids: Map<string, string> } | { errors: Record<string, string> }> {
  const ids = new Map<string, string>();
  const errors: Record<string, string> = {};
  /** By the name in small letters, since names are found in any. */
  const toMake = new Map<string, { name: string; kind: SourceKind }>();
  const texts = typed.map(({ text }) => text);
  const known = await findTypedSources(actor, texts, tx, standing);
  const strange = texts.filter((text) => !known.has(text));
  const withdrawn =
    strange.length > 0 ? await findTypedWithdrawn(actor, strange, tx) : new Map<string, NamedSource>();
  for (const { field, text, newKind, kindField } of typed) {
    if (ids.has(text)) continue;
    const key = text.toLowerCase();
    const found = known.get(text);
    const gone = withdrawn.get(text);
    // A number is never the name of a new source, also where the name follows it.
    const number = typedNumber(text);
    if (found) ids.set(text, found.id);
    else if (number)
      errors[field] = gone
        ? `${typedSource(gone)} is withdrawn. Name another source, or put it back first.`
        : `There is no source ${number}.`;
    else if (toMake.has(key)) continue;
    else if (newKind) toMake.set(key, { name: text, kind: newKind });
    else {
      errors[kindField] = gone
        ? `${typedSource(gone)} is withdrawn. Put it back first, or say what kind it is to add another of that name.`
        : "This source is new here: say what kind it is to add it, or pick one from the list.";
    }
  }
  if (Object.keys(errors).length > 0) return { errors };
  const made = new Map<string, string>();
  if (toMake.size > 0) {
    const drafts = [...toMake.values()].map((source) => ({
      ...source,
      stake: "",
      description: "",
      url: null,
      publishedOn: null,
    }));
    const given = await addSources(tx, actor, drafts);
    [...toMake.keys()].forEach((key, i) => {
      made.set(key, given[i] ?? "");
    });
  }
  for (const { text } of typed) {
    const id = made.get(text.toLowerCase());
    if (id && !ids.has(text)) ids.set(text, id);
  }
  return { ids };
}

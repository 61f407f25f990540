import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db/client";
import { installationChain } from "@/lib/history/chain";
import { nextSourceId, record } from "@/lib/history/record";
import type { SourceKind } from "./kinds";
import { findTypedSource } from "./queries";
import type { SourceDraft } from "./schema";

/** What was typed where a source is asked for. */
export interface TypedSource {
  readonly field: string;
  readonly text: string;
  readonly newKind: SourceKind | null;
  readonly kindField: string;
}

/** Makes a source in the caller's transaction. @returns its id. */
export async function addSource(tx: Transaction, actor: Person, draft: SourceDraft): Promise<string> {
  const given = await nextSourceId(tx);
  await tx.source.create({ data: { ...draft, ...given, createdById: actor.analystId } });
  await record(tx, installationChain, actor.analystId, {
    action: "source.added",
    subject: given.id,
    after: draft,
  });
  return given.id;
}

/**
 * Finds or makes the sources of typed lines. Nothing is made while any line is in doubt: then the result is the
 * sentences for the fields. The same new name given twice makes one source.
 */
export async function resolveSources(
  tx: Transaction,
  actor: Person,
  typed: readonly TypedSource[],
): Promise<{ ids: Map<string, string> } | { errors: Record<string, string> }> {
  const ids = new Map<string, string>();
  const errors: Record<string, string> = {};
  /** By the name in small letters, since names are found in any. */
  const toMake = new Map<string, { name: string; kind: SourceKind }>();
  for (const { field, text, newKind, kindField } of typed) {
    if (ids.has(text)) continue;
    const key = text.toLowerCase();
    const known = await findTypedSource(actor, text, tx);
    if (known) ids.set(text, known);
    else if (/^S\d+$/.test(text)) errors[field] = `There is no source ${text}, or it is withdrawn.`;
    else if (toMake.has(key)) continue;
    else if (newKind) toMake.set(key, { name: text, kind: newKind });
    else {
      errors[kindField] =
        "This source is new here: say what kind it is to add it, or pick one from the list.";
    }
  }
  if (Object.keys(errors).length > 0) return { errors };
  const made = new Map<string, string>();
  for (const [key, source] of toMake) {
    const draft = { ...source, stake: "", description: "", url: null, publishedOn: null };
    made.set(key, await addSource(tx, actor, draft));
  }
  for (const { text } of typed) {
    const id = made.get(text.toLowerCase());
    if (id && !ids.has(text)) ids.set(text, id);
  }
  return { ids };
}

import "server-only";
import type { Person } from "@/lib/auth/actor";
import { visibleSources } from "@/lib/auth/scope";
import type { Transaction } from "@/lib/db/client";
import { installationChain } from "@/lib/history/chain";
import { nextSourceId, record } from "@/lib/history/record";
import type { SourceDraft } from "./schema";
import type { SourceKind } from "./kinds";

/** What was typed where a source is asked for. */
export interface TypedSource {
  readonly field: string;
  readonly text: string;
  readonly newKind: SourceKind | null;
  readonly kindField: string;
}

/** A number (S3, or "S3 · The name" as suggested) or a name, of a source that this person can see. */
export async function findTypedSource(tx: Transaction, actor: Person, text: string): Promise<string | null> {
  const number = /^(S\d{1,9})(\s*·.*)?$/su.exec(text)?.[1];
  const source = await tx.source.findFirst({
    where: {
      AND: [
        visibleSources(actor),
        { withdrawnAt: null },
        number ? { id: number } : { name: { equals: text, mode: "insensitive" } },
      ],
    },
    orderBy: { ordinal: "asc" },
    select: { id: true },
  });
  return source?.id ?? null;
}

/** Makes a source in the caller's transaction. @returns its id. */
export async function addSource(tx: Transaction, actor: Person, draft: SourceDraft): Promise<string> {
  const given = await nextSourceId(tx);
  await tx.source.create({ data: { ...draft, ...given, createdById: actor.analystId } });
  await record(tx, installationChain, actor.analystId, { action: "source.added", subject: given.id, after: draft });
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
  const toMake = new Map<string, SourceKind>();
  for (const { field, text, newKind, kindField } of typed) {
    if (ids.has(text)) continue;
    const known = await findTypedSource(tx, actor, text);
    if (known) ids.set(text, known);
    else if (/^S\d+$/.test(text)) errors[field] = `There is no source ${text}, or it is withdrawn.`;
    else if (newKind) toMake.set(text, newKind);
    else if (!toMake.has(text)) {
      errors[kindField] = "This source is new here: say what kind it is to add it, or pick one from the list.";
    }
  }
  if (Object.keys(errors).length > 0) return { errors };
  for (const [name, kind] of toMake) {
    const draft = { name, kind, stake: "", description: "", url: null, publishedOn: null };
    ids.set(name, await addSource(tx, actor, draft));
  }
  return { ids };
}

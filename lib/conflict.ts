import "server-only";
import { analystNames } from "./analyst/queries";
import type { Transaction } from "./db/client";
import type { ConflictField } from "./forms";

/** A field of something two people may edit: what stands in the database, and what was sent. */
export interface ComparedField {
  readonly name: string;
  readonly label: string;
  readonly theirs: string | null;
  readonly yours: string | null;
}

/** The refusal that tells the second of two writers who was first, and where they differ. */
export async function conflict(
  tx: Transaction,
  chain: string,
  subject: string,
  version: number,
  compared: readonly ComparedField[],
) {
  const last = await tx.event.findFirst({ where: { chain, subject }, orderBy: { sequence: "desc" } });
  const names = await analystNames(last?.actorId ? [last.actorId] : [], tx);
  const fields: ConflictField[] = compared
    .map(({ theirs, yours, ...field }) => ({ ...field, theirs: theirs ?? "", yours: yours ?? "" }))
    .filter(({ theirs, yours }) => theirs !== yours);
  return {
    ok: false,
    reason: "conflict",
    conflict: {
      by: names.get(last?.actorId ?? "") ?? "Somebody",
      at: (last?.at ?? new Date()).toISOString(),
      version,
      fields,
    },
  } as const;
}
